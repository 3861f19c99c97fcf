"""Times that a duty names: numbers with units, fixed phrases, words that name no number."""

from dataclasses import dataclass
from functools import cache

from conductkit.axis import Duty
from conductkit.difference import cues
from conductkit.language.lexicon import Phrases, phrases, primary


@dataclass(frozen=True, slots=True)
class Time:
    """A time in hours and where it stands. `kind`: "by" (at the latest), "least" or "vague"."""

    start: int
    end: int
    hours: float
    kind: str = "by"


def amount(duty: Duty, at: int) -> Time | None:
    """The number with its unit, or the phrase for a time, that begins at a word of the duty."""
    words = duty.words
    language = primary(duty.language)
    if at >= len(words):
        return None
    fixed = cues.longest(duty.reading.text, words, at, _index("time-phrase", language))
    if fixed:
        end = cues.end(words[at + fixed[0] - 1])
        return Time(words[at].start, end, float(fixed[1]))
    count, units_at = cues.number(words[at], language), at + 1
    if count is None:
        return None
    while units_at < len(words) and cues.bare(words[units_at]) in ("of", "full", "whole"):
        units_at += 1
    if units_at >= len(words):
        return None
    unit = cues.longest(duty.reading.text, words, units_at, _index("time-unit", language))
    if not unit:
        return None
    end = cues.end(words[units_at + unit[0] - 1])
    return Time(words[at].start, end, count * float(unit[1]))


def times(duty: Duty) -> list[Time]:
    """The bounds in time that a duty names, in order."""
    found: list[Time] = []
    language = primary(duty.language)
    taken = -1
    units = cues.openings("time-unit", language) | cues.openings("time-phrase", language)
    for at, word in enumerate(() if duty.lows.isdisjoint(units) else duty.words):
        if word.start < taken:
            continue
        time = _bound(duty, at, "deadline-lower", "least", language)
        time = time or _bound(duty, at, "deadline", "by", language) or _bare(duty, at, language)
        if time:
            found.append(time)
            taken = time.end
    vague = duty.cues("unmeasured-time")
    for cue in vague:
        if not any(time.start <= cue.start < time.end for time in found):
            found.append(Time(cue.start, cue.end, 0, "vague"))
    return sorted(found, key=lambda time: time.start)


def _bound(duty: Duty, at: int, name: str, kind: str, language: str) -> Time | None:
    """A cue such as “within” with a time right behind it, articles aside."""
    start = duty.words[at].start
    for size, _, _ in cues.phrases_at(duty.reading.text, duty.words, at, _index(name, language)):
        for place in range(at + size, at + size + 3):
            time = amount(duty, place)
            if time:
                return Time(start, time.end, time.hours, _kind(duty, kind, time))
            if not _light(duty, place):
                break
    return None


def _kind(duty: Duty, kind: str, time: Time) -> str:
    """`30 days’ notice` is a least time whatever stands before it."""
    rest = duty.reading.text[time.end :].lstrip("’' ").lower()
    lead = cues.entries("lead-time", duty.language)
    return "least" if rest.startswith(tuple(lead)) and kind == "by" and lead else kind


def _bare(duty: Duty, at: int, language: str) -> Time | None:
    """A phrase such as “immediately” or “the same day”, or a notice of so many days."""
    if cues.longest(duty.reading.text, duty.words, at, _index("time-phrase", language)):
        return amount(duty, at)
    time = amount(duty, at)
    if time and _kind(duty, "by", time) == "least":
        return Time(time.start, time.end, time.hours, "least")
    return None


def _light(duty: Duty, at: int) -> bool:
    """Whether a word between a cue and its time says nothing: an article, “next”, “the first”."""
    return at < len(duty.words) and cues.bare(duty.words[at]) in cues.entries(
        "before-time", duty.language
    )


@cache
def _index(name: str, language: str) -> Phrases:
    numbers = cues.scale(name, language)
    return phrases({entry: str(value) for entry, value in numbers.items()})
