"""How long somebody is shut out: for three months, until further notice, for ever."""

from typing import NamedTuple

from conductkit.axis import Duty, direction
from conductkit.difference import cues
from conductkit.difference.cues import bare
from conductkit.difference.durations import amount

_LEADS = 3  # words between what bounds a time and the time


class Length(NamedTuple):
    """How long; `hours` is 0 where a word says it, whose `step` grows with it."""

    start: int
    end: int
    step: float
    hours: float = 0


def lengths(duty: Duty) -> list[Length]:
    """The times for which a duty shuts somebody out, in order."""
    stems = tuple(cues.entries("exclusion-stems", duty.language))
    words = cues.entries("exclusion-words", duty.language)
    if not stems or not any(low in words or low.startswith(stems) for low in duty.lows):
        return []
    found = [Length(cue.start, cue.end, cue.value) for cue in duty.cues("sanction-length")]
    if duty.lows.isdisjoint(cues.entries("exclusion-others", duty.language)):
        found += _amounts(duty)
    return sorted(found)


def _amounts(duty: Duty) -> list[Length]:
    """Numbers with a unit of time, but not those by when something is done (“within a week”)."""
    found: list[Length] = []
    limits = cues.entries("deadline", duty.language) - cues.entries(
        "exclusion-leads", duty.language
    )
    for at in range(len(duty.words)):
        time = amount(duty, at)
        if not time or not time.hours or (found and time.start < found[-1].end):
            continue
        before = [bare(word) for word in duty.words[max(0, at - _LEADS) : at]]
        if limits.isdisjoint(before):
            found.append(Length(_start(duty, at), time.end, 1, time.hours))
    return found


def _start(duty: Duty, at: int) -> int:
    """Where a time begins with what bounds it: “up to a year”."""
    leads = cues.entries("exclusion-leads", duty.language)
    for size in range(_LEADS, 0, -1):
        words = duty.words[max(0, at - size) : at]
        if " ".join(bare(word) for word in words) in leads:
            return words[0].start
    return duty.words[at].start


def longer(old: Length, new: Length) -> str:
    """Whether somebody is shut out for longer; a word and a number of one step cannot be told."""
    if old.step != new.step:
        return direction(old.step, new.step)
    if old.hours and new.hours:
        return direction(old.hours, new.hours)
    return "unknown" if old.hours or new.hours else "neutral"
