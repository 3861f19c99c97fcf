"""Changes for the terminal: the weaker first, old and new words in one line, corrections last."""

import shutil
from collections.abc import Iterator, Sequence

from conductkit.change import Change, Diff
from conductkit.reports._entries import Section, quiet_lines, sections
from conductkit.reports._entry import Entry
from conductkit.reports._labels import label, some
from conductkit.reports._redline_text import Look, words, wrapped
from conductkit.reports._sums import advice, by_party, counts
from conductkit.reports._words import reasons, shown_name, swaps
from conductkit.terminal import clean, paint

_TINTS = {
    "reversed": ("bold", "red"), "mixed": ("bold", "magenta"), "weaker": ("bold", "red"),
    "stronger": ("bold", "green"), "unknown": ("bold", "yellow"), "neutral": ("dim",),
}  # fmt: skip
_UNREAD = "Read their words: `--output-format html` shows each."
_WIDTH = 96
_NARROWEST = 40
_FEW = 6


def changes(result: Diff, colour: bool) -> str:
    """All codes with changes, each under its name, and one line that sums up."""
    columns = shutil.get_terminal_size((_WIDTH, 24)).columns if colour else _WIDTH
    look = Look(colour, max(_NARROWEST, min(_WIDTH, columns)))
    found = sections(result)
    parts = [_section(section, look) for section in found]
    return "\n".join([*parts, _summary(result, found, look)])


def _section(section: Section, look: Look) -> str:
    versions = ""
    if section.code.old and section.code.new and section.code.old != section.code.new:
        versions = f"  {section.code.old} → {section.code.new}"
    name = paint(clean(section.code.id), "bold", when=look.colour)
    path = " ".join(clean(section.path).splitlines())
    blocks = [f"{name}  {path}{versions}\n"]
    blocks += ["\n".join(_entry(entry, look)) + "\n" for entry in section.loud]
    quiet = list(_quiet(section, look))
    if quiet:
        title = paint("neutral", *_TINTS["neutral"], when=look.colour)
        blocks.append("\n".join([f"  {title}   nothing that binds anybody", *quiet]) + "\n")
    return "\n".join(blocks)


def _entry(entry: Entry, look: Look) -> Iterator[str]:
    change = entry.change
    effect = paint(f"{change.effect:<8}", *_TINTS[change.effect], when=look.colour)
    if entry.others:
        yield f"  {effect}  {clean(entry.title)}"
        yield from wrapped(clean(", ".join(entry.names)), look)
    else:
        name = paint(clean(shown_name(change)), "bold", when=look.colour)
        sure = "" if change.confidence == "high" or change.effect == "unknown" else "  (not sure)"
        yield f"  {effect}  {name + '  ' if name else ''}{clean(label(change))}{sure}"
    if not entry.others or entry.alike:
        yield from _told(change, look)
    elif change.effect == "unknown":
        yield from wrapped(_UNREAD, look)
    for note in entry.notes:
        yield from wrapped(f"→ {clean(note)}", look)


def _told(change: Change, look: Look) -> Iterator[str]:
    """The words, why they have their effect, and what a reader should know besides."""
    if change.change != "moved" and not (change.old is None and change.new is None):
        yield from words(change, look)
        for reason in reasons(change):
            yield from wrapped(reason, look)
    if change.rules:
        yield from wrapped(f"Rules: {clean(some(change.rules, _FEW))}.", look)
    for note in change.notes:
        yield from wrapped(f"→ {note}", look)


def _quiet(section: Section, look: Look) -> Iterator[str]:
    """Corrections, a line each with their words; other neutral changes, a line a kind."""
    for change in section.corrections:
        name = clean(shown_name(change)) or "throughout"
        lines = list(wrapped(f"{name}: {clean(swaps(change))}", look))
        yield lines[0]
        yield from (f"  {line}" for line in lines[1:])
    for line in quiet_lines(section, _FEW):
        yield from wrapped(clean(line), look)


def _summary(result: Diff, found: Sequence[Section], look: Look) -> str:
    if not result.changes:
        return paint("No change.", "green", when=look.colour) + "\n"
    parts = [
        paint(f"{number} {effect}", *_TINTS[effect], when=look.colour)
        for effect, number in counts(result)
    ]
    tail = advice(found[0], result) if len(found) == 1 else ""
    sides = by_party(result)
    told = f"{clean('; '.join(sides)).capitalize()}.\n" if sides else ""
    return f"{', '.join(parts)}.{' ' + tail if tail else ''}\n{told}"
