"""What follows a breach: dismissal, is a breach of this code, may lead to …"""

from collections.abc import Iterator

from conductkit.axis import Duty, Shift, changed_cues, define, direction, presence, spans
from conductkit.difference.freedoms import enforces


@define(rank=45)
def axis(old: Duty, new: Duty) -> Iterator[Shift]:
    yield from _length(old, new)
    before, after = changed_cues(old, new, "consequence")
    yield from presence(spans(before), spans(after), added="stronger", removed="weaker")


def _length(old: Duty, new: Duty) -> Iterator[Shift]:
    """How long somebody is shut out: for ever, until further notice, for a time."""
    if not all(any(enforces(low, duty.language) for low in duty.lows) for duty in (old, new)):
        return
    before, after = changed_cues(old, new, "sanction-length")
    shared = {cue.value for cue in before} & {cue.value for cue in after}
    before = [cue for cue in before if cue.value not in shared]
    after = [cue for cue in after if cue.value not in shared]
    for one, two in zip(before, after, strict=False):
        yield Shift((one.start, one.end), (two.start, two.end), direction(one.value, two.value))
