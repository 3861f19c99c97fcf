"""Days of the week that a duty names: every day, on weekdays, Monday to Friday, on Sundays."""

from dataclasses import dataclass

from conductkit.axis import Duty
from conductkit.difference import cues
from conductkit.difference.cues import bare
from conductkit.language.lexicon import primary

_WEEK = frozenset(range(7))
_DASHES = "-‐‑‒–—−"


@dataclass(frozen=True, slots=True)
class Days:
    """The days, Monday is 0 and a holiday 7; where only their number is said, the first ones."""

    start: int
    end: int
    days: frozenset[int]
    counted: bool = False


def weekdays(duty: Duty) -> Days | None:
    """The days that a duty names, all of them together; None where it names none."""
    found = _whole(duty)
    if found:
        return found
    days: set[int] = set()
    places: list[int] = []
    names = cues.scale("weekday", primary(duty.language))
    sets = {"working-days": range(5), "weekend": (5, 6), "holidays": (7,)}
    at = 0
    while at < len(duty.words):
        low = bare(duty.words[at])
        last = _range(duty, at)
        if low in names:
            first = int(names[low])
            days |= set(range(first, last + 1)) if last >= first else {first}
            places.append(at)
            if last >= 0:
                at = _behind(duty, at)
                places.append(at)
        for name, several in sets.items():
            if low in cues.entries(name, duty.language):
                days |= set(several)
                places.append(at)
        at += 1
    if not days:
        return None
    first = places[0]
    first -= first > 0 and bare(duty.words[first - 1]) in cues.entries("day-leads", duty.language)
    return Days(duty.words[first].start, cues.end(duty.words[places[-1]]), frozenset(days))


def _whole(duty: Duty) -> Days | None:
    """“Every day”, “at any time”, “five days a week”."""
    for cue in duty.cues("whole-week"):
        return Days(cue.start, cue.end, _WEEK | {7})
    for at, word in enumerate(duty.words[:-1]):
        value = cues.number(word, duty.language)
        tail = " ".join(bare(one) for one in duty.words[at + 1 : at + 4])
        if value and value <= len(_WEEK) and tail in cues.entries("days-a-week", duty.language):
            last = duty.words[min(at + 3, len(duty.words) - 1)]
            return Days(word.start, cues.end(last), frozenset(range(int(value))), counted=True)
    return None


def _range(duty: Duty, at: int) -> int:
    """The last day of “Monday to Friday” that begins at a word; -1 where none does."""
    names = cues.scale("weekday", primary(duty.language))
    behind = _behind(duty, at)
    return int(names.get(bare(duty.words[behind]), -1)) if behind > at else -1


def _behind(duty: Duty, at: int) -> int:
    """The word behind a joint or a dash that follows a word; itself where none follows."""
    if at + 1 >= len(duty.words):
        return at
    gap = duty.reading.text[duty.words[at].end : duty.words[at + 1].start].strip()
    if gap and gap in _DASHES:
        return at + 1
    joints = cues.entries("clock-joints", duty.language) - cues.entries("joints", duty.language)
    joined = bare(duty.words[at + 1]) in joints and at + 2 < len(duty.words)
    return at + 2 if joined else at
