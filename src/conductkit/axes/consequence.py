"""What follows a breach: dismissal, is a breach of this code, may lead to …"""

from collections.abc import Iterator

from conductkit.axis import Duty, Shift, changed_cues, define, presence, spans


@define(rank=45)
def axis(old: Duty, new: Duty) -> Iterator[Shift]:
    before, after = changed_cues(old, new, "consequence")
    yield from presence(spans(before), spans(after), added="stronger", removed="weaker")
