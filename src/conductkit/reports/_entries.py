"""Changes put in the order in which people read them: what decides first, corrections last."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from conductkit.change import EFFECTS, Change, Diff, Versions
from conductkit.reports._labels import label, plural, some

_MANY = 8
_WHOLE = ("added", "removed", "retired", "split", "merged", "renamed")
_PLAIN = {"code moved": "in another order"}
_ROLLED = ("added", "removed", "retired", "renamed")


@dataclass(frozen=True, slots=True)
class Entry:
    """A change to show, and the others of its kind that it stands for.

    `alike` says that the others have the same words on both sides, so that one pair shows all.
    """

    change: Change
    others: tuple[Change, ...] = ()
    alike: bool = False

    @property
    def changes(self) -> tuple[Change, ...]:
        """All that the entry stands for."""
        return (self.change, *self.others)

    @property
    def names(self) -> list[str]:
        return [called(change) for change in self.changes]

    @property
    def title(self) -> str:
        """What happened to all of them: “12 rules removed”, “3 sections edited (binds)”."""
        kind = plural(self.change.kind)
        what = label(self.change).removeprefix(f"{self.change.kind} ")
        joint = ": " if self.change.kind in ("rule", "code") and self.change.field else " "
        return f"{len(self.changes)} {kind}{joint}{what}"


def called(change: Change) -> str:
    """The name of an element; of a renamed one the old and the new name."""
    renamed = change.change == "renamed" and change.old_id and change.old_id != change.id
    return f"{change.old_id} → {change.id}" if renamed else change.name


@dataclass(frozen=True, slots=True)
class Section:
    """The changes of one code: those that matter, the corrections of words, and the rest.

    `quiet` has the names of what changed and binds nobody, by what happened.
    """

    code: Versions
    path: str
    step: str
    loud: list[Entry] = field(default_factory=list)
    corrections: list[Change] = field(default_factory=list)
    quiet: dict[str, list[str]] = field(default_factory=dict)


def sections(result: Diff) -> list[Section]:
    """One section a code, the gravest first; codes without a change are left out."""
    mine: dict[str, list[Change]] = {}
    for change in result.changes:
        mine.setdefault(change.code, []).append(change)
    codes = [code for code in result.codes if code.id in mine]
    codes.sort(key=lambda code: min(_rank(change) for change in mine[code.id]))
    return [_section(code, mine[code.id], result.required_bump(code.id)) for code in codes]


def _rank(change: Change) -> int:
    return EFFECTS.index(change.effect)


def _section(code: Versions, changes: Sequence[Change], step: str) -> Section:
    places = [change.new_at or change.old_at for change in changes]
    path = next((place.path for place in places if place), "")
    section = Section(code, path, step)
    loud = [change for change in changes if _loud(change)]
    section.loud.extend(_rolled(sorted(loud, key=_rank)))
    for change in changes:
        if _loud(change):
            continue
        if change.change == "reworded" or (change.kind == "term" and change.notes):
            section.corrections.append(change)
        elif change.kind == "code":
            section.quiet.setdefault(f"code {change.change}", []).append(change.field)
        else:
            section.quiet.setdefault(label(change), []).append(called(change))
    return section


def _loud(change: Change) -> bool:
    """Rules and codes that came, went or changed their id are shown whatever that does."""
    whole = change.change in _WHOLE and change.kind in ("rule", "code") and not change.field
    return change.effect != "neutral" or whole


def _rolled(changes: Sequence[Change]) -> list[Entry]:
    """One cause, one entry: very many that came or went, and one edit made to several at once."""
    groups: dict[tuple[object, ...], list[Change]] = {}
    for change in changes:
        groups.setdefault(_cause(change), []).append(change)
    entries, done = [], set()
    for change in changes:
        cause = _cause(change)
        group = groups[cause]
        if not (_edit(change) or (change.change in _ROLLED and len(group) >= _MANY)):
            entries.append(Entry(change))
        elif cause not in done:
            done.add(cause)
            entries.append(Entry(change, tuple(group[1:]), alike=_edit(change)))
    return entries


def _cause(change: Change) -> tuple[object, ...]:
    """What changes share that are one entry."""
    key = (change.kind, change.change, change.effect, change.field)
    return (*key, change.old, change.new, change.confidence, change.notes) if _edit(change) else key


def _edit(change: Change) -> bool:
    """Whether a mark or the place of an element changed, rather than what it asks in its words."""
    marked = bool(change.field) and change.change == "edited"
    return change.kind in ("rule", "section") and (marked or change.change == "moved")


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
    found: dict[str, list[str]] = {}
    for name in names:
        new = after.by_id.get(name) if after else None
        old = before.by_id.get(name) if before else None
        places = [
            code.section_of(rule) for code, rule in ((before, old), (after, new)) if code and rule
        ]
        ids = [place.id for place in places if place]
        apart = len(ids) == 2 and ids[0] != ids[1]
        what = f"moved from {ids[0]} to {ids[1]}" if apart else "moved"
        found.setdefault(what, []).append(name)
    return found
