"""Changes for the terminal: the weaker first, old and new words in one line, corrections last."""

import textwrap
from collections.abc import Iterator, Sequence

from conductkit.change import Change, Diff
from conductkit.redline import redline
from conductkit.reports._entries import Entry, Section, advice, by_party, counts, label, sections
from conductkit.reports._words import reasons, shown_name, swaps
from conductkit.terminal import clean, paint

_TINTS = {
    "reversed": ("bold", "red"), "mixed": ("bold", "magenta"), "weaker": ("bold", "red"),
    "stronger": ("bold", "green"), "unknown": ("bold", "yellow"), "neutral": ("dim",),
}  # fmt: skip
_WIDTH = 96
_MARGIN = " " * 12
_FEW = 6
_LONGEST = 600


def changes(result: Diff, colour: bool) -> str:
    """All codes with changes, each under its name, and one line that sums up."""
    parts = [_section(section, colour) for section in sections(result)]
    return "\n".join([*parts, _summary(result, colour)])


def _section(section: Section, colour: bool) -> str:
    versions = ""
    if section.code.old and section.code.new and section.code.old != section.code.new:
        versions = f"  {section.code.old} → {section.code.new}"
    name = paint(clean(section.code.id), "bold", when=colour)
    blocks = [f"{name}  {clean(section.path)}{versions}\n"]
    blocks += ["\n".join(_entry(entry, colour)) + "\n" for entry in section.loud]
    quiet = list(_quiet(section, colour))
    if quiet:
        title = paint("neutral", *_TINTS["neutral"], when=colour)
        blocks.append("\n".join([f"  {title}   nothing that binds anybody", *quiet]) + "\n")
    return "\n".join(blocks)


def _entry(entry: Entry, colour: bool) -> Iterator[str]:
    change = entry.change
    effect = paint(f"{change.effect:<8}", *_TINTS[change.effect], when=colour)
    name = paint(clean(shown_name(change)), "bold", when=colour)
    sure = "" if change.confidence == "high" or change.effect == "unknown" else "  (not sure)"
    head = f"  {effect}  {name + '  ' if name else ''}{clean(label(change))}{sure}"
    if entry.others:
        names = [clean(item.name) for item in (change, *entry.others)]
        yield f"  {effect}  {len(names)} {change.kind}s {change.change}"
        yield from _wrapped(", ".join(names))
        return
    yield head
    if change.change == "moved" or (change.old is None and change.new is None):
        return
    yield from _words(change, colour)
    for reason in reasons(change):
        yield from _wrapped(reason)
    if change.rules:
        yield from _wrapped(f"Rules: {_some(change.rules)}.")
    for note in change.notes:
        yield from _wrapped(f"→ {note}")


def _words(change: Change, colour: bool) -> Iterator[str]:
    old, new = clean(change.old or ""), clean(change.new or "")
    if len(old) + len(new) > _LONGEST and not (old and new):
        old, new = (text[:_LONGEST] + "…" if len(text) > _LONGEST else text for text in (old, new))
    pieces = []
    for piece in redline(old, new):
        if piece.same:
            pieces.append(piece.old)
            continue
        if piece.old:
            pieces.append(_struck(piece.old, colour))
        if piece.new:
            pieces.append(_new(piece.new, colour))
    yield from _wrapped("".join(pieces), colour)


def _struck(text: str, colour: bool) -> str:
    return _mark(text, "[-", "-]", ("red", "strike"), colour)


def _new(text: str, colour: bool) -> str:
    return _mark(text, "{+", "+}", ("green", "underline"), colour)


def _mark(text: str, opening: str, closing: str, styles: Sequence[str], colour: bool) -> str:
    """The words marked; spaces around them stay outside, and each word is painted by itself."""
    inner = text.strip()
    lead, tail = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
    if not inner:
        return text
    if not colour:
        return f"{lead}{opening}{inner}{closing}{tail}"
    painted = " ".join(paint(word, *styles, when=True) for word in inner.split(" "))
    return f"{lead}{painted}{tail}"


def _wrapped(text: str, colour: bool = False) -> Iterator[str]:
    width = _WIDTH - len(_MARGIN)
    if not colour:
        for line in clean(text).split("\n"):
            yield from (
                _MARGIN + part
                for part in textwrap.wrap(line, width, break_long_words=False,
                                          break_on_hyphens=False)
            )  # fmt: skip
        return
    line, room = "", width
    for word in text.split(" "):
        size = len(_bare(word)) + 1
        if line and size > room:
            yield _MARGIN + line.rstrip()
            line, room = "", width
        line, room = f"{line}{word} ", room - size
    yield _MARGIN + line.rstrip()


def _bare(word: str) -> str:
    """A word without its colours, for measuring."""
    parts = word.split("\x1b[")
    return parts[0] + "".join(part.partition("m")[2] for part in parts[1:])


def _quiet(section: Section, colour: bool) -> Iterator[str]:
    """Corrections, a line each with their words; other neutral changes, a line a kind."""
    for change in section.corrections:
        name = clean(shown_name(change)) or "throughout"
        lines = list(_wrapped(f"{name}: {clean(swaps(change))}"))
        yield lines[0]
        yield from (f"  {line}" for line in lines[1:])
    for what, names in section.quiet.items():
        yield from _wrapped(f"{what}: {_some(list(dict.fromkeys(names)))}")


def _some(names: Sequence[str]) -> str:
    shown = ", ".join(clean(name) for name in names[:_FEW])
    return f"{shown} and {len(names) - _FEW} more" if len(names) > _FEW else shown


def _summary(result: Diff, colour: bool) -> str:
    if not result.changes:
        return paint("No change.", "green", when=colour) + "\n"
    parts = [
        paint(f"{number} {effect}", *_TINTS[effect], when=colour)
        for effect, number in counts(result)
    ]
    found = sections(result)
    steps = [advice(section) for section in found]
    tail = steps[0] if len(found) == 1 else ""
    sides = by_party(result)
    told = f"{clean('; '.join(sides)).capitalize()}.\n" if sides else ""
    return f"{', '.join(parts)}.{' ' + tail if tail else ''}\n{told}"
