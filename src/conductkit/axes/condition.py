"""When a duty holds: if, when, where, provided that. A condition narrows what it is put on.

So does a place before the duty: “On the forum, …”.
"""

from collections.abc import Iterator
from itertools import pairwise

from conductkit.axis import Duty, Shift, Span, define
from conductkit.difference import cues
from conductkit.difference.clauses import compare_clauses
from conductkit.difference.cues import bare

_LONGEST = 7  # words of such a place, and the first behind it


@define(rank=60, turns="bound")
def axis(old: Duty, new: Duty) -> Iterator[Shift]:
    yield from compare_clauses(old, new, "condition", added="weaker")
    before, after = _front(old), _front(new)
    if before and not after and old.whole(before):
        yield Shift(before, None, "unknown" if _stands(old, before, new) else "stronger")
    elif after and not before and new.whole(after):
        yield Shift(None, after, "unknown" if _stands(new, after, old) else "weaker")


def _stands(duty: Duty, span: Span, other: Duty) -> bool:
    """Whether a place stands elsewhere in the other duty."""
    words = " ".join(bare(word) for word in duty.within(span))
    return f" {words} " in f" {' '.join(bare(word) for word in other.words)} "


def _front(duty: Duty) -> Span | None:
    """The place that a sentence opens with, up to its comma."""
    words = duty.words[:_LONGEST]
    if not words or bare(words[0]) not in cues.entries("fronts", duty.language):
        return None
    blocked = cues.entries("front-blocks", duty.language)
    for one, two in pairwise(words):
        if bare(one) in blocked or cues.number(one, duty.language) not in (None, 1.0):
            return None
        if "," in duty.reading.text[one.end : two.start]:
            return words[0].start, one.end
    return None
