"""A code as Markdown inside a file that says other things too, between two lines that mark it.

    <!-- conduct:begin customer-service -->
    <!-- conduct:end customer-service -->

The id may be left out where the file has one code. Everything outside the marks stays, byte for
byte.
"""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from conductkit.errors import ConductError
from conductkit.write import Edit, splice

_LINE = re.compile(r"[^\r\n]*(?:\r\n?|\n|$)")
_MARK = re.compile(r" {0,3}<!--[ \t]*conduct:[ \t]?(begin|end)(?:[ \t]+([\w-]+))?[ \t]*-->[ \t]*")
_HEADING = re.compile(r"^#{1,6}(?= )", re.MULTILINE)
_DEEPEST = 6


class _Mark(NamedTuple):
    kind: str
    name: str
    line: int
    start: int
    end: int


class _Place(NamedTuple):
    """What stands between two marks, and the level of the heading that it stands under."""

    start: int
    end: int
    line: int
    level: int


def begin(name: str) -> str:
    """The mark before the code of that id; before the only code where it is ""."""
    return f"<!-- conduct:begin{' ' * bool(name)}{name} -->"


def put(text: str, pages: Mapping[str, str], path: str) -> str:
    """The text of a file with each page between the marks that have its code's id.

    A single code's marks may have none. Headings go below the one that the marks stand under.
    ConductError where marks are missing, doubled, or do not pair.
    """
    body = text.removeprefix("\ufeff")
    places = _places(body, path)
    edits = []
    for name, page in pages.items():
        place = places.get(name) or (places.get("") if len(pages) == 1 else None)
        if place is None:
            raise ConductError(_missing(path, name if len(pages) > 1 or places else ""))
        edits.append(Edit(place.start, place.end, f"\n{_below(page, place.level)}\n"))
    return splice(text, edits)


def _below(page: str, level: int) -> str:
    """A page whose headings go below one of that level."""
    return _HEADING.sub(lambda found: "#" * min(len(found[0]) + level, _DEEPEST), page)


def _missing(path: str, name: str) -> str:
    end = begin(name).replace("begin", "end")
    whose = f"the code {name}" if name else "the code"
    return (
        f"{path}: no lines say where {whose} goes. Put these two where it should stand:\n"
        f"{begin(name)}\n{end}"
    )


def _places(text: str, path: str) -> dict[str, _Place]:
    """The places of a text by the ids of their marks."""
    found: dict[str, _Place] = {}
    opened: _Mark | None = None
    headings, quoted = _read(text)
    for mark in _marks(text, quoted):
        shown = f"conduct:{mark.kind}{' ' * bool(mark.name)}{mark.name}"
        if mark.kind == "begin":
            if opened is not None:
                raise ConductError(
                    f"{path}:{mark.line}: {shown} stands before the end of what line {opened.line}"
                    " begins. Put conduct:end between them."
                )
            if mark.name in found:
                raise ConductError(
                    f"{path}:{mark.line}: {shown} stands in line {found[mark.name].line} already."
                    " Take one of the two out."
                )
            opened = mark
        elif opened is None or mark.name not in ("", opened.name):
            begins = f" (line {opened.line} begins {opened.name or 'the code'})" if opened else ""
            raise ConductError(f"{path}:{mark.line}: {shown} has no beginning{begins}. Add it.")
        else:
            above = [level for at, level in headings if at < opened.line]
            headings = [one for one in headings if not opened.line < one[0] < mark.line]
            found[opened.name] = _Place(
                opened.end, mark.start, opened.line, above[-1] if above else 0
            )
            opened = None
    if opened is not None:
        raise ConductError(
            f"{path}:{opened.line}: what begins here has no end. Put a line"
            f" {begin(opened.name).replace('begin', 'end')} where it should end."
        )
    return found


def _marks(text: str, quoted: frozenset[int]) -> Iterator[_Mark]:
    for number, found in enumerate(_LINE.finditer(text), start=1):
        mark = _MARK.fullmatch(found[0].rstrip("\r\n"))
        if mark and number not in quoted:
            yield _Mark(mark[1], mark[2] or "", number, found.start(), found.end())


def _read(text: str) -> tuple[list[tuple[int, int]], frozenset[int]]:
    """The headings of a text (line and level), and the lines of it that are shown as code."""
    from markdown_it import MarkdownIt

    headings: list[tuple[int, int]] = []
    quoted: set[int] = set()
    for token in MarkdownIt("commonmark").parse(text):
        if token.map and token.type == "heading_open":
            headings.append((token.map[0] + 1, int(token.tag[1])))
        elif token.map and token.type in ("fence", "code_block"):
            quoted.update(range(token.map[0] + 1, token.map[1] + 1))
    return headings, frozenset(quoted)
