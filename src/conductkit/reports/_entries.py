"""Changes put in the order in which people read them: what decides first, corrections last."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from conductkit.change import EFFECTS, Change, Diff, Versions

_MANY = 8
_WHOLE = ("added", "removed", "retired", "split", "merged", "renamed")


@dataclass(frozen=True, slots=True)
class Entry:
    """A change to show, and the others of its kind that it stands for."""

    change: Change
    others: tuple[Change, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """The changes of one code: those that matter, the corrections of words, and the rest."""

    code: Versions
    path: str
    step: str
    loud: list[Entry] = field(default_factory=list)
    corrections: list[Change] = field(default_factory=list)
    quiet: dict[str, list[str]] = field(default_factory=dict)


def sections(result: Diff) -> list[Section]:
    """One section a code, in the order of the diff; codes without a change are left out."""
    found = []
    for code in result.codes:
        changes = [change for change in result.changes if change.code == code.id]
        if changes:
            found.append(_section(code, changes, result.required_bump(code.id)))
    return found


def _section(code: Versions, changes: Sequence[Change], step: str) -> Section:
    places = [change.new_at or change.old_at for change in changes]
    path = next((place.path for place in places if place), "")
    section = Section(code, path, step)
    loud = [change for change in changes if change.effect != "neutral" or _shown(change)]
    section.loud.extend(_rolled(sorted(loud, key=lambda change: EFFECTS.index(change.effect))))
    for change in changes:
        if change in loud:
            continue
        if change.change == "reworded":
            section.corrections.append(change)
        elif change.kind == "code":
            section.quiet.setdefault(f"code {change.change}", []).append(change.field)
        else:
            section.quiet.setdefault(label(change), []).append(change.name)
    return section


def _shown(change: Change) -> bool:
    """Rules and codes that came, went or changed their id are shown whatever that does."""
    return change.change in _WHOLE and change.kind in ("rule", "code") and not change.field


def _rolled(changes: Sequence[Change]) -> list[Entry]:
    """Very many rules that came or went with one effect are one entry."""
    groups: dict[tuple[str, ...], list[Change]] = {}
    for change in changes:
        key = (change.kind, change.change, change.effect, change.field)
        groups.setdefault(key, []).append(change)
    entries, done = [], set()
    for change in changes:
        key = (change.kind, change.change, change.effect, change.field)
        many = change.change in ("added", "removed", "retired") and len(groups[key]) >= _MANY
        if not many:
            entries.append(Entry(change))
        elif key not in done:
            done.add(key)
            entries.append(Entry(change, tuple(groups[key][1:])))
    return entries


def label(change: Change) -> str:
    """What happened, in a few words: “reworded”, “level added”, “term renamed”."""
    what = change.change
    if change.kind == "rule":
        return f"{change.field} {what}" if change.field else what
    if change.kind == "code":
        return f"{change.field} {what}" if change.field else f"code {what}"
    fields = f" ({change.field})" if change.field else ""
    return f"{change.kind} {what}{fields}"


def by_party(result: Diff) -> list[str]:
    """What the changes do to each party that is bound, in words; nothing where all bind the same.

    Parties are named by their ids. Changes that bind nobody in particular are left out.
    """
    bound = dict.fromkeys(party for change in result.changes for party in change.binds)
    if len({tuple(change.binds) for change in result.changes if change.binds}) < 2:
        return []
    lines = []
    for party in bound:
        own = Diff(tuple(change for change in result.changes if party in change.binds))
        told = ", ".join(f"{number} {effect}" for effect, number in counts(own))
        lines.append(f"binds {party}: {told}")
    return lines


def counts(result: Diff) -> list[tuple[str, int]]:
    """How many changes have each effect, in the order of reading; none that do not occur."""
    numbers = [(effect, sum(c.effect == effect for c in result.changes)) for effect in EFFECTS]
    return [(effect, number) for effect, number in numbers if number]


_STEPS = {
    "major": "This asks for a new major version.",
    "minor": "This asks for a new minor version.",
    "patch": "This asks for a new patch version.",
    "none": "",
}


def advice(section: Section) -> str:
    """What the changes ask of the version, in a sentence."""
    return _STEPS[section.step]
