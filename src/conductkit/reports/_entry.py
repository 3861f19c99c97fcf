"""Changes of one code as entries: one for each cause."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from conductkit.change import Change, Versions
from conductkit.reports._causes import causes
from conductkit.reports._groups import alike, counted, groups, shown
from conductkit.reports._labels import label
from conductkit.reports._notes import ids_lost, others

_WHOLE = ("added", "removed", "retired", "split", "merged", "renamed")


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


def loud(change: Change) -> bool:
    """Rules and codes that came, went or changed their id are shown whatever that does."""
    whole = change.change in _WHOLE and change.kind in ("rule", "code") and not change.field
    return change.effect != "neutral" or whole


def entries(code: Versions, changes: Sequence[Change]) -> Iterator[Entry]:
    """One cause, one entry, where its first change stands."""
    told = {id(cause.changes[0]): cause for cause in causes(code, changes)}
    inside = {id(change) for cause in told.values() for change in cause.changes}
    lone = [change for change in changes if id(change) not in inside]
    rolled = {id(group[0]): group for group in groups([one for one in lone if loud(one)])}
    done = {id(change) for group in rolled.values() for change in group}
    for change in changes:
        if id(change) in told:
            cause = told[id(change)]
            yield Entry(cause.said, members=cause.changes)
        elif id(change) in rolled:
            yield _rolled(rolled[id(change)])
        elif id(change) not in inside | done:
            yield Entry(change, members=(change,))


def _rolled(group: Sequence[Change]) -> Entry:
    """One entry for several changes of one kind, or for one edit of several elements."""
    same = alike(group)
    notes = () if same else ids_lost(group)
    return Entry(shown(group), tuple(group[1:]), same, notes, tuple(group))


def noted_once(entries: Sequence[Entry]) -> Iterator[Entry]:
    """The entries; what becomes of the ids of rules that went each for itself is said behind the
    last of them."""
    lone = [entry for entry in entries if entry.change.change == "removed" and not entry.others]
    lone = [entry for entry in lone if entry.change.kind == "rule"]
    for entry in entries:
        change = entry.change
        if len(lone) > 1 and any(entry is one for one in lone):
            all_ = ids_lost([one.change for one in lone]) if entry is lone[-1] else ()
            yield replace(entry, change=replace(change, notes=(*others(change), *all_)))
        else:
            yield entry
