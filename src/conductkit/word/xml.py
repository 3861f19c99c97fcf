"""The XML of WordprocessingML: elements, runs, fields (ECMA-376, part 1, 17)."""

import re
import unicodedata
from collections.abc import Iterator
from typing import Any

from conductkit.word.paragraphs import Run

# ECMA-376, part 1, annex A: CT_PPr, CT_RPr, CT_SectPr.
_ORDERS = {
    "pPr": """
        pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers
        pBdr shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE
        autoSpaceDN bidi adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents
        suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle
        rPr sectPr pPrChange
    """,
    "rPr": """
        ins del moveFrom moveTo rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline
        shadow emboss imprint noProof snapToGrid vanish webHidden color spacing w kern position
        sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang eastAsianLayout
        specVanish oMath
    """,
    "sectPr": """
        headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders
        lnNumType pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter
        docGrid printerSettings sectPrChange
    """,
}
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_BREAKS = re.compile(r"(\n|\t)")


def element(tag: str, **attributes: str) -> Any:
    """An element with attributes of its own namespace: `element("w:ins", id="1")`."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    made = OxmlElement(tag)
    for name, value in attributes.items():
        made.set(qn(f"w:{name}"), value)
    return made


def put(parent: Any, child: Any) -> None:
    """Add a child where the schema wants it among its siblings."""
    order = _ORDERS[_name(parent)].split()
    later = order[order.index(_name(child)) + 1 :]
    following = next((one for one in parent if _name(one) in later), None)
    if following is None:
        parent.append(child)
    else:
        following.addprevious(child)


def _name(made: Any) -> str:
    name: str = made.tag.rpartition("}")[2]
    return name


def field(instruction: str, shown: str, run: Run | None = None, rtl: bool = False) -> list[Any]:
    """The runs of a field: what Word calculates, and what it shows until then."""
    parts = []
    deleted = run is not None and run.mark == "del"
    for kind in ("begin", "separate", "end"):
        if kind == "separate":
            code = element("w:delInstrText" if deleted else "w:instrText")
            code.text = f" {instruction} "
            code.set(_SPACE, "preserve")
            parts.append(_run(run, rtl, code))
        parts.append(_run(run, rtl, element("w:fldChar", fldCharType=kind)))
        if kind == "separate":
            parts.append(_run(run, rtl, *_texts(shown, deleted)))
    return parts


def runs(run: Run, rtl: bool, deleted: bool) -> Iterator[Any]:
    """A run as elements: one for each stretch of one direction."""
    for text, right in directions(run.text, rtl):
        yield _run(run, right, *_texts(text, deleted))


def directions(text: str, rtl: bool) -> list[tuple[str, bool]]:
    """A text as stretches written to the right or to the left; signs and digits go along."""
    found: list[tuple[str, bool]] = []
    for char in text:
        kind = unicodedata.bidirectional(char)
        right = kind in ("R", "AL") if kind in ("R", "AL", "L") else None
        if found and (right is None or right == found[-1][1]):
            found[-1] = (found[-1][0] + char, found[-1][1])
        else:
            found.append((char, rtl if right is None else right))
    return found


def _run(run: Run | None, rtl: bool, *children: Any) -> Any:
    made = element("w:r")
    shape = element("w:rPr")
    if run is not None:
        _shape(shape, run)
    if rtl:
        if run is not None and run.bold:
            put(shape, element("w:bCs"))
        put(shape, element("w:rtl"))
    if len(shape):
        made.append(shape)
    for child in children:
        made.append(child)
    return made


def _shape(shape: Any, run: Run) -> None:
    if run.code:
        put(shape, element("w:rFonts", ascii="Consolas", hAnsi="Consolas", cs="Courier New"))
    if run.link:
        put(shape, element("w:color", val="0B5CAD"))
        put(shape, element("w:u", val="single"))
    for tag, on in (("w:b", run.bold), ("w:i", run.italic), ("w:strike", run.strike)):
        if on:
            put(shape, element(tag))


def _texts(text: str, deleted: bool) -> Iterator[Any]:
    for piece in _BREAKS.split(text):
        if piece == "\n":
            yield element("w:br")
        elif piece == "\t":
            yield element("w:tab")
        elif piece:
            made = element("w:delText" if deleted else "w:t")
            made.text = piece
            made.set(_SPACE, "preserve")
            yield made
