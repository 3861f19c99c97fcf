"""Words that left one place of a code and stand, in other words, in another.

A sanction that was a consequence and is a rule now, a ban that left a section's text: taken each
for itself, one came and one went. Beside each other they say what became of the duty.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from conductkit.change import Change
from conductkit.difference.editions import Editions
from conductkit.difference.effects import axes
from conductkit.difference.likeness import LEAST, likeness
from conductkit.difference.passage import passage
from conductkit.difference.runs import Unit, units
from conductkit.difference.wording import judge

_NOTE = "Its words stand in another part of the other edition, changed: compare both."
_PLACES = ("rule", "consequence", "section", "code")
_FEWEST = 4  # words of a sentence that could be known again


class _Piece(NamedTuple):
    """A sentence that one side of a change has alone; `whole` where its element came or went."""

    at: int
    kind: str
    unit: Unit
    whole: bool


def crossed(both: Editions, changes: Sequence[Change]) -> list[Change]:
    """The changes; what came or went whole is read beside what it was in another place."""
    gone, come = _pieces(both, changes, new=False), _pieces(both, changes, new=True)
    found = list(changes)
    for one, two in _pairs(gone, come):
        verdict = judge(one.unit.text, two.unit.text, both.languages, both.sides)
        told = verdict.effect in ("stronger", "weaker", "reversed", "mixed")
        for piece in (one, two):
            change = found[piece.at]
            described = any(found[side.at].kind == "code" for side in (one, two)) and not told
            if piece.whole and not described and change.effect != "neutral":
                found[piece.at] = replace(
                    change,
                    effect=verdict.effect if told else "unknown",
                    evidence=verdict.evidence if told else (),
                    axes=axes(verdict.evidence) if told else change.axes,
                    confidence="low",
                    notes=(*change.notes, _NOTE),
                )
    return found


def _pieces(both: Editions, changes: Sequence[Change], *, new: bool) -> list[_Piece]:
    found: list[_Piece] = []
    for at, change in enumerate(changes):
        if change.kind not in _PLACES or change.change in ("moved", "renamed", "retagged"):
            continue
        whole = change.kind in ("rule", "consequence") and not (change.old and change.new)
        found += [_Piece(at, change.kind, unit, whole) for unit in _own(both, change, new=new)]
    return found


def _own(both: Editions, change: Change, *, new: bool) -> Iterator[Unit]:
    """The sentences that one side of a change has and the other one has not."""
    sides = [_units(both, change, new=side) for side in (False, True)]
    other = {unit.words for unit in sides[not new]}
    for unit in sides[new]:
        if len(unit.words) >= _FEWEST and unit.words not in other:
            yield unit


def _units(both: Editions, change: Change, *, new: bool) -> list[Unit]:
    code, name = (both.new, change.id) if new else (both.old, change.old_id)
    text = change.new if new else change.old
    if change.kind == "consequence":
        text = next((item.then for item in code.consequences if item.id == name), "")
    return units(passage(text or "", code.language))


def _apart(one: _Piece, two: _Piece) -> bool:
    """Whether two sentences stand in places of two kinds, or in two consequences."""
    return one.kind != two.kind or (one.kind == "consequence" and one.at != two.at)


def _pairs(gone: list[_Piece], come: list[_Piece]) -> list[tuple[_Piece, _Piece]]:
    """The sentences of two changes that are most alike, each once; one of them came or went."""
    ranked = sorted(
        (
            (-likeness(Counter(one.unit.words), Counter(two.unit.words)), a + b, abs(a - b), a, b)
            for a, one in enumerate(gone)
            for b, two in enumerate(come)
            if _apart(one, two) and (one.whole or two.whole)
        )
    )
    taken: tuple[set[int], set[int]] = set(), set()
    found = []
    for score, *_, a, b in ranked:
        if -score < LEAST:
            break
        if a not in taken[0] and b not in taken[1]:
            found.append((gone[a], come[b]))
            taken[0].add(a)
            taken[1].add(b)
    return found
