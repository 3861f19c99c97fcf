"""By when: within two days, the same day, promptly; and how long before: at least 30 days’ notice.

A later limit is weaker, and so is a word without a number in place of one. For notice that must be
given, less is weaker. How long something is kept can be good or bad: unknown.
"""

from collections.abc import Iterator

from conductkit.axis import Duty, Shift, define, differing, direction
from conductkit.difference import cues
from conductkit.difference.durations import Time, loose, times

_NEAR = 0.05  # twelve months and one year are the same


@define(rank=70, turns="served", fixed=True)
def axis(old: Duty, new: Duty) -> Iterator[Shift]:
    before, after = differing(old, times(old), new, times(new))
    doubtful = old.ban or new.ban or _keeps(old) or _keeps(new)
    for one, two in zip(before, after, strict=False):
        effect = _effect(one, two)
        unsure = doubtful and effect != "neutral"
        yield Shift((one.start, one.end), (two.start, two.end), "unknown" if unsure else effect)
    for one in before[len(after) :]:
        unsure = doubtful or one.kind == "unread" or loose(new)
        yield Shift((one.start, one.end), None, "unknown" if unsure else "weaker")
    for two in after[len(before) :]:
        unsure = doubtful or two.kind == "unread" or loose(old)
        yield Shift(None, (two.start, two.end), "unknown" if unsure else "stronger")


def _effect(old: Time, new: Time) -> str:
    if "unread" in (old.kind, new.kind):
        return "unknown"
    if old.kind == "vague" or new.kind == "vague":
        if old.kind == new.kind:
            return "unknown"
        return "weaker" if new.kind == "vague" else "stronger"
    if old.kind != new.kind:
        return "unknown"
    apart = abs(old.hours - new.hours)
    if apart <= _NEAR * max(old.hours, new.hours):
        return "neutral" if old.calendar == new.calendar else "unknown"
    more = "stronger" if old.kind == "least" else "weaker"
    return direction(old.hours, new.hours, more=more)


def _keeps(duty: Duty) -> bool:
    return duty.directive.verb in cues.entries("duration", duty.language)
