"""The version that changes ask for: what to write.

Pure: codes, their diff and a day come in; nothing is read or written here.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from conductkit import changelog, digest
from conductkit.change import EFFECTS, Change, Diff
from conductkit.diff import diff
from conductkit.model import Code, Edition
from conductkit.version import next_version, parts

Named = tuple[str, Code]
"""A code that was given out, and the commit that did it in words."""
FIRST = {"draft": "0.1.0", "active": "1.0.0", "retired": "1.0.0"}


@dataclass(frozen=True, slots=True)
class Plan:
    """What the changes of one code ask for.

    `base` is the version that the code was compared with, "" where it had none; `least` the
    smallest one that will do; `version` the one to write; `entry` the changelog entry to write, and
    `replaces` the version of the entry that it takes the place of.
    """

    code: Code
    base: str
    step: str
    least: str
    version: str
    entry: Edition | None = None
    replaces: str = ""
    asking: tuple[Change, ...] = ()
    clash: str = ""

    @property
    def writes(self) -> bool:
        """Whether the file would change."""
        return self.version != self.code.version or self.entry is not None


def plan(
    old: Code | None,
    new: Code,
    day: date,
    *,
    policy: Mapping[str, str] | None = None,
    committed: Code | None = None,
    taken: Callable[[str], Sequence[Named]] = lambda _version: (),
) -> Plan:
    """What a code needs after the edition `old`, None where it has none that was given out.

    `policy` maps effects to steps (`change.POLICY`). `committed` is the code as last committed:
    what its changelog entry does not say any more is not said again. `taken` gives the editions
    that were given out under a version: no other text gets the same.
    """
    if old is None or not old.version:
        return _first(new, day)
    result = replace(diff(old, new), policy=policy or {})
    step = result.required_bump(new.id)
    enough = least = next_version(old.version, step)
    while step != "none" and _clash(new, taken(least)):
        least = next_version(least, "patch")
    clash = _clash(new, taken(new.version)) if parts(new.version) >= parts(enough) else ""
    open_entry = _open_entry(old, new)
    named = [new.version, open_entry.version if open_entry and step != "none" else ""]
    version = max(least, *named, key=parts)
    if _clash(new, taken(version)):
        version = max([version, *(item.version for item in new.changelog)], key=parts)
        while _clash(new, taken(version)):
            version = next_version(version, "patch")
        least = version
    said = _lines(old, new, result, committed, open_entry)
    entry = None
    if step != "none" or clash:
        entry = _entry(new, version, said, open_entry, day)
    asking = _asking(result, new.id, step)
    replaces = open_entry.version if entry and open_entry else ""
    return Plan(new, old.version, step, least, version, entry, replaces, asking, clash)


def _first(new: Code, day: date) -> Plan:
    """A code that nobody was given before: its first version, and an entry that says so."""
    version = new.version or FIRST[new.status]
    entry = None
    if not any(item.version == version for item in new.changelog):
        said = (changelog.first(new.language),)
        entry = Edition(place=new.place, version=version, date=day.isoformat(), changes=said)
    return Plan(new, "", "none", version, version, entry)


def _open_entry(old: Code, new: Code) -> Edition | None:
    """The entry of the version in progress: one above the last version, not given out yet."""
    before = {item.version for item in old.changelog}
    found = [
        item for item in new.changelog
        if item.version not in before and parts(item.version) > parts(old.version)
    ]  # fmt: skip
    return next(
        (item for item in found if item.version == new.version), found[0] if found else None
    )


def _lines(
    old: Code, new: Code, result: Diff, committed: Code | None, entry: Edition | None
) -> list[str]:
    said = changelog.lines(old, new, result)
    if entry is None:
        return said
    told: list[str] = []
    if committed is not None and any(item.version == entry.version for item in committed.changelog):
        told = changelog.lines(old, committed, diff(old, committed))
    return changelog.amended(entry.changes, said, told, new.language)


def _entry(
    new: Code, version: str, said: list[str], entry: Edition | None, day: date
) -> Edition | None:
    """The entry to write; None where the one that is there says it already."""
    changes = tuple(said) or (entry.changes if entry else ())
    if entry and entry.version == version and entry.changes == changes and entry.date:
        return None
    return Edition(place=new.place, version=version, date=day.isoformat(), changes=changes)


def _clash(new: Code, editions: Sequence[Named]) -> str:
    """The commit that gave out another text under the same version."""
    if not editions:
        return ""
    mine = digest.of_code(new)
    return next((said for said, code in editions if digest.of_code(code) != mine), "")


def _asking(result: Diff, code: str, step: str) -> tuple[Change, ...]:
    """The changes that ask for the step, the gravest first."""
    if step == "none":
        return ()
    mine = [change for change in result.changes if change.code == code]
    asking = [c for c in mine if replace(result, changes=(c,)).required_bump(code) == step]
    return tuple(sorted(asking, key=lambda change: EFFECTS.index(change.effect)))
