"""The life of a code or of one rule: which commits changed it, and what each did to the duty.

Pure: commits and the contents of files come in. A commit is compared with its parents as `git log`
shows them; a merge tells only what it did itself, not what its parents had done.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from conductkit import changelog
from conductkit.change import EFFECTS, Change, Diff
from conductkit.diff import came, diff, went
from conductkit.gitlog import Commit
from conductkit.life_files import Editions, Step, steps_of
from conductkit.life_rule import of_rule
from conductkit.model import Code


@dataclass(frozen=True, slots=True)
class Entry:
    """What one commit did to a code, or to the rule that was asked for; `lines` say it in words."""

    commit: Commit
    code: str
    path: str
    old_version: str
    new_version: str
    changes: tuple[Change, ...]
    lines: tuple[str, ...] = ()

    @property
    def effects(self) -> tuple[str, ...]:
        """The effects of the changes, the gravest first; neutral only by itself."""
        found = {change.effect for change in self.changes}
        grave = tuple(effect for effect in EFFECTS if effect in found and effect != "neutral")
        return grave or tuple(found)

    @property
    def summary(self) -> str:
        """Effects and version in a few words."""
        old, new = self.old_version, self.new_version
        step = f"{old} → {new}" if old and new and old != new else new or old
        parts = (", ".join(self.effects), f"version {step}" if step else "")
        return "; ".join(part for part in parts if part)


@dataclass(frozen=True, slots=True)
class Life:
    """The entries of a code or rule, the newest first; `unread` says which editions do not load.

    `first` is the id of the oldest commit that touched the file, "" where there is none.
    """

    code: str
    rule: str
    entries: tuple[Entry, ...]
    unread: tuple[str, ...] = ()
    first: str = ""

    @property
    def name(self) -> str:
        """What the life is of: `code` or `code#rule`."""
        return f"{self.code}#{self.rule}" if self.rule else self.code


def life(commits: Sequence[Commit], editions: Editions, id: str, path: str, rule: str = "") -> Life:
    """The life of the code with this id, which stands or stood at `path`; of one rule of it."""
    steps = list(steps_of(commits, editions, id, path))
    unread = list(dict.fromkeys(_unread(steps, editions)))
    parents = {
        touch.new_blob: touch.old_blob
        for step in steps for touch in step.touches if touch.old_blob != touch.new_blob
    }  # fmt: skip
    told = [entry for step in steps if (entry := _entry(step, editions, parents))]
    if rule:
        sides = [(entry.changes, old, new) for entry, old, new in told]
        told = [
            (replace(one[0], changes=changes, lines=()), *one[1:])
            for one, changes in zip(told, of_rule(sides, rule), strict=True) if changes
        ]  # fmt: skip
    else:
        told = [one for one in told if one[0].changes or one[0].old_version != one[0].new_version]
    first = steps[-1].commit.id if steps else ""
    return Life(id, rule, tuple(entry for entry, _, _ in told), tuple(unread), first)


_Told = tuple[Entry, Code | None, Code | None]


def _unread(steps: Sequence[Step], editions: Editions) -> Iterator[str]:
    for step in steps:
        touch = step.touches[0]
        if touch.new_blob and editions.code(touch.new_blob, touch.new_path) is None:
            name = f"{step.commit.short}:{touch.new_path}"
            yield f"{name} is no code that loads; the next edition that does is compared instead."


def _entry(step: Step, editions: Editions, parents: Mapping[str, str]) -> _Told | None:
    """What a commit did; None where its edition does not load."""
    found: list[tuple[Diff, Code | None, Code | None]] = []
    for touch in step.touches:
        new = editions.code(touch.new_blob, touch.new_path)
        if touch.new_blob and new is None:
            return None
        old = _loading(touch.old_blob, touch.old_path, editions, parents)
        if old is None and new is None:
            return None
        found.append((_compared(old, new), old, new))
    result, old, new = found[0]
    changes = result.changes
    for other, _, _ in found[1:]:
        theirs = {_key(change) for change in other.changes}
        changes = tuple(change for change in changes if _key(change) in theirs)
    code = new or old
    last = step.touches[0]
    versions = (old.version if old else "", new.version if new else "")
    if len(step.touches) > 1 and versions[1] in {one.version for _, one, _ in found if one}:
        versions = (versions[1], versions[1])
    said = _lines(old, new, replace(result, changes=changes))
    entry = Entry(
        step.commit, code.id if code else "", last.new_path or last.old_path, *versions,
        changes, said,
    )  # fmt: skip
    return entry, old, new


def _loading(blob: str, path: str, editions: Editions, parents: Mapping[str, str]) -> Code | None:
    """The code in a blob or, where that does not load, in the nearest edition before it."""
    seen = set()
    while blob and blob not in seen:
        code = editions.code(blob, path)
        if code is not None:
            return code
        seen.add(blob)
        blob = parents.get(blob, "")
    return None


def _compared(old: Code | None, new: Code | None) -> Diff:
    if old is None or new is None:
        return came(new) if new else went(old) if old else Diff()
    return diff(old, new)


def _key(change: Change) -> tuple[str | None, ...]:
    return change.kind, change.id, change.change, change.field, change.new


def _lines(old: Code | None, new: Code | None, result: Diff) -> tuple[str, ...]:
    if old is not None and new is not None:
        return tuple(changelog.lines(old, new, result))
    return (changelog.first(new.language),) if new else ()
