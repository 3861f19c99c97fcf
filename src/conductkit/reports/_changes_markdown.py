"""Changes for a comment on a pull request: what got weaker first, a line a cause, details folded.

A comment may have some 65,000 characters, so a page that is longer leaves out first the folded
words, then the last lines, and says what it left out and how to see it.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from conductkit.change import EFFECTS, Diff
from conductkit.reports._entries import Section, quiet_lines, sections
from conductkit.reports._entry import Entry
from conductkit.reports._lines_markdown import NAMES, detail, line, told
from conductkit.reports._redline_markdown import plain
from conductkit.reports._sums import advice, by_party, counts
from conductkit.reports._words import cut, shown_name, swaps

_MOST = 60_000  # characters
_FEW = 3
_WHOLE = "`conduct diff` with `--output-format html:changes.html` writes a page that has all of it."


def changes(result: Diff) -> str:
    """All codes with changes, the gravest first, in a page that fits a comment."""
    if not result.changes:
        return "No change to any code of conduct.\n"
    page = _Page(result)
    return next(text for text in map(page.text, _sizes(page.sections)) if len(text) <= _MOST)


class _Size(NamedTuple):
    """How much of a page is shown: folded words or none, and how many lines of how many codes."""

    details: bool
    lines: int
    codes: int


def _sizes(found: Sequence[Section]) -> Iterator[_Size]:
    """Ever less of a page, down to its first line."""
    lines, codes = max(len(section.loud) for section in found), len(found)
    yield _Size(True, lines, codes)
    yield _Size(False, lines, codes)
    while lines > _FEW:
        lines = max(_FEW, lines * 4 // 5)
        yield _Size(False, lines, codes)
    while codes:
        codes = codes * 4 // 5
        yield _Size(False, lines, codes)


@dataclass(frozen=True)
class _Page:
    """A diff as Markdown, with as much of it as is asked for."""

    result: Diff

    @cached_property
    def sections(self) -> Sequence[Section]:
        return sections(self.result)

    @cached_property
    def head(self) -> str:
        """How many changes have which effect, what that asks of the version, and whom it binds."""
        numbers = ", ".join(f"{number} {effect}" for effect, number in counts(self.result))
        asked = advice(self.sections[0], self.result) if len(self.sections) == 1 else ""
        sides = [f"- {plain(cut(side))}" for side in by_party(self.result)[:NAMES]]
        return "\n".join([f"**{numbers}.** {asked}".rstrip(), "", *([*sides, ""] if sides else [])])

    def text(self, size: _Size) -> str:
        """So much of the page; where it is not all, a sentence says so."""
        parts = [self.head]
        for section in self.sections[: size.codes]:
            parts.append("\n".join(self._section(section, size)))
        if len(self.sections) > size.codes:
            parts.append(f"… and {len(self.sections) - size.codes} more codes.\n")
        if not size.details:
            parts.append(f"This is shortened to fit a comment. {_WHOLE}\n")
        return "\n".join(parts)

    def _section(self, section: Section, size: _Size) -> Iterator[str]:
        old, new = section.code.old, section.code.new
        versions = f" {plain(old)} → {plain(new)}" if old and new and old != new else ""
        yield f"### {plain(section.code.id)}{versions}\n"
        for entry in section.loud[: size.lines]:
            yield line(entry, self.result.link)
        if section.loud[size.lines :]:
            yield f"- {_left(section.loud[size.lines :])}"
        if section.loud:
            yield ""
        folded = [entry for entry in section.loud[: size.lines] if size.details and not told(entry)]
        if folded:
            yield from _folded("Old and new words", map(detail, folded))
        quiet = list(_quiet(section)) if size.details else []
        number = len(section.corrections) + sum(len(names) for names in section.quiet.values())
        what = f"{number} change{' that binds' if number == 1 else 's that bind'} nobody"
        if quiet:
            yield from _folded(what, quiet)
        elif number:
            yield f"And {what}.\n"
        asked = advice(section, self.result)
        if asked and len(self.sections) > 1:
            yield f"{asked}\n"


def _left(entries: Sequence[Entry]) -> str:
    """Lines that are left out, by effect."""
    numbers = Counter(entry.change.effect for entry in entries)
    by_effect = ", ".join(f"{numbers[effect]} {effect}" for effect in EFFECTS if numbers[effect])
    return f"… and {len(entries)} more: {by_effect}"


def _quiet(section: Section) -> Iterator[str]:
    for change in section.corrections:
        yield f"- **{plain(shown_name(change) or 'throughout')}**: {plain(swaps(change))}"
    yield from (f"- {plain(line)}" for line in quiet_lines(section, NAMES))


def _folded(title: str, lines: Iterator[str] | Sequence[str]) -> Iterator[str]:
    yield f"<details><summary>{title}</summary>\n"
    yield from lines
    yield "\n</details>\n"
