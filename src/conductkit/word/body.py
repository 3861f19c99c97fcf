"""The paragraphs of a Word file: numbering, bookmarks, links, tracked changes, remarks."""

import hashlib
import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any

from conductkit.word.numbering import Numbering
from conductkit.word.paragraphs import Document, Hand, Paragraph, Run
from conductkit.word.xml import element, field, put, runs

_SAFE = ("http://", "https://", "mailto:", "tel:")
_LONGEST = 40  # characters of a bookmark's name
_DEEPEST = 2  # the headings that contents show
_WHOLE = ("ins", "del", "moveFrom", "moveTo")


class Body:
    """Appends documents to a new Word file, in order."""

    def __init__(self, made: Any, rtl: bool, hand: Hand) -> None:
        self.made, self.rtl, self.hand = made, rtl, hand
        self.final = made.element.body.sectPr
        self.styles = {style.name: style.style_id for style in made.styles}
        self.numbering = Numbering(made)
        self.ids = 0
        self.moves: dict[str, str] = {}

    def add(self, document: Document, new_page: bool) -> None:
        self.numbering.begin()
        contents = document.contents
        for paragraph in document.paragraphs:
            if contents and paragraph.style == "Heading 1":
                self.contents(document)
                contents = ""
            made = self.paragraph(paragraph)
            if new_page:
                put(made.pPr, element("w:pageBreakBefore"))
                new_page = False

    def paragraph(self, paragraph: Paragraph) -> Any:
        made = element("w:p")
        self.final.addprevious(made)
        shape = made.get_or_add_pPr()
        put(shape, element("w:pStyle", val=self.styles[paragraph.style]))
        number = self.numbering.of(paragraph)
        if number is not None:
            put(shape, number)
        if paragraph.mark in _WHOLE:
            properties = element("w:rPr")
            properties.append(self.tracked(f"w:{paragraph.mark}"))
            put(shape, properties)
        for part in self.bookmarked(paragraph.anchors, self.content(paragraph)):
            made.append(part)
        if paragraph.note:
            self.remark(made, paragraph.note)
        return made

    def content(self, paragraph: Paragraph) -> Iterator[Any]:
        mark = paragraph.mark
        if mark in ("moveFrom", "moveTo"):
            start = self.tracked(f"w:{mark}RangeStart")
            start.set(_q("name"), self.moves.setdefault(paragraph.move, f"move{len(self.moves)}"))
            yield start
            yield from self.marked(mark, paragraph.runs)
            yield element(f"w:{mark}RangeEnd", id=start.get(_q("id")))
            return
        for kind, group in groupby(paragraph.runs, key=lambda run: mark or run.mark):
            yield from self.marked(kind, group)

    def marked(self, mark: str, group: Iterable[Run]) -> Iterator[Any]:
        """Runs of one fate, links among them; a tracked change holds runs, never a link."""
        for link, linked in groupby(group, key=lambda run: run.link):
            parts = [part for run in linked for part in self.run(run, mark)]
            holder = self.link(link)
            if mark:
                change = self.tracked(f"w:{mark}")
                change.extend(parts)
                parts = [change]
            if holder is None:
                yield from parts
            else:
                holder.extend(parts)
                yield holder

    def run(self, run: Run, mark: str) -> Iterable[Any]:
        deleted = mark == "del"
        if run.rule:
            name = bookmark(run.rule)
            return field(f"REF {name} \\n \\h", run.text, run._replace(mark=mark), rtl=False)
        return runs(run, self.rtl, deleted)

    def link(self, target: str) -> Any:
        """The element around linked runs; None where they lead nowhere."""
        if target.startswith("#"):
            return element("w:hyperlink", anchor=bookmark(target[1:]), history="1")
        if not target.lower().startswith(_SAFE):
            return None
        from docx.opc.constants import RELATIONSHIP_TYPE
        from docx.oxml.ns import qn

        made = element("w:hyperlink", history="1")
        key = self.made.part.relate_to(target, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
        made.set(qn("r:id"), key)
        return made

    def bookmarked(self, anchors: Iterable[str], parts: Iterator[Any]) -> Iterator[Any]:
        opened = []
        for anchor in anchors:
            opened.append(self.new_id())
            yield element("w:bookmarkStart", id=opened[-1], name=bookmark(anchor))
        yield from parts
        for key in reversed(opened):
            yield element("w:bookmarkEnd", id=key)

    def tracked(self, tag: str) -> Any:
        made = element(tag, id=self.new_id(), author=self.hand.name)
        if self.hand.day:
            made.set(_q("date"), f"{self.hand.day}T00:00:00Z")
        return made

    def new_id(self) -> str:
        self.ids += 1
        return str(self.ids)

    def remark(self, made: Any, words: str) -> None:
        """A comment beside the paragraph."""
        from docx.text.run import Run as WordRun

        runs = [WordRun(run, self.made._body) for run in made.iter(_q("r"))]
        if not runs:
            return
        initials = "".join(word[0] for word in self.hand.name.split()[:3]) or "–"
        comment = self.made.add_comment(runs, "", author=self.hand.name, initials=initials)
        comment.paragraphs[0].add_run(words)
        if self.hand.day:
            comment._comment_elm.set(_q("date"), f"{self.hand.day}T00:00:00Z")
        else:
            comment._comment_elm.attrib.pop(_q("date"), None)

    def contents(self, document: Document) -> None:
        """A table of contents with its entries in it, as links; Word can make it anew."""
        self.made.add_paragraph(document.contents, style="TOC Heading")
        entries = [
            one for one in document.paragraphs
            if one.style in ("Heading 1", "Heading 2") and one.anchors
        ]  # fmt: skip
        for number, entry in enumerate(entries):
            made = self.made.add_paragraph(style="Contents")
            depth = int(entry.style[-1])
            from docx.shared import Mm

            made.paragraph_format.left_indent = Mm(6 * (depth - 1))
            begin, separate, end = _toc()
            if number == 0:
                made._p.extend([*begin, *separate])
            holder = self.link(f"#{entry.anchors[0]}")
            for run in entry.runs:
                holder.extend(runs(Run(run.text), self.rtl, False))
            made._p.append(holder)
            if number == len(entries) - 1:
                made._p.extend(end)


def _toc() -> tuple[list[Any], list[Any], list[Any]]:
    begin, code, separate, _, end = field(f'TOC \\o "1-{_DEEPEST}" \\h \\n \\z \\u', " ")
    return [begin, code], [separate], [end]


def _q(name: str) -> str:
    from docx.oxml.ns import qn

    found: str = qn(f"w:{name}")
    return found


def bookmark(anchor: str) -> str:
    """An anchor as the name of a bookmark: letters, digits and low lines, forty at most."""
    name = "a_" + re.sub(r"\W", "_", anchor)
    if len(name) <= _LONGEST and not re.search(r"[^\w-]|_", anchor):
        return name
    return f"a_{hashlib.sha256(anchor.encode()).hexdigest()[:32]}"
