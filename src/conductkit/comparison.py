"""Two sides of files compared: every code with its other edition, known by its id."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from conductkit.change import Diff, together
from conductkit.diff import came, diff, went
from conductkit.finding import Finding
from conductkit.load import Loaded
from conductkit.model import Code


@dataclass(frozen=True, slots=True)
class File:
    """A file of one side: where it stands from the folder compared, and what came of it."""

    name: str
    loaded: Loaded


@dataclass(frozen=True, slots=True)
class Sides:
    """The files of the old and the new side; `single` where the user named one file on each.

    `revisions` are the names that stand before the paths of files in git, `commits` their ids.
    """

    old: tuple[File, ...]
    new: tuple[File, ...]
    single: bool = False
    revisions: tuple[str, ...] = ()
    commits: tuple[str, ...] = ()

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What keeps files from being codes."""
        files = (*self.old, *self.new)  # one folder on both sides: each fault once
        return tuple(dict.fromkeys(item for file in files for item in file.loaded.findings))


def compare(both: Sides) -> Diff:
    """The changes of every code that can be read on both sides; codes are known by their id."""
    olds, news = _codes(both.old), _codes(both.new)
    if both.single:
        made = diff(olds[0][1], news[0][1]) if olds and news else Diff()
        return replace(made, revisions=both.revisions)
    broken = {file.name for file in (*both.old, *both.new) if file.loaded.code is None}
    parts = []
    for name, code in news:
        partner = _partner(name, code, olds)
        if partner:
            olds.remove(partner)
            parts.append(diff(partner[1], code))
        elif name not in broken:
            parts.append(_noted(came(code), news, code))
    before = _codes(both.old)
    parts += [_noted(went(code), before, code) for name, code in olds if name not in broken]
    return replace(together(parts), revisions=both.revisions)


def _noted(made: Diff, codes: Sequence[tuple[str, Code]], code: Code) -> Diff:
    """What came or went as one code; with a note where another file of its side has its id."""
    other = next((name for name, one in codes if one.id == code.id and one is not code), "")
    if not other:
        return made
    note = f"{other} has the id “{code.id}”, too: give one of the two its own."
    changes = (replace(one, notes=(*one.notes, note)) for one in made.changes)
    return replace(made, changes=tuple(changes))


def _codes(files: Sequence[File]) -> list[tuple[str, Code]]:
    return [(file.name, file.loaded.code) for file in files if file.loaded.code is not None]


def _partner(name: str, code: Code, olds: Sequence[tuple[str, Code]]) -> tuple[str, Code] | None:
    """The old edition: the code with this id, the one in the same place first."""
    same = [item for item in olds if item[1].id == code.id]
    return next((item for item in same if item[0] == name), same[0] if same else None)
