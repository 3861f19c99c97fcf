"""What it does that a time of the day changed: quiet from ten, no music after ten, open till six.

What lasts longer asks for more; what is done by a later time asks for less.
"""

from typing import NamedTuple

from conductkit.axis import Duty, Span
from conductkit.difference import cues
from conductkit.difference.clock import Hours, hours, later
from conductkit.difference.weekdays import weekdays

# What a later time does behind these: to what lasts, to what is done once, to a ban, to a freedom
# (“weaker” where it leaves more of it).
_LASTS = {
    "after": "weaker", "from": "weaker", "past": "weaker", "before": "stronger", "by": "weaker",
    "than": "weaker",
}  # fmt: skip
_DONE = {"by": "weaker", "before": "weaker", "than": "weaker", "after": "stronger"}
_BANNED = {"after": "weaker", "from": "weaker", "past": "weaker", "before": "stronger"}
_FREE = {
    "after": "stronger", "from": "stronger", "past": "stronger", "before": "weaker", "by": "weaker",
    "until": "weaker", "till": "weaker", "than": "weaker",
}  # fmt: skip
_LONGER = {"until": "stronger", "till": "stronger"}
_OPPOSITE = {"stronger": "weaker", "weaker": "stronger"}


class Moved(NamedTuple):
    """The places of the time that changed, its effect, and whether that is sure."""

    old: Span
    new: Span
    effect: str
    sure: bool
    read: bool = False  # for whoever has a freedom


def moved(old: Duty, new: Duty) -> Moved | None:
    """The one time of the day that changed; None where none did, or several."""
    pairs = [(one, two) for one, two in zip(hours(old), hours(new), strict=False)
             if (one.first, one.last, one.lead) != (two.first, two.last, two.lead)]  # fmt: skip
    if len(pairs) != 1 or len(hours(old)) != len(hours(new)) or old.force != new.force:
        return None
    one, two = pairs[0]
    effect, sure = _spans(one, two, old) if one.lead == "span" else _lone(one, two, old)
    known = effect if one.lead == two.lead else "unknown"
    return _told(old, Moved((one.start, one.end), (two.start, two.end), known, sure))


def on_days(old: Duty, new: Duty) -> Moved | None:
    """The days of the week, where there are more of them on one side, or fewer."""
    one, two = weekdays(old), weekdays(new)
    if not one or not two or one.days == two.days or old.force != new.force:
        return None
    if one.counted != two.counted and frozenset(range(7)) not in (one.days, two.days):
        return None
    more = one.days < two.days
    effect, sure = stretch(old, wider=more) if more or two.days < one.days else ("unknown", True)
    return _told(old, Moved((one.start, one.end), (two.start, two.end), effect, sure))


def _told(duty: Duty, found: Moved) -> Moved:
    """“You can reach us until six” says how long we are there: a longer time is good for you."""
    reach = cues.entries("reaching", duty.language)
    if not duty.free or reach.isdisjoint(duty.lows):
        return found
    return found._replace(effect=_OPPOSITE.get(found.effect, found.effect), read=True)


def _spans(one: Hours, two: Hours, duty: Duty) -> tuple[str, bool]:
    wider = two.first <= one.first and two.last >= one.last
    if not wider and not (one.first <= two.first and one.last >= two.last):
        return "unknown", True
    return stretch(duty, wider=wider)


def stretch(duty: Duty, *, wider: bool) -> tuple[str, bool]:
    """A longer stretch covers more of what lasts; in one in which something is done once, less is
    asked."""
    effect = "stronger" if wider else "weaker"
    if duty.free:
        return _OPPOSITE[effect], False
    if duty.ban:
        return effect, True
    return (effect if _lasts(duty) and not _unsure(duty) else "unknown"), False


def _lone(one: Hours, two: Hours, duty: Duty) -> tuple[str, bool]:
    lasting = _lasts(duty)
    modal = duty.directive.modal
    if modal.cue and one.start < modal.start and not duty.presumed:
        found = _LASTS  # “who leaves after ten must …”
    elif duty.free or duty.ban:
        found = _FREE if duty.free else _BANNED | _LONGER
    elif _unsure(duty) or (duty.presumed and not lasting):
        return "unknown", True
    else:
        found = (_LASTS if lasting else _DONE) | _LONGER
    effect = found.get(one.lead, "unknown")
    if effect != "unknown" and not later(one.first, two.first):
        effect = _OPPOSITE[effect]
    return effect, found is not _LASTS and not lasting and bool(modal.cue)


def _lasts(duty: Duty) -> bool:
    """Whether something is to last, rather than to be done once: “be open”, not “arrive”."""
    once = cues.entries("done-once", duty.language)
    return once.isdisjoint(duty.lows) and not duty.lows.isdisjoint(
        cues.entries("lasting", duty.language)
    )


def _unsure(duty: Duty) -> bool:
    return not duty.lows.isdisjoint(cues.entries("clock-unsure", duty.language))
