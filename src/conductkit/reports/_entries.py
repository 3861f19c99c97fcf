"""Changes put in the order in which people read them: what decides first, corrections last."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from conductkit.change import EFFECTS, Change, Diff, Versions
from conductkit.reports._causes import causes
from conductkit.reports._groups import alike, counted, groups, shown
from conductkit.reports._labels import label, some
from conductkit.reports._notes import kept_no_id

_WHOLE = ("added", "removed", "retired", "split", "merged", "renamed")
_UNREAD = "Read their words: `--output-format html` shows each."
_PLAIN = {"code moved": "in another order"}


@dataclass(frozen=True, slots=True)
class Entry:
    """A change to show, and the others of its kind that it stands for.

    `alike` says that the others have the same words on both sides, so that one pair shows all;
    `notes` are those on all of them where it is not so. `members` are all changes that it tells of,
    of whatever kind.
    """

    change: Change
    others: tuple[Change, ...] = ()
    alike: bool = False
    notes: tuple[str, ...] = ()
    members: tuple[Change, ...] = ()

    @property
    def changes(self) -> tuple[Change, ...]:
        """All that the entry stands for."""
        return (self.change, *self.others)

    @property
    def names(self) -> list[str]:
        return [called(change) for change in self.changes if change.kind != "code"]

    @property
    def title(self) -> str:
        """What happened to all of them: “12 rules removed”, “3 sections edited (binds)”."""
        if len({change.kind for change in self.changes}) > 1:
            return f"{counted(self.changes)}: {self.change.field} {self.change.change}"
        what = label(self.change).removeprefix(f"{self.change.kind} ")
        joint = ": " if self.change.kind in ("rule", "code") and self.change.field else " "
        return f"{counted(self.changes)}{joint}{what}"


def called(change: Change) -> str:
    """The name of an element; of a renamed one the old and the new name."""
    renamed = change.change == "renamed" and change.old_id and change.old_id != change.id
    return f"{change.old_id} → {change.id}" if renamed else change.name


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
    codes = [code for code in result.codes if code.id in mine]
    codes.sort(key=lambda code: min(_rank(change) for change in mine[code.id]))
    return [_section(code, mine[code.id], result.required_bump(code.id)) for code in codes]


def _rank(change: Change) -> int:
    return EFFECTS.index(change.effect)


def _section(code: Versions, changes: Sequence[Change], step: str) -> Section:
    places = [change.new_at or change.old_at for change in changes]
    path = next((place.path for place in places if place), "")
    section = Section(code, path, step)
    section.entries.extend(_entries(code, changes))
    loud = [entry for entry in section.entries if _loud(entry.change)]
    section.loud.extend(sorted(loud, key=lambda entry: _rank(entry.change)))
    for entry in section.entries:
        change = entry.change
        if _loud(change):
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


def _loud(change: Change) -> bool:
    """Rules and codes that came, went or changed their id are shown whatever that does."""
    whole = change.change in _WHOLE and change.kind in ("rule", "code") and not change.field
    return change.effect != "neutral" or whole


def _entries(code: Versions, changes: Sequence[Change]) -> Iterator[Entry]:
    """One cause, one entry, where its first change stands."""
    told = {id(cause.changes[0]): cause for cause in causes(code, changes)}
    inside = {id(change) for cause in told.values() for change in cause.changes}
    lone = [change for change in changes if id(change) not in inside]
    rolled = {id(group[0]): group for group in groups([one for one in lone if _loud(one)])}
    done = {id(change) for group in rolled.values() for change in group}
    for change in changes:
        if id(change) in told:
            cause = told[id(change)]
            yield Entry(cause.said, members=cause.changes)
        elif id(change) in rolled:
            yield _rolled(rolled[id(change)], code)
        elif id(change) not in inside | done:
            yield Entry(change, members=(change,))


def _rolled(group: Sequence[Change], code: Versions) -> Entry:
    """One entry for several changes of one kind, or for one edit of several elements."""
    same = alike(group)
    notes = () if same else kept_no_id(group, code.after)
    if not same and group[0].effect == "unknown" and group[0].change == "edited":
        notes = (*notes, _UNREAD)
    return Entry(shown(group), tuple(group[1:]), same, notes, tuple(group))


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
