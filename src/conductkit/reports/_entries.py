"""Changes put in the order in which people read them: what decides first, corrections last."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from conductkit.change import EFFECTS, Change, Diff, Versions
from conductkit.reports._entry import Entry, called, entries, loud, noted_once
from conductkit.reports._labels import label, some

_PLAIN = {"code moved": "in another order"}


@dataclass(frozen=True, slots=True)
class Section:
    """The changes of one code: those that matter, the corrections of words, and the rest.

    `entries` are all of them in the order of the code. `quiet` has the names of what changed and
    binds nobody, by what happened.
    """

    code: Versions
    path: str
    step: str
    entries: list[Entry] = field(default_factory=list)
    loud: list[Entry] = field(default_factory=list)
    corrections: list[Change] = field(default_factory=list)
    quiet: dict[str, list[str]] = field(default_factory=dict)


def sections(result: Diff) -> list[Section]:
    """One section a code, the gravest first; codes without a change are left out."""
    mine: dict[str, list[Change]] = {}
    for change in result.changes:
        mine.setdefault(change.code, []).append(change)
    codes = list({code.id: code for code in reversed(result.codes) if code.id in mine}.values())
    codes.reverse()
    codes.sort(key=lambda code: min(_rank(change) for change in mine[code.id]))
    return [_section(code, mine[code.id], result.required_bump(code.id)) for code in codes]


def _rank(change: Change) -> int:
    return EFFECTS.index(change.effect)


def _section(code: Versions, changes: Sequence[Change], step: str) -> Section:
    edition = code.after or code.before
    places = [change.new_at or change.old_at for change in changes]
    known = next((place.path for place in places if place), "")
    path = edition.place.source.path if edition else known
    section = Section(code, path, step)
    section.entries.extend(entries(code, changes))
    shown = [entry for entry in section.entries if loud(entry.change)]
    section.loud.extend(noted_once(sorted(shown, key=lambda entry: _rank(entry.change))))
    for entry in section.entries:
        change = entry.change
        if loud(change):
            continue
        if change.change == "reworded" or (change.kind == "term" and change.notes):
            section.corrections.append(change)
        elif change.kind == "code":
            section.quiet.setdefault(f"code {change.change}", []).append(change.field)
        else:
            section.quiet.setdefault(label(change), []).append(_parts(entry) or called(change))
    return section


def _parts(entry: Entry) -> str:
    """A section and those that were folded into it, or came out of it."""
    change = entry.change
    if change.kind != "section" or change.change not in ("merged", "split"):
        return ""
    others = [one for one in entry.members if one.kind == "section" and one.name != change.name]
    names = ", ".join(one.name for one in others)
    return f"{names} → {change.id}" if change.change == "merged" else f"{change.old_id} → {names}"


def quiet_lines(section: Section, most: int = 0) -> list[str]:
    """What changed and binds nobody, a line a kind; of moves from where to where."""
    lines = []
    for what, names in section.quiet.items():
        once = list(dict.fromkeys(names))
        told = _moves(section, once) if what == "moved" else {_PLAIN.get(what, what): once}
        lines += [f"{said}: {some(items, most)}" for said, items in told.items()]
    return lines


def _moves(section: Section, names: Sequence[str]) -> dict[str, list[str]]:
    """Moved rules by the sections that they left and came to."""
    before, after = section.code.before, section.code.after
    moved = [one.change for one in section.entries if one.change.change == "moved"]
    former = {change.name: change.old_id or change.name for change in moved}
    found: dict[str, list[str]] = {}
    for name in names:
        new = after.by_id.get(name) if after else None
        old = before.by_id.get(former.get(name, name)) if before else None
        places = [
            code.section_of(rule) for code, rule in ((before, old), (after, new)) if code and rule
        ]
        ids = [place.id for place in places if place]
        apart = len(ids) == 2 and ids[0] != ids[1]
        what = f"moved from {ids[0]} to {ids[1]}" if apart else "moved"
        found.setdefault(what, []).append(name)
    return found
