"""Changes as one HTML page: old and new words beside each other, what got weaker first."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from conductkit.change import Change, Diff
from conductkit.redline import redline
from conductkit.reports._entries import Section, quiet_lines, sections
from conductkit.reports._entry import Entry
from conductkit.reports._labels import label
from conductkit.reports._sums import advice, counts
from conductkit.reports._words import reasons, shown_name
from conductkit.terminal import clean

_SIGNS = {
    "reversed": "⇄", "mixed": "↕", "weaker": "↓", "stronger": "↑", "unknown": "?", "neutral": "=",
}  # fmt: skip
_NEUTRAL = "neutral"

Pieces = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Pair:
    """The words of one element on both sides, as runs marked `same`, `del` or `ins`."""

    name: str
    label: str
    old: Pieces
    new: Pieces
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Card:
    """One cause: its effect, its heading, and the elements that it touches, by name if many."""

    effect: str
    sign: str
    name: str
    label: str
    pairs: tuple[Pair, ...]
    reasons: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class View:
    """One code as the page shows it."""

    name: str
    path: str
    versions: str
    advice: str
    cards: tuple[Card, ...]
    corrections: tuple[Pair, ...]
    quiet: tuple[str, ...]

    @property
    def folded(self) -> int:
        """How many lines of what binds nobody there are."""
        return len(self.corrections) + len(self.quiet)


def changes(result: Diff) -> str:
    """The whole page."""
    from conductkit.rendering.page import shipped_page

    views = [_view(section, result) for section in sections(result)]
    names = views[0].name if len(views) == 1 else f"{len(views)} codes of conduct"
    title = f"What changed in {names}" if views else "No change to any code of conduct"
    numbers = [(effect, _SIGNS[effect], number) for effect, number in counts(result)]
    return shipped_page("reports/changes.j2").render(title=title, numbers=numbers, views=views)


def _view(section: Section, result: Diff) -> View:
    code = section.code
    versions = [clean(version) for version in (code.old, code.new) if version]
    return View(
        name=clean(code.id), path=clean(section.path),
        versions=" → ".join(dict.fromkeys(versions)), advice=advice(section, result),
        cards=tuple(_card(entry) for entry in section.loud),
        corrections=tuple(_pair(change) for change in section.corrections),
        quiet=tuple(map(clean, quiet_lines(section))),
    )  # fmt: skip


def _card(entry: Entry) -> Card:
    change = entry.change
    sign = _SIGNS[change.effect]
    if entry.others:
        title = clean(entry.title)
        if entry.alike:
            names = ", ".join(map(clean, entry.names))
            return Card(
                change.effect, sign, title, names, (_pair(change),), tuple(_reasons(change))
            )
        renamed = change.change == "renamed"  # the names say it all
        pairs = () if renamed else tuple(_pair(item) for item in entry.changes)
        listed, notes = (tuple(map(clean, items)) for items in (entry.names, entry.notes))
        return Card(change.effect, sign, title, "", pairs, names=listed, remarks=notes)
    name = clean(shown_name(change) or label(change))
    what = clean(label(change)) if shown_name(change) else ""
    return Card(change.effect, sign, name, what, (_pair(change),), tuple(_reasons(change)))


def _reasons(change: Change) -> Iterator[str]:
    yield from map(clean, reasons(change))
    if change.confidence == "low" and change.effect not in ("unknown", _NEUTRAL):
        yield "Not sure: read both texts."


def _pair(change: Change) -> Pair:
    pieces = redline(clean(change.old or ""), clean(change.new or ""))
    old = ((piece.old, "same" if piece.same else "del") for piece in pieces if piece.old)
    new = ((piece.new, "same" if piece.same else "ins") for piece in pieces if piece.new)
    return Pair(
        clean(shown_name(change) or "throughout"), clean(label(change)), tuple(old), tuple(new),
        tuple(_remarks(change.rules, change.notes)),
    )  # fmt: skip


def _remarks(rules: Sequence[str], notes: Sequence[str]) -> Iterator[str]:
    if rules:
        yield f"Rules: {', '.join(clean(rule) for rule in rules)}."
    yield from map(clean, notes)
