"""Word-level comparison of two texts: what stayed, what went, what came."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

PIECE = re.compile(r"\s+|[^\W_]+(?:[’'´`.,\-][^\W_]+)*|[^\w\s]|_")
"""What texts are compared by: words, spaces and single signs, which together are the whole text."""
_MOST = 4_000_000  # comparisons of words; beyond it the middle counts as one replacement

Block = tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of words that is the same (old equals new), or was replaced, put in or taken out."""

    old: str
    new: str

    @property
    def same(self) -> bool:
        return self.old == self.new


def blocks(old: Sequence[str], new: Sequence[str]) -> list[Block]:
    """The stretches that differ, as (old start, old end, new start, new end), in order.

    The same two sequences the other way round give the same stretches mirrored.
    """
    if (len(old), tuple(old)) > (len(new), tuple(new)):
        return [(a, b, c, d) for c, d, a, b in blocks(new, old)]
    first = 0
    while first < min(len(old), len(new)) and old[first] == new[first]:
        first += 1
    last = 0
    while last < min(len(old), len(new)) - first and old[-1 - last] == new[-1 - last]:
        last += 1
    middle_old, middle_new = old[first : len(old) - last], new[first : len(new) - last]
    if not middle_old and not middle_new:
        return []
    if not middle_old or not middle_new or len(middle_old) * len(middle_new) > _MOST:
        return [(first, len(old) - last, first, len(new) - last)]
    matcher = SequenceMatcher(None, middle_old, middle_new, autojunk=False)
    return [
        (a + first, b + first, c + first, d + first)
        for op, a, b, c, d in matcher.get_opcodes()
        if op != "equal"
    ]


def redline(old: str, new: str) -> list[Piece]:
    """Two texts as pieces, in order; put together, each side gives its text with single spaces."""
    before, after = _pieces(old), _pieces(new)
    pieces: list[Piece] = []
    at = 0
    for a, b, c, d in joined(blocks(before, after), before):
        same = "".join(before[at:a])
        if same:
            pieces.append(Piece(same, same))
        pieces.append(Piece("".join(before[a:b]), "".join(after[c:d])))
        at = b
    rest = "".join(before[at:])
    if rest:
        pieces.append(Piece(rest, rest))
    return pieces


def _pieces(text: str) -> list[str]:
    return [" " if piece.isspace() else piece for piece in PIECE.findall(text.strip())]


def joined(found: list[Block], words: Sequence[str]) -> list[Block]:
    """Stretches with only a space between them are one: easier to read than word by word."""
    wider: list[Block] = []
    for block in found:
        if wider and "".join(words[wider[-1][1] : block[0]]).isspace():
            wider[-1] = (wider[-1][0], block[1], wider[-1][2], block[3])
        else:
            wider.append(block)
    return wider
