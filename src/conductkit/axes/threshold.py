"""From how much on: above 50 euros, more than three, up to 100. Fewer cases bind less."""

from collections.abc import Iterator

from conductkit.axis import Duty, Shift, define, differing, direction
from conductkit.difference import cues
from conductkit.difference.headcount import headcounts
from conductkit.difference.limits import Limit, limits
from conductkit.difference.majorities import voted
from conductkit.difference.rises import describes, rise, start
from conductkit.difference.tallies import fined, tallied
from conductkit.language.lexicon import primary


@define(rank=90, turns="bound", fixed=True)
def axis(old: Duty, new: Duty) -> Iterator[Shift]:
    if votes := voted(old, new):
        effect = direction(votes[2], votes[3])
        yield Shift(votes[0], votes[1], effect, sure=False, read=True)
        return
    before, after = differing(old, limits(old), new, limits(new))
    tally = None if before or after else tallied(old, new)
    if tally:
        (place, number), (other, now), more = tally
        yield Shift(place, other, direction(number, now, more=more), sure=False)
        return
    heads = headcounts(old, new) if len(before) != len(after) or not before else None
    if heads:
        yield Shift(heads[0][0], heads[1][0], direction(heads[0][1], heads[1][1]), sure=False)
        return
    for one, two in zip(before, after, strict=False):
        effect, sure = _effect(one, two, old, new)
        harder = fined(old, new) if one.sort == two.sort == "upto" else False
        if harder and one.number != two.number:  # “may be fined up to 100 euros”
            effect, sure = direction(one.number, two.number), False
        yield Shift((one.start, one.end), (two.start, two.end), effect, sure, read=harder)
    for one in before[len(after) :]:
        if old.amid(start(one, old), one.end):
            continue
        effect = _presence(one, old, adds=False)
        unsure = _whole(new) or _told_otherwise(one, old, new) or _reset(one, old, new)
        yield Shift((one.start, one.end), None, "unknown" if unsure else effect)
    for two in after[len(before) :]:
        if new.amid(start(two, new), two.end):
            continue
        effect = _presence(two, new, adds=True)
        unsure = _whole(old) or _told_otherwise(two, new, old) or _reset(two, new, old)
        yield Shift(None, (two.start, two.end), "unknown" if unsure else effect)


def _told_otherwise(limit: Limit, duty: Duty, other: Duty) -> bool:
    """Whether the other side says how often in another way: “at least once a year”, “yearly”."""
    times = cues.scale("times", primary(duty.language)).keys()
    counted = any(cues.bare(word) in times for word in duty.within((limit.start, limit.end)))
    return counted and bool(other.cues("interval"))


def _reset(limit: Limit, duty: Duty, other: Duty) -> bool:
    """Whether the number stands on the other side behind another word: “at 5”, “below 5”."""
    cue = [word for word in duty.within((limit.start, limit.end)) if word.start in duty.open]
    return bool(cue) and bool(duty.replaced(cue[0].start, cue[-1].end, other))


def _whole(duty: Duty) -> bool:
    """Whether “all” or “the whole” stands on this side alone: more than any number."""
    whole = cues.entries("universal", duty.language) | {"entire", "whole"}
    return any(word.start in duty.open and cues.bare(word) in whole for word in duty.words)


def _effect(one: Limit, two: Limit, old: Duty, new: Duty) -> tuple[str, bool]:
    if one.unit != two.unit or one.stray or two.stray or one.sort != two.sort:
        return "unknown", True
    if one.number == two.number:
        return ("neutral" if one.entry == two.entry else "unknown"), True
    (more, sure), other = rise(one, old), rise(two, new)
    if other != (more, sure) or more == "unknown":
        return "unknown", True
    return direction(one.number, two.number, more=more), sure


def _presence(limit: Limit, duty: Duty, *, adds: bool) -> str:
    """“Above 50” leaves cases out; “at least three” asks for more."""
    more, less = ("stronger", "weaker") if adds else ("weaker", "stronger")
    if limit.sort == "least":
        return "unknown" if describes(limit, duty) else more
    if limit.sort == "most" and duty.force == "duty":
        return "unknown"
    return less
