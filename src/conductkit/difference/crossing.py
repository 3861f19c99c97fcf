"""Words that left one place of a code and stand, in other words, in another.

A sanction that was a consequence and is a rule now, a ban that left a section's text: taken each
for itself, one came and one went. Beside each other they say what became of the duty.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from conductkit.change import Change
from conductkit.difference.editions import Editions
from conductkit.difference.effects import axes
from conductkit.difference.likeness import LEAST, likeness
from conductkit.difference.passage import passage
from conductkit.difference.runs import Unit, text_of, units
from conductkit.difference.wording import Verdict, judge, together

_NOTE = "Its words stand in another part of the other edition, changed: compare both."
_PLACES = ("rule", "consequence", "section", "code")
_DOUBT = Verdict("unknown", (), "low")
_FEWEST = 4  # words of a sentence that could be known again


class _Piece(NamedTuple):
    """A sentence that one side of a change has alone; `whole` where its element came or went.

    `name` is that of the element, the same whichever edition is old.
    """

    at: int
    name: str
    kind: str
    unit: Unit
    whole: bool


def crossed(both: Editions, changes: Sequence[Change]) -> list[Change]:
    """The changes; what came or went whole is read beside what it was in another place."""
    gone, come = _pieces(both, changes, new=False), _pieces(both, changes, new=True)
    met: dict[int, list[tuple[_Piece, Verdict]]] = defaultdict(list)
    for one, two in _pairs(gone, come):
        verdict = judge(one.unit.text, two.unit.text, both.languages, both.sides)
        told = verdict.effect in ("stronger", "weaker", "reversed", "mixed")
        if not told and any(changes[side.at].kind == "code" for side in (one, two)):
            continue
        same = one.unit.words == two.unit.words
        for piece in (one, two):
            if changes[piece.at].effect != "neutral" and (same or _is_all(changes, piece)):
                met[piece.at].append((piece, verdict if told else _DOUBT))
    found = list(changes)
    for at, pairs in met.items():
        taken = [piece for piece, _ in pairs]
        left = [[one for one in side if one.at == at and one not in taken] for side in (gone, come)]
        found[at] = _read(both, changes[at], [verdict for _, verdict in pairs], left)
    return found


def _is_all(changes: Sequence[Change], piece: _Piece) -> bool:
    """Whether a sentence, or with others like it, is all that a change tells of."""
    said = changes[piece.at].evidence
    return piece.whole or (
        len(said) == 1
        and said[0].axis == "obligation"
        and (said[0].old or said[0].new).strip(" .!") == piece.unit.text.strip(" .!")
    )


def _read(
    both: Editions, change: Change, met: list[Verdict], left: Sequence[Sequence[_Piece]]
) -> Change:
    """A change beside what its sentences became elsewhere; those left came or went all the same."""
    texts = [text_of([piece.unit for piece in side], "") for side in left]
    rest = judge(texts[0], texts[1], both.languages, both.sides)
    verdict = together([*met, rest]) if rest.evidence else together(met)
    return replace(
        change,
        effect=verdict.effect,
        evidence=verdict.evidence,
        axes=axes(verdict.evidence) if verdict.evidence else change.axes,
        confidence="low",
        notes=(*change.notes, _NOTE),
    )


def _pieces(both: Editions, changes: Sequence[Change], *, new: bool) -> list[_Piece]:
    found: list[_Piece] = []
    for at, change in enumerate(changes):
        if change.kind not in _PLACES or change.change in ("moved", "renamed", "retagged"):
            continue
        whole = change.kind != "code" and not (change.old and change.new)
        name = min(filter(None, (change.id, change.old_id)), default="")
        found += [
            _Piece(at, name, change.kind, unit, whole) for unit in _own(both, change, new=new)
        ]
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
    """Whether two sentences stand in places of two kinds, in two consequences, or are one sentence
    of two rules."""
    same = one.unit.words == two.unit.words
    return one.kind != two.kind or (one.at != two.at and (same or one.kind == "consequence"))


def _pairs(gone: list[_Piece], come: list[_Piece]) -> list[tuple[_Piece, _Piece]]:
    """The sentences of two changes that are most alike, each once; one of them came or went."""
    ranked = sorted(
        (
            (
                -likeness(Counter(one.unit.words), Counter(two.unit.words)),
                sorted((one.name, two.name)),
                a + b,
                abs(a - b),
                a,
                b,
            )
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
