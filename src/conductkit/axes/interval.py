"""How often: daily, weekly, every two months. A longer interval asks for less."""

from collections.abc import Iterator
from math import isclose

from conductkit.axis import Duty, Shift, define, differing, direction
from conductkit.difference import cues
from conductkit.difference.counts import count
from conductkit.difference.cues import Cue
from conductkit.difference.durations import MONTH, Time, amount, per
from conductkit.language.lexicon import primary

_TIMES, _ONCE = "times", "once"
_CLOCK = "every so many days"
_MINUTE = 0.016  # hours, a little less than one
_NEAR = 0.02  # a year of 365 days and one of twelve months


@define(rank=75, turns="bound", fixed=True)
def axis(old: Duty, new: Duty) -> Iterator[Shift]:
    before, after = differing(old, _intervals(old), new, _intervals(new))
    for one, two in zip(before, after, strict=False):
        effect = _effect(one, two)
        counted = _TIMES in f"{one.entry} {two.entry}"
        if effect == "neutral" and counted and one.entry != two.entry:
            effect = "unknown"  # “once a week”, “twice every two weeks”
        limits = old.free or new.free or old.ban or new.ban
        if effect == "neutral" and limits and (_ONCE in one.entry) != (_ONCE in two.entry):
            effect = "unknown"  # “may apply once a year”: and no more often
        if old.ban or new.ban or _of_case(one, old) or _of_case(two, new):
            effect = "unknown" if effect != "neutral" else effect
        yield Shift((one.start, one.end), (two.start, two.end), effect)
    for one in before[len(after) :]:
        effect = "stronger" if old.free else "weaker"  # who may come weekly may come less often
        yield Shift((one.start, one.end), None, "unknown" if old.ban else effect)
    for two in after[len(before) :]:
        effect = "weaker" if new.free else "stronger"
        yield Shift(None, (two.start, two.end), "unknown" if new.ban else effect)


def _of_case(cue: Cue, duty: Duty) -> bool:
    """Whether it says who is meant: “whoever swims twice a day”."""
    verb = duty.verb_span
    relatives = cues.entries("relatives", duty.language)
    between = (word for word in duty.words if verb and verb[1] <= word.start < cue.start)
    return any(cues.bare(word) in relatives for word in between)


def _effect(old: Cue, new: Cue) -> str:
    """Months, quarters and years are read as so many days: what is nearly one is one, unless one
    side counts days."""
    if min(old.value, new.value) >= MONTH / 24 and isclose(old.value, new.value, rel_tol=_NEAR):
        return "unknown" if (old.entry == _CLOCK) != (new.entry == _CLOCK) else "neutral"
    return direction(old.value, new.value, more="weaker")


def _intervals(duty: Duty) -> list[Cue]:
    """`daily` by the list, `every 36 hours` and `every hour` by number and unit; in days."""
    found = duty.cues("interval")
    for at, word in enumerate(duty.words[:-1]):
        if cues.bare(word) in cues.entries("every", duty.language):
            time = amount(duty, at + 1) or _unit(duty, at)
            if time:
                entry = _CLOCK if 0 < time.unit < MONTH else "every"
                found.append(Cue(word.start, time.end, entry, time.hours / 24))
        times = _times(duty, at)
        unit = per(duty, times[1]) if times else None
        if times and unit:
            entry = _ONCE if times[0] == 1 else f"{_TIMES} {times[0]}"
            found.append(Cue(word.start, unit.end, entry, unit.hours / 24 / times[0]))
    unique = {cue.end: cue for cue in sorted(found, reverse=True)}  # “twice every two weeks”
    return sorted(unique.values())


def _unit(duty: Duty, at: int) -> Time | None:
    """“Every hour”; “every second” may go on as “every second order”."""
    time = per(duty, at)
    return time if time and time.hours >= _MINUTE else None


def _times(duty: Duty, at: int) -> tuple[float, int] | None:
    """“Twice”, “three times”: how often, and the word behind it."""
    word = cues.scale("times", primary(duty.language)).get(cues.bare(duty.words[at]))
    if word:
        return word, at + 1
    number = count(duty.reading.text, duty.words, at, duty.language)
    if not number or number[1] >= len(duty.words) or not number[0]:
        return None
    is_times = cues.bare(duty.words[number[1]]) in cues.entries("times-words", duty.language)
    return (number[0], number[1] + 1) if is_times else None
