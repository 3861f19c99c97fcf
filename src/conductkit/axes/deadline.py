"""By when: within two days, the same day, promptly; and how long before: at least 30 days’ notice.

A later limit is weaker, and so is a word without a number in place of one. For notice that must be
given, less is weaker. How long something is kept can be good or bad: unknown.
"""

from collections.abc import Iterator
from itertools import pairwise
from math import isclose

from conductkit.axis import Duty, Shift, define, differing, direction
from conductkit.change import mirror
from conductkit.difference import cues
from conductkit.difference.claiming import claiming, granted
from conductkit.difference.cues import bare
from conductkit.difference.durations import MONTH, Time, loose, times
from conductkit.difference.hours import moved, on_days
from conductkit.language.lexicon import lexicon, primary

_NEAR = 0.02  # of a year that is counted in months, or in days: 360 and 365 days are one year
_EXACT = 1e-5  # a minute is no decimal part of an hour


@define(rank=70, turns="served", fixed=True)
def axis(old: Duty, new: Duty) -> Iterator[Shift]:
    if clock := moved(old, new) or on_days(old, new):
        yield Shift(clock.old, clock.new, clock.effect, clock.sure, clock.read)
        return
    before, after = differing(old, times(old), new, times(new))
    if not before and not after and (times_ := granted(old, new)):
        (place, hours), (other, now) = times_
        yield Shift(place, other, direction(hours, now), sure=False, read=True)
        return
    doubtful = old.ban or new.ban or _keeps(old, before) or _keeps(new, after)
    for one, two in zip(before, after, strict=False):
        claims = claiming(old, one.start) and claiming(new, two.start)
        effect, vague = _effect(one, two), ""
        if effect == "unknown" and one.kind == two.kind == "vague":
            effect = vague = _vaguer(old, one, new, two)
        effect = mirror(effect) if claims else effect
        # “Never serve two at once” is not “never serve two immediately”.
        unsure = doubtful and (effect != "neutral" or not (one.hours or two.hours))
        owed = _owed(old, one) and _owed(new, two)
        shown = "unknown" if unsure else effect
        sure = not vague and not claims
        yield Shift((one.start, one.end), (two.start, two.end), shown, sure, read=owed)
    several = bool(before and after)  # “within two days, or five where …”: which one is left?
    for one in before[len(after) :]:
        unsure = doubtful or several or _untold(one, old, new) or loose(new)
        yield Shift((one.start, one.end), None, "unknown" if unsure else "weaker")
    for two in after[len(before) :]:
        unsure = doubtful or several or _untold(two, new, old) or loose(old)
        yield Shift(None, (two.start, two.end), "unknown" if unsure else "stronger")


def _untold(time: Time, duty: Duty, other: Duty) -> bool:
    """Whether nothing can be told of a time that stands on one side: “by Friday”, “on Friday”, or
    of what stands in its place on the other: “within two days”, “after lunch”; “soon”, “now”."""
    instead = duty.replaced(time.start, time.end, other)
    timed = lexicon(primary(duty.language)).prepositions | cues.entries("when", duty.language)
    if instead and (instead[0] in timed or instead[-1] in timed):
        return True
    return time.kind == "unread" or (time.kind == "moment" and bool(other.open))


def _owed(duty: Duty, time: Time) -> bool:
    """Whether a time limits what others must do: “may complain to us, who will reply within …”."""
    lows = [
        bare(word) for word in duty.words if duty.directive.modal.end <= word.start < time.start
    ]
    opening = cues.entries("relatives", duty.language)
    sure = cues.entries("certain-to-follow", duty.language)
    return any(one in opening and two in sure for one, two in pairwise(lows))


def _effect(old: Time, new: Time) -> str:
    if not {"unread", "moment"}.isdisjoint((old.kind, new.kind)):
        return "unknown"
    if old.kind == "vague" or new.kind == "vague":
        if old.kind == new.kind:
            return "unknown"
        return "weaker" if new.kind == "vague" else "stronger"
    if old.kind != new.kind:
        return "unknown"
    if _same(old, new):
        return "neutral" if old.calendar == new.calendar else "unknown"
    more = "stronger" if old.kind == "least" else "weaker"
    return direction(old.hours, new.hours, more=more)


def _same(old: Time, new: Time) -> bool:
    """Whether two times are one. Years and months are read as so many days, so what is said in
    different units, one of which is a month or longer, is one within a few days; hours, days and
    weeks, and two numbers of one unit, are only the same where they are equal."""
    rounded = old.unit != new.unit and max(old.unit, new.unit) >= MONTH
    return isclose(old.hours, new.hours, rel_tol=_NEAR if rounded else _EXACT)


def _vaguer(old: Duty, one: Time, new: Duty, two: Time) -> str:
    """“Promptly”, “within a reasonable time”: which of two times without a number is later."""
    ranks = cues.scale("vague-rank", primary(old.language))
    words = [" ".join(bare(word) for word in duty.within((time.start, time.end)))
             for duty, time in ((old, one), (new, two))]  # fmt: skip
    first, second = (ranks.get(said, 0) for said in words)
    known = first and second and first != second
    return direction(first, second, more="weaker") if known else "unknown"


def _keeps(duty: Duty, found: list[Time]) -> bool:
    """Whether a time is how long something is kept: that can be good or bad, save where records
    are kept for so long at most."""
    if duty.directive.verb not in cues.entries("duration", duty.language):
        return False
    caps = tuple(cues.entries("caps", duty.language))
    capped = all(duty.quote((time.start, time.end)).lower().startswith(caps) for time in found)
    records = cues.entries("records", duty.language)
    return not (capped and (duty.free or not records.isdisjoint(duty.lows)))
