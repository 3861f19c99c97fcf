"""Plain text as blocks: bullets of any glyph, numbers, wrapped lines, underlined headings."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from conductkit.outline import Block
from conductkit.readers._inline import linked

_GLYPHS = "•◦‣▪▫●○■□·»➢➤✓✔★☆⁃∙"
_MARKER = re.compile(
    rf"^(?P<indent>[ \t]*+)(?:(?P<bullet>[{_GLYPHS}]|[*+–—-](?=[ \t])|o(?=[ \t]))"
    r"|(?P<number>\(?(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,5})[.)](?=[ \t])|#\d{1,3}(?=[ \t])"
    r"|\d{1,3}(?:\.\d{1,3}){1,3}[.)]?(?=[ \t]+[^\W\d_a-z])))"
    r"[ \t]*+(?P<text>\S.*)$"
)
_FOREIGN = re.compile(
    rf"^[ \t]*+(?:[{_GLYPHS}][ \t]|\(?[a-z][.)][ \t]+\S|\([ivx]{{1,4}}\)[ \t]"
    r"|\(1\)[ \t].*\n(?:(?!\().*\n)*\(2\)[ \t]|[–—][ \t].*\n(?:(?![–—]).*\n)*[–—][ \t])",
    re.MULTILINE,
)
_UNDERLINE = re.compile(r"^\s*(?:={3,}|-{3,}|~{3,}|\*{3,})\s*$")
_RULE = re.compile(r"^\W*$")
_WIDEST = 110
_WRAPPED = 40  # letters of a line at least that goes on below
_FOOT = re.compile(r"(?<=\S)\s{3,}(?=(?:page|seite|página) \d{1,4}\b.{0,12}$)", re.IGNORECASE)
_ALONE = re.compile(r"\s*(?:v|ver|version|rev|revision|page)\.? ?\d", re.IGNORECASE)
"""Lines that go on with no sentence: a version, the number of a page."""


@dataclass(slots=True)
class _Entry:
    """A line, or several that were one before they were wrapped."""

    line: int
    indent: int
    marker: str
    parts: list[str]
    last: str
    after_blank: bool

    @property
    def text(self) -> str:
        return linked(" ".join(self.parts))


def has_markers(content: str) -> bool:
    """Whether lines begin with bullets or letters that Markdown takes for words."""
    return bool(_FOREIGN.search(content))


def all_marked(content: str) -> bool:
    """Whether every line is an item, by a bullet or a number of any kind."""
    lines = [line for line in content.split("\n") if line.strip()]
    return bool(lines) and all(_MARKER.match(line) for line in lines)


def blocks(lines: Sequence[str], offset: int = 0, wrapped: int | None = None) -> list[Block]:
    """The blocks of plain lines, the first of which is line `offset` + 1.

    `wrapped` is the width at which they were wrapped (0: they were not), where it is known.
    """
    found: list[Block] = []
    depths: list[int] = []
    entries = _entries(lines, offset, width(lines) if wrapped is None else wrapped)
    for entry, after in zip_longest(entries, entries[1:]):
        if entry.marker == "=":
            found.append(Block("heading", entry.text, entry.line, level=2))
            depths = []
        elif entry.marker.startswith("#") or _heads(entry, after):
            found.append(Block("heading", entry.text, entry.line, level=2, marker=entry.marker))
            depths = []
        elif entry.marker:
            level = _depth(depths, entry.indent)
            ordered = entry.marker[-1] in ".)" or entry.marker[0].isdigit()
            found.append(Block("item", entry.text, entry.line, level, ordered, entry.marker))
        else:
            inside = depths and entry.indent > depths[-1] and entry.after_blank
            found.append(
                Block("paragraph", entry.text, entry.line, level=len(depths) if inside else 0)
            )
            depths = depths if inside else []
    return found


def _heads(entry: _Entry, after: _Entry | None) -> bool:
    """Whether “2. Our staff” stands above “2.1 …”: it is the heading of what it numbers."""
    number = entry.marker.rstrip(".)")
    return number.isdigit() and after is not None and after.marker.startswith(f"{number}.1")


def _depth(depths: list[int], indent: int) -> int:
    """The depth of an item by its indentation; `depths` holds those of the items it stands in."""
    while depths and indent < depths[-1]:
        depths.pop()
    if not depths or indent > depths[-1]:
        depths.append(indent)
    return len(depths)


def _entries(lines: Sequence[str], offset: int, wide: int) -> list[_Entry]:
    found: list[_Entry] = []
    blank = True
    flowing = _flowing(lines, offset)
    for number, line in _printed(lines, offset):
        if not line.strip():
            blank = True
            continue
        if _RULE.match(line):
            if _UNDERLINE.match(line) and found and not blank and not found[-1].marker:
                found[-1].marker = "="
            blank = True
            continue
        match = None if _framed(line) else _MARKER.match(line)
        if match:
            marker = match["bullet"] or match["number"]
            indent = len(match["indent"])
            found.append(_Entry(number, indent, marker, [match["text"].strip()], line, blank))
        elif (
            not blank
            and not _ALONE.match(line)
            and (
                _continues(found[-1], line, wide) or (number in flowing and _stops_short(found[-1]))
            )
        ):
            found[-1].parts.append(line.strip())
            found[-1].last = line
        else:
            indent = len(line) - len(line.lstrip())
            found.append(_Entry(number, indent, "", [line.strip()], line, blank))
        blank = False
    return found


def _flowing(lines: Sequence[str], offset: int) -> set[int]:
    """The numbers of the lines of paragraphs in which one goes on with a small letter: prose that
    was wrapped, whatever the width."""
    found: set[int] = set()
    run: list[int] = []
    for number, line in enumerate([*lines, ""], start=offset + 1):
        if line.strip():
            run.append(number)
            continue
        if any(lines[one - offset - 1].lstrip()[0].islower() for one in run[1:]):
            found.update(run)
        run = []
    return found


def _stops_short(entry: _Entry) -> bool:
    """Whether a line of prose ends inside a sentence."""
    return not entry.marker and len(entry.last) >= _WRAPPED and entry.parts[-1][-1] not in ".:;!?"


def _printed(lines: Sequence[str], offset: int) -> Iterator[tuple[int, str]]:
    """The lines with their numbers; the number of a page at the end of a line is one by itself."""
    for number, raw in enumerate(lines, start=offset + 1):
        line = raw.expandtabs(4).rstrip()
        for part in _FOOT.split(line, maxsplit=1) if "   " in line else [line]:
            yield number, part


def _framed(line: str) -> bool:
    """A line between dashes, such as “— continued —”, is no item."""
    return line.strip()[0] in "-–—" and line.strip()[-1] in "-–—"


def width(lines: Sequence[str]) -> int:
    """The width at which the lines were wrapped; 0 where they were not."""
    told = [line.strip() for line in lines if line.strip()]
    lengths = [len(line.rstrip()) for line in lines if line.strip()]
    longest = max(lengths, default=0)
    small = any(line[0].islower() for line in told)
    if not small and any(line[0].isupper() for line in told):
        return 0  # a line that goes on with a sentence begins with a small letter now and then
    if longest > _WIDEST or sum(length > longest * 0.7 for length in lengths) < 3:
        return 0
    return longest


def _continues(entry: _Entry, line: str, width: int) -> bool:
    """Whether a line goes on with what stands above it."""
    words = line.split()
    if entry.marker == "=":
        return False
    if entry.marker and len(line) - len(line.lstrip()) > entry.indent:
        return True
    end = entry.parts[-1][-1]
    if end in ",-–(" or (words[0][0].islower() and end not in ".:;!?"):
        return True
    return bool(width) and len(entry.last.rstrip()) + 1 + len(words[0]) > width - 1
