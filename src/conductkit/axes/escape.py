"""A way out: where possible, as appropriate, reasonable efforts."""

from collections.abc import Iterator

from conductkit.axis import Duty, Shift, changed_cues, define, presence, spans


@define(rank=50, turns="bound")
def axis(old: Duty, new: Duty) -> Iterator[Shift]:
    before, after = changed_cues(old, new, "escape-clause")
    yield from presence(spans(before), spans(after), added="weaker", removed="stronger")
