"""How often: daily, weekly, every two months. A longer interval asks for less."""

from collections.abc import Iterator

from conductkit.axis import Duty, Shift, define, differing, direction
from conductkit.difference import cues
from conductkit.difference.cues import Cue
from conductkit.difference.durations import amount


@define(rank=75, fixed=True)
def axis(old: Duty, new: Duty) -> Iterator[Shift]:
    before, after = differing(old, _intervals(old), new, _intervals(new))
    for one, two in zip(before, after, strict=False):
        effect = direction(one.value, two.value, more="weaker")
        if old.ban or new.ban:
            effect = "unknown" if effect != "neutral" else effect
        yield Shift((one.start, one.end), (two.start, two.end), effect)
    for one in before[len(after) :]:
        yield Shift((one.start, one.end), None, "unknown" if old.ban else "weaker")
    for two in after[len(before) :]:
        yield Shift(None, (two.start, two.end), "unknown" if new.ban else "stronger")


def _intervals(duty: Duty) -> list[Cue]:
    """`daily` by the list, `every 36 hours` by number and unit; in days."""
    found = duty.cues("interval")
    for at, word in enumerate(duty.words[:-1]):
        if cues.bare(word) in cues.entries("every", duty.language):
            time = amount(duty, at + 1)
            if time:
                found.append(Cue(word.start, time.end, "every", time.hours / 24))
    unique = {cue.end: cue for cue in found}
    return sorted(unique.values())
