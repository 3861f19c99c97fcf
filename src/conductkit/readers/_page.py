"""A page as its tags come by: blocks, and which of them are furniture."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from conductkit.outline import Block
from conductkit.readers._inline_marks import MARKS, joined
from conductkit.readers._regions import BLOCKS, HEADINGS, TITLES, region_of

_SILENT = {"script", "style", "template", "svg", "iframe", "object", "canvas", "math"}
_VOID = {
    "br",
    "hr",
    "img",
    "input",
    "link",
    "meta",
    "wbr",
    "source",
    "area",
    "base",
    "col",
    "embed",
}
_BODY = {"p", "ul", "ol", "dl", "table", "blockquote", "pre", "section", "article"}
_DEEPEST = 400
_FILLED_IN = re.compile(r"\{\{[^{}]{0,200}\}\}")
"""An address that a template fills in: the text has none."""
_LINK = re.compile(r"!?\[[^\[\]]{0,200}\]\([^()\s]{0,500}\)")


@dataclass(slots=True)
class _List:
    """A list that is open: whether it has numbers, and the next one."""

    ordered: bool
    number: int


class Page:
    """What has been seen of a page; feed it tags and words, then call `end`."""

    def __init__(self, offset: int = 0) -> None:
        self.found: list[tuple[Block, str]] = []
        self.meta: dict[str, str] = {}
        self._offset = offset
        self._open: list[str] = []
        self._regions: list[tuple[int, str]] = []
        self._lists: list[_List] = []
        self._silent = 0
        self._buffer: list[str] = []
        self._line = 0
        self._item: tuple[str, bool] | None = None
        self._links: list[str] = []
        self._row: list[str] | None = None
        self._row_head = False
        self._headed = False

    def open(self, tag: str, attrs: Mapping[str, str]) -> None:
        """A tag opens."""
        self._about(tag, attrs)
        if tag in BLOCKS:
            self._flush()
            self._end_heading(tag)
        if tag in _VOID:
            if tag == "br":
                self._buffer.append(" ")
            return
        if len(self._open) >= _DEEPEST:
            return
        self._open.append(tag)
        if tag in TITLES:
            self._headed = False
        if tag in _SILENT:
            self._silent += 1
        region = region_of(tag, attrs)
        if region:
            self._regions.append((len(self._open), region))
        if tag in ("ul", "ol"):
            start = attrs.get("start", "")
            first = int(start) if start.isascii() and start.isdigit() and len(start) < 6 else 1
            self._lists.append(_List(tag == "ol", first))
        elif tag == "li":
            self._start_item()
        elif tag == "tr":
            self._row, self._row_head = [], False
        elif tag in ("td", "th"):
            self._row_head = self._row_head or tag == "th"
        self._inline(tag, attrs)

    def _end_heading(self, tag: str) -> None:
        """A heading that was left open ends where another begins, or where text begins below it.

        So a browser has it, but for the text, which it would show in letters of the heading.
        """
        inside = next((one for one in reversed(self._open) if one in TITLES), "")
        if inside and (tag in TITLES or (tag in _BODY and self._headed)):
            self.shut(inside)

    def _about(self, tag: str, attrs: Mapping[str, str]) -> None:
        if tag == "html" and attrs.get("lang"):
            self.meta["language"] = attrs["lang"]
        if tag == "meta":
            name = attrs.get("name", attrs.get("property", "")).lower()
            if name in ("author", "description") and attrs.get("content"):
                self.meta[name] = attrs["content"]

    def _inline(self, tag: str, attrs: Mapping[str, str]) -> None:
        if tag in MARKS:
            self._buffer.append(f"\0{MARKS[tag]}")
        elif tag == "a":
            target = " ".join(attrs.get("href", "").split())
            if _FILLED_IN.fullmatch(target):
                self.drop(target, max(self._line - self._offset, 1), "a tag of a template")
                target = ""
            self._links.append(target)
            self._buffer.append("\0[" if target else "")

    def _start_item(self) -> None:
        if not self._lists:
            self._lists.append(_List(False, 1))
        last = self._lists[-1]
        self._item = (f"{last.number}." if last.ordered else "•", last.ordered)
        last.number += 1

    def shut(self, tag: str) -> None:
        """A tag closes, and with it whatever was left open inside."""
        if tag in TITLES:  # the end of any heading ends the one that is open
            tag = next((one for one in reversed(self._open) if one in TITLES), tag)
        if tag not in self._open:
            return
        if tag in BLOCKS:
            self._flush()
        while self._open:
            inner = self._open.pop()
            self._leave(inner)
            if inner == tag:
                break

    def _leave(self, tag: str) -> None:
        if tag in _SILENT:
            self._silent -= 1
        if tag in MARKS:
            self._buffer.append(f"{MARKS[tag]}\0")
        elif tag == "a" and self._links:
            target = self._links.pop()
            self._buffer.append(f"]\0({target})" if target else "")
        elif tag in ("ul", "ol") and self._lists:
            self._lists.pop()
        elif tag == "li":
            self._item = None
        elif tag == "tr" and self._row is not None:
            cells, self._row = tuple(self._row), None
            if any(cells):
                self._add("row", " | ".join(cells), cells=cells, head=self._row_head)
        if self._regions and len(self._open) < self._regions[-1][0]:
            self._flush()
            self._regions.pop()

    def words(self, data: str, line: int) -> None:
        """Some text."""
        if self._silent:
            return
        if not self._line and data.strip():
            blank = data[: len(data) - len(data.lstrip())]
            self._line = line + blank.count("\n") + self._offset
        self._buffer.append(data)

    def drop(self, text: str, line: int, reason: str) -> None:
        """Something that is not part of the text at all."""
        words = " ".join(text.split())
        if words:
            block = Block("furniture", words, line + self._offset, reason=reason)
            self.found.append((block, ""))

    def end(self) -> None:
        """The page ends: close what was left open."""
        self._flush()
        while self._open:
            self._leave(self._open.pop())

    def _flush(self) -> None:
        text, line = joined(self._buffer), self._line
        self._buffer, self._line = [], 0
        if not re.search(r"\w|¶", text):
            return
        self._line = line
        heading = next((HEADINGS[tag] for tag in reversed(self._open) if tag in HEADINGS), 0)
        if "title" in self._open and "head" in self._open:
            self.meta.setdefault("title", text)
            self.drop(text, line - self._offset, "the title of the page")
        elif self._row is not None:
            self._row.append(text)
        elif heading:
            self._item = None  # an item that begins with a heading is a part of the page
            self._add("heading", text, level=heading)
            self._headed = True
        elif self._item is not None:
            (marker, ordered), self._item = self._item, None
            self._add("item", text, level=len(self._lists), ordered=ordered, marker=marker)
        else:
            inside = "li" in self._open
            self._add("paragraph", text, level=len(self._lists) if inside else 0)
        self._line = 0

    def _add(self, kind: str, text: str, **more: object) -> None:
        line = self._line or (self.found[-1][0].line if self.found else 1)
        block = Block(kind, text, line, **more)  # type: ignore[arg-type]
        region = self._regions[-1][1] if self._regions else ""
        if "header" in self._open and _LINK.fullmatch(text):
            region = "header"  # the name of the site above the page
        self.found.append((block, region))
