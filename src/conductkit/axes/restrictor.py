"""A word that narrows what counts: material, serious, repeated, confirmed."""

from collections.abc import Iterator

from conductkit.axis import Duty, Shift, changed_cues, define, presence, spans


@define(rank=120, turns="bound")
def axis(old: Duty, new: Duty) -> Iterator[Shift]:
    before, after = changed_cues(old, new, "restrictor")
    yield from presence(spans(before), spans(after), added="weaker", removed="stronger")
