"""What merges cleanly as text and not as meaning: two sides that changed what one rule demands."""

from collections.abc import Iterator, Set
from itertools import starmap

from conductkit.change import Change
from conductkit.difference.terms import users
from conductkit.merging.conflict import Conflict
from conductkit.merging.lines import pick
from conductkit.merging.names import Path, named
from conductkit.merging.sides import Side, demanded, words
from conductkit.model import Code

_DID = {
    "added": "defined “{}”",
    "removed": "took out what “{}” means",
    "renamed": "gave the term “{}” another name",
}


def clashes(ours: Side, theirs: Side) -> dict[Path, Conflict]:
    """The rules that must not be merged without a person who reads them, each with the reason."""
    found = dict(_demands(ours, theirs))
    for side, other in ((ours, theirs), (theirs, ours)):
        if side.code.terms != side.base.terms and other.touched:
            for path, conflict in _terms(side, other):
                found.setdefault(path, conflict)
    return found


def _demands(ours: Side, theirs: Side) -> Iterator[tuple[Path, Conflict]]:
    """Rules of which both sides changed what they demand, and neither has what comes of it."""
    why = "both sides changed what it demands"
    for name in ours.base.by_id:
        if name in ours.touched & theirs.touched and not _said(name, ours, theirs):
            mine, yours = (side.demands.get(name) for side in (ours, theirs))
            if mine and yours:
                path: Path = ("rules", name)
                yield path, Conflict(named(path), why, mine, yours, meaning=True)


def _said(name: str, ours: Side, theirs: Side) -> bool:
    """Whether a side already says all that the merge would."""
    base = demanded(ours.base, ours.base.by_id[name])
    sides = [demanded(side.code, side.rules[name]) for side in (ours, theirs)]
    merged = tuple(starmap(pick, zip(base, *sides, strict=True)))
    return merged in sides


def _terms(side: Side, other: Side) -> Iterator[tuple[Path, Conflict]]:
    """Terms that a side defined anew, and rules that the other side changed and that use them."""
    for change in side.told.changes:
        if change.kind != "term" or (change.effect == "neutral" and change.change != "renamed"):
            continue
        # Of a renamed term the old name is the one that has no meaning any more.
        term = (change.old_id if change.change == "renamed" else change.id or change.old_id) or ""
        if _meaning_of(other.code, term) == _meaning_of(side.code, term):
            continue
        anew = f"the term “{term}” has another meaning: {words(change)}"
        did = _DID.get(change.change, "defined “{}” anew").format(term)
        for name in sorted(_uses(term, change, other)):
            path = ("rules", name)
            use = f"uses it: {other.demands.get(name) or other.rules[name].text}"
            said = (anew, use) if side.name == "ours" else (use, anew)
            why = f"{side.name} {did}, {other.name} changed this rule, which uses it"
            yield path, Conflict(named(path), why, *said, meaning=True)


def _uses(term: str, change: Change, other: Side) -> Set[str]:
    """The rules that use a term and that the other side added, or changed in what they demand."""
    using = set(map(other.known, users(other.code, term))) & other.touched
    if change.change == "renamed":
        return using
    before = set(users(other.base, term))
    return {name for name in using if name not in before or name in other.demands}


def _meaning_of(code: Code, term: str) -> str:
    return next((item.text for item in code.terms if item.term == term), "")
