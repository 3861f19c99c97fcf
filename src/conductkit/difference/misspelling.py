"""What is no word, or no two words in a row, and what was meant."""

from functools import cache

from conductkit.difference import cues
from conductkit.difference.passage import Passage
from conductkit.redline import Block

_AROUND = 2  # words before and behind a stretch that may belong to a mistake


def misspelt(wrong: Passage, right: Passage, block: Block) -> bool:
    """Whether a stretch of one text is a listed mistake, and the other has what the list says."""
    a, b, c, d = block
    known = _meant(wrong.language)
    for before in range(min(_AROUND, a, c) + 1):
        for behind in range(_AROUND):
            out = " ".join(wrong.tokens[a - before : b + behind])
            meant = known.get(out)
            if meant and meant == " ".join(right.tokens[c - before : d + behind]):
                return True
    return False


@cache
def _meant(language: str) -> dict[str, str]:
    return dict(cues.pairs("misspellings", language))
