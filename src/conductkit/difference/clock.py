"""Times of the day that a duty names: by ten, after 10 pm, from 9 to 5, between 9:00 and 18:00."""

from collections.abc import Iterator
from dataclasses import dataclass

from conductkit.axis import Duty
from conductkit.difference import cues
from conductkit.difference.cues import bare
from conductkit.language import Word
from conductkit.language.lexicon import primary

_DASHES = "-‐‑‒–—−"
_DAY, _EVENING, _DAWN = 24, 18, 6  # hours


@dataclass(frozen=True, slots=True)
class Hours:
    """From when to when, or a lone time with `lead`, the word before it."""

    start: int
    end: int
    lead: str
    first: float
    last: float


@dataclass(frozen=True, slots=True)
class _Clock:
    """A time of the day; `plain` where nothing but its number says that it is one."""

    hours: float
    behind: int  # the word behind it
    half: float  # of the day: 0 or 12
    plain: bool = False


def hours(duty: Duty) -> list[Hours]:
    """The times of the day in a duty, in order."""
    found: list[Hours] = []
    leads = cues.entries("clock-leads", duty.language)
    for at, word in enumerate(duty.words):
        if found and word.start < found[-1].end:
            continue
        low = bare(word)
        place = at + 1 if low in leads else at
        item = (
            _all_day(duty, at)
            or _span(duty, at, place)
            or (_single(duty, at, low) if place > at else None)
        )
        if item:
            found.append(item)
    return found


def _all_day(duty: Duty, at: int) -> Hours | None:
    start = duty.words[at].start
    cue = next((cue for cue in duty.cues("all-day") if cue.start == start), None)
    return Hours(start, cue.end, "span", 0, _DAY) if cue else None


def _span(duty: Duty, at: int, place: int) -> Hours | None:
    """“From 9 to 5”, “9 am – 5 pm”."""
    first = _clock(duty, place)
    if not first:
        return None
    last = _clock(duty, behind) if (behind := _joined(duty, first.behind)) else None
    if not last or (first.plain and last.plain and not _alone(duty, last.behind)):
        return None
    if first.plain and last.plain and place == at:
        return None  # “9 – 5” may be anything
    start, end = first.hours, last.hours
    if first.plain and not last.plain and last.half and start + 12 < end:
        start += 0 if start > 6 else 12
    if first.plain and last.plain and end <= start:
        end += 12
    end += _DAY if end <= start else 0
    close = cues.end(duty.words[last.behind - 1])
    return Hours(duty.words[at].start, close, "span", start, end)


def _single(duty: Duty, at: int, low: str) -> Hours | None:
    clock = _clock(duty, at + 1)
    if not clock or clock.plain:
        return None
    close = cues.end(duty.words[clock.behind - 1])
    return Hours(duty.words[at].start, close, low, clock.hours, clock.hours)


def later(old: float, new: float) -> bool:
    """Whether a time comes after another one of the same evening or day."""
    sides = [hour + _DAY if hour < _DAWN and max(old, new) >= _EVENING else hour
             for hour in (old, new)]  # fmt: skip
    return sides[1] > sides[0]


def _clock(duty: Duty, at: int) -> _Clock | None:
    words = duty.words
    if at >= len(words):
        return None
    low, text = bare(words[at]), duty.reading.text
    named = cues.scale("clock-names", primary(duty.language)).get(low)
    if named is not None:
        return _Clock(named, at + 1, 0)
    halves = cues.scale("clock-halves", primary(duty.language))
    half = next((one for one in halves if low.endswith(one) and low[: -len(one)]), "")
    number = cues.figure(low.removesuffix(half) if half else low, duty.language)
    if number is None or not 0 <= number <= _DAY:
        return None
    hour, minute, behind = *_parted(low.removesuffix(half), number), at + 1
    colon = behind < len(words) and text[words[at].end : words[behind].start] == ":"
    if (
        colon
        and (more := cues.figure(bare(words[behind]).rstrip("apm"), duty.language)) is not None
    ):
        half = half or next((one for one in halves if bare(words[behind]).endswith(one)), "")
        minute, behind = more / 60, behind + 1
    follows = bare(words[behind]) if behind < len(words) else ""
    if not half and follows in halves:
        half, behind = follows, behind + 1
    elif not half and follows in cues.entries("clock-words", duty.language):
        return _Clock(hour + minute, behind + 1, 0)
    if not half:
        return _Clock(hour + minute, behind, 0, plain=not colon)
    if hour == 12 and not halves[half]:
        return None  # “12 am” may be the beginning or the end of a day
    return _Clock(hour % 12 + minute + halves[half], behind, halves[half])


def _parted(low: str, number: float) -> tuple[float, float]:
    """Hours and minutes of “10.30”."""
    hour, mark, minute = low.partition(".")
    if mark and minute.isdigit() and hour.isdigit() and len(minute) == 2:
        return float(hour), int(minute) / 60
    return number, 0.0


def _joined(duty: Duty, at: int) -> int:
    """Where the second time of a span stands, if a joint stands here; 0 where none does."""
    if at >= len(duty.words):
        return 0
    gap = duty.reading.text[duty.words[at - 1].end : duty.words[at].start].strip()
    if gap and gap in _DASHES:
        return at
    return at + 1 if bare(duty.words[at]) in cues.entries("clock-joints", duty.language) else 0


def _alone(duty: Duty, at: int) -> bool:
    """Whether no thing is counted behind a number: “from 9 to 5 on weekdays”, not “9 to 5 men”."""
    rest: Iterator[Word] = iter(duty.words[at : at + 1])
    follows = cues.entries("clock-follows", duty.language)
    gap = duty.reading.text[duty.words[at - 1].end :].lstrip()[:1]
    return gap in (".", ",", ";", ")", "") or any(bare(word) in follows for word in rest)
