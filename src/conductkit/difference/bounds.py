"""A bound that came while another one went: no new bound, whatever sentence it stands in."""

from collections import Counter
from collections.abc import Sequence

from conductkit.change import Evidence
from conductkit.difference import cues
from conductkit.difference.passage import Passage, passage
from conductkit.redline import blocks

_AXES = frozenset({"deadline", "interval", "threshold"})


def swapped_bounds(found: Sequence[Evidence], old: Passage, new: Passage) -> bool:
    """Whether a bound is said to have come, or gone, and a number went, or came, elsewhere: which
    of them limits what cannot be told."""
    gone, come = _elsewhere(old, new)
    for item in found:
        lone = item.axis in _AXES and bool(item.old) != bool(item.new)
        others = gone if item.new else come
        if lone and others and _figures(passage(item.new or item.old, old.language)):
            return True
    return False


def _elsewhere(old: Passage, new: Passage) -> tuple[Counter[float], Counter[float]]:
    """The numbers that went and those that came, but for one that stands in the other's place."""
    counts = _figures(old), _figures(new)
    gone, come = counts[0] - counts[1], counts[1] - counts[0]
    for a, b, c, d in blocks(old.tokens, new.tokens):
        pair = _count(old.tokens[a:b], old.language), _count(new.tokens[c:d], new.language)
        if all(pair):
            gone, come = gone - pair[0], come - pair[1]
    return gone, come


def _figures(side: Passage) -> Counter[float]:
    return _count(side.tokens, side.language)


def _count(tokens: Sequence[str], language: str) -> Counter[float]:
    numbers = (cues.figure(token, language) for token in tokens)
    return Counter(number for number in numbers if number is not None)
