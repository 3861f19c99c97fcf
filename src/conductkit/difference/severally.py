"""A stretch of two texts sentence by sentence: those that are alike side by side, the rest alone.

For a direction only: what nobody can tell of the stretch as a whole may be told of a sentence.
Where words went from one sentence into another, nothing is told here.
"""

from collections import Counter
from itertools import permutations
from typing import NamedTuple

from conductkit.difference.likeness import likeness
from conductkit.difference.passage import passage
from conductkit.difference.runs import Run, Unit, text_of, units
from conductkit.language.lexicon import lexicon, primary

_LEAST = 0.5  # share of words that two sentences have in common to be one
_MOST = 0.4  # share of a lone sentence's telling words that one of the other side may have
_SHORT = 3  # letters of words that tell nothing of a sentence, figures aside
_BOUND = 40  # sentences beyond which a stretch is not taken apart


class _Piece(NamedTuple):
    """A sentence beside the one it became, or alone."""

    old: Unit | None
    new: Unit | None

    @property
    def gone(self) -> Counter[str]:
        return _words(self.old) - _words(self.new)

    @property
    def come(self) -> Counter[str]:
        return _words(self.new) - _words(self.old)


def severally(whole: Run) -> list[Run]:
    """The sentences of a stretch in pairs and alone; empty where they cannot be told apart."""
    sides = units(whole[0]), units(whole[1])
    if not 1 < max(map(len, sides)) <= _BOUND:
        return []
    pieces = [one for one in _pieces(*sides) if not one.old or not one.new or one.old != one.new]
    light = lexicon(primary(whole[0].language)).prepositions
    if any(_went(one, two, light) for one, two in permutations(pieces, 2)):
        return []
    found = [_run(piece, whole) for piece in pieces]
    return [run for run in found if run[0].text != run[1].text and run != whole]


def _pieces(old: list[Unit], new: list[Unit]) -> list[_Piece]:
    """The most alike first; each sentence once."""
    counts = [[Counter(unit.words) for unit in side] for side in (old, new)]
    ranked = sorted(
        (-likeness(one, two), abs(i - j), i, j)
        for i, one in enumerate(counts[0])
        for j, two in enumerate(counts[1])
    )
    left = set(range(len(old))), set(range(len(new)))
    pieces: list[_Piece] = []
    for score, _, i, j in ranked:
        if -score >= _LEAST and i in left[0] and j in left[1]:
            left[0].remove(i)
            left[1].remove(j)
            pieces.append(_Piece(old[i], new[j]))
    pieces += [_Piece(old[i], None) for i in sorted(left[0])]
    return [*pieces, *(_Piece(None, new[j]) for j in sorted(left[1]))]


def _went(one: _Piece, two: _Piece, light: frozenset[str]) -> bool:
    """Whether words of one sentence stand in what came to another one."""
    gone, come = one.gone, two.come
    shared = [word for word in gone & come if word not in light]
    telling = [word for word in shared if len(word) > _SHORT or word[:1].isdigit()]
    if one.new or two.old:
        return bool(telling)
    least = min(sum(len(word) > _SHORT for word in side) for side in (gone, come))
    return len(telling) > _MOST * least


def _words(unit: Unit | None) -> Counter[str]:
    return Counter(unit.words if unit else ())


def _run(piece: _Piece, whole: Run) -> Run:
    lead = next((unit.lead for unit in piece if unit), "")
    if piece.old and piece.new and piece.old.lead != piece.new.lead:
        lead = ""
    texts = [text_of([unit] if unit else [], lead) for unit in piece]
    return passage(texts[0], whole[0].language), passage(texts[1], whole[1].language)
