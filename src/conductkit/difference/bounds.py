"""What went and stands in other words elsewhere: no bound is new where another one went, and no
duty is surely lost whose words another sentence has now."""

from collections import Counter
from collections.abc import Sequence

from conductkit.change import Evidence
from conductkit.difference import cues
from conductkit.difference.passage import Passage, passage
from conductkit.redline import blocks

_LONG = 6  # words of a sentence that is known again by them
_STRANGE = 2  # words of it that the other side does not have
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


def told_elsewhere(found: Sequence[Evidence], old: Passage, new: Passage) -> bool:
    """Whether nearly all words of a sentence that went, or came, stand on the other side too, which
    has further words in its place: it may be part of another sentence there."""
    for item in found:
        if item.axis != "obligation" or bool(item.old) == bool(item.new):
            continue
        mine, other = (new, old) if item.new else (old, new)
        lone = passage(item.new or item.old, mine.language).tokens
        more = Counter(other.tokens) - Counter(mine.tokens)
        strange = [token for token in lone if token not in other.tokens]
        if more and len(lone) >= _LONG and len(strange) <= _STRANGE:
            return True
    return False


def _figures(side: Passage) -> Counter[float]:
    return _count(side.tokens, side.language)


def _count(tokens: Sequence[str], language: str) -> Counter[float]:
    numbers = (cues.figure(token, language) for token in tokens)
    return Counter(number for number in numbers if number is not None)
