"""The look of a Word file: styles with names that people find, paper, head and foot, languages."""

import re
from typing import Any

from conductkit.word.paragraphs import Document
from conductkit.word.xml import element, field, put

_PAPERS = {"A4": (210, 297), "letter": (215.9, 279.4)}  # millimetres
_INK, _SOFT, _ACCENT = "1F2328", "57606A", "1F4E79"
Look = tuple[str, float, bool, str, float, float, float, float]
# Name: based on, size in points, bold, colour, space before and after, indent, hanging.
_LOOKS: dict[str, Look] = {
    "Normal": ("", 11, False, _INK, 0, 6, 0, 0),
    "Title": ("", 26, True, _INK, 0, 12, 0, 0),
    "Subtitle": ("", 12, False, _SOFT, 0, 4, 0, 0),
    "Heading 1": ("", 17, True, _ACCENT, 20, 6, 0, 0),
    "Heading 2": ("", 13, True, _ACCENT, 14, 4, 0, 0),
    "Heading 3": ("", 11, True, _INK, 10, 3, 0, 0),
    "Banner": ("Normal", 12, True, "9A1B1B", 6, 6, 0, 0),
    "Rule": ("Normal", 11, False, _INK, 8, 4, 10, 10),
    "Rule title": ("Heading 3", 11, True, _INK, 8, 2, 10, 10),
    "Rule text": ("Normal", 11, False, _INK, 0, 4, 10, 0),
    "Why": ("Rule text", 11, False, _SOFT, 0, 4, 10, 0),
    "Example": ("Rule text", 10.5, False, _INK, 0, 3, 15, 5),
    "Details": ("Normal", 9, False, _SOFT, 0, 6, 10, 0),
    "Fact": ("Normal", 11, False, _INK, 0, 3, 0, 0),
    "Contents": ("Normal", 11, False, _INK, 0, 2, 0, 0),
    "Blank": ("Normal", 11, False, _INK, 24, 6, 0, 0),
}
_KEPT = ("Heading 1", "Heading 2", "Heading 3", "Rule title", "Rule")


def dress(made: Any, first: Document) -> None:
    """Give a new document its styles, its paper, and what stands at the head and foot of pages."""
    for name, look in _LOOKS.items():
        _style(made, name, look)
    _languages(made, first)
    section = made.sections[0]
    from docx.shared import Mm

    width, height = _PAPERS.get(first.paper, _PAPERS["A4"])
    section.page_width, section.page_height = Mm(width), Mm(height)
    section.left_margin = section.right_margin = Mm(25)
    section.top_margin = section.bottom_margin = Mm(22)
    if first.direction == "rtl":
        put(section._sectPr, element("w:bidi"))
        put(section._sectPr, element("w:rtlGutter"))
    head = " · ".join(filter(None, (first.title, first.banner)))
    section.header.paragraphs[0].text = head
    _foot(section.footer.paragraphs[0], first)


def _style(made: Any, name: str, look: Look) -> None:
    from docx.enum.style import WD_STYLE_TYPE
    from docx.shared import Mm, Pt, RGBColor

    based, size, bold, colour, before, after, indent, hanging = look
    if name in made.styles:
        style = made.styles[name]
    else:
        style = made.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.quick_style = True
    if based:
        style.base_style = made.styles[based]
    font, shape = style.font, style.paragraph_format
    font.size, font.bold, font.italic = Pt(size), bold, False
    font.color.rgb = RGBColor.from_string(colour)
    shape.space_before, shape.space_after = Pt(before), Pt(after)
    if indent:
        shape.left_indent, shape.first_line_indent = Mm(indent), Mm(-hanging)
    shape.widow_control = True
    shape.keep_with_next = name in _KEPT and name != "Rule"
    _fonts(style)


def _fonts(style: Any) -> None:
    """One family for all scripts; what it lacks, Word takes from the next."""
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for key in list(fonts.attrib):
        del fonts.attrib[key]
    from docx.oxml.ns import qn

    for key in ("ascii", "hAnsi", "cs"):
        fonts.set(qn(f"w:{key}"), "Calibri" if key != "cs" else "Arial")
    properties = style.element.rPr
    for old in properties.findall(qn("w:szCs")) + properties.findall(qn("w:bCs")):
        properties.remove(old)
    put(properties, element("w:szCs", val=properties.find(qn("w:sz")).get(qn("w:val"))))


def _languages(made: Any, first: Document) -> None:
    """What the spelling checker is told, and the direction of paragraphs."""
    from docx.oxml.ns import qn

    defaults = made.styles.element.find(qn("w:docDefaults"))
    run = defaults.find(qn("w:rPrDefault")).find(qn("w:rPr"))
    for old in run.findall(qn("w:lang")):
        run.remove(old)
    tag = first.language or "en"
    run.append(element("w:lang", val=tag, eastAsia=tag, bidi=tag))
    if first.direction == "rtl":
        for style in made.styles:
            if style.type == 1 and style.name in (*_LOOKS, "Header", "Footer"):
                put(style.element.get_or_add_pPr(), element("w:bidi"))


def _foot(paragraph: Any, first: Document) -> None:
    """The stamp and “Page 1 of 9”, the numbers as fields."""
    paragraph.add_run(first.stamp)
    if not first.folio:
        return
    paragraph.add_run("\t\t")
    for piece in re.split(r"(\{\w+\})", first.folio):
        if piece in ("{page}", "{pages}"):
            name = "PAGE" if piece == "{page}" else "NUMPAGES"
            for part in field(name, "1"):
                paragraph._p.append(part)
        elif piece:
            paragraph.add_run(piece)
