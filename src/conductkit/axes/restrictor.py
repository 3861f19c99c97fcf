"""A word that narrows what counts: material, serious, repeated, confirmed.

Under a ban, and in a sentence that says where a code holds, any further words narrow what is
covered (“touching people at work”), though they are on no list.
"""

from collections.abc import Iterator

from conductkit.axis import Duty, Shift, changed_cues, define, presence, spans
from conductkit.difference.cues import Cue
from conductkit.difference.narrowing import narrowing


@define(rank=120, turns="bound")
def axis(old: Duty, new: Duty) -> Iterator[Shift]:
    before, after = changed_cues(old, new, "restrictor")
    before, after = _beside(old, before), _beside(new, after)
    if before or after:
        yield from presence(spans(before), spans(after), added="weaker", removed="stronger")
        return
    if span := narrowing(new, old):
        yield Shift(None, span, "weaker", sure=False)
    elif span := narrowing(old, new):
        yield Shift(span, None, "stronger", sure=False)


def _beside(duty: Duty, found: list[Cue]) -> list[Cue]:
    """The cues that stand beside a word of both sides: those among new words narrow these alone."""
    starts = [word.start for word in duty.words]
    kept = []
    for cue in found:
        before = next((start for start in reversed(starts) if start < cue.start), None)
        after = next((start for start in starts if start >= cue.end), None)
        if any(place not in duty.open for place in (before, after) if place is not None):
            kept.append(cue)
    return kept
