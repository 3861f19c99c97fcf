"""Times that a duty names: numbers with units, fixed phrases, words that name no number."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from conductkit.axis import Duty
from conductkit.difference import cues
from conductkit.difference.counts import count, numeral
from conductkit.language import lemma
from conductkit.language.lexicon import Phrases, lexicon, phrases, primary

_COUNTED = 5  # words of “another very serious rule breach”
MONTH = 720  # hours
_MONEY = ("£", "$", "€", "¥")


_MEANT = (
    ("ends", "behind-ends", "by"),
    ("grants", "behind-grants", "least"),
    ("deadlines", "behind-deadlines", "by"),
)


@dataclass(frozen=True, slots=True)
class Time:
    """A time in hours and where it stands. `kind`: "by" (at the latest), "least", "vague",
    "moment" or "unread"."""

    start: int
    end: int
    hours: float
    kind: str = "by"
    unit: float = 0  # hours

    @property
    def calendar(self) -> str:
        """What its unit is counted by: a month is not always 30 days, nor a week 5 working days."""
        if self.unit >= MONTH:
            return "months"
        return "working" if self.unit > 1 and self.unit % 1 else "clock"


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
    number = count(duty.reading.text, words, at, language)
    if number is None:
        return None
    units_at = number[1]
    while units_at < len(words) and cues.bare(words[units_at]) in ("of", "full", "whole"):
        units_at += 1
    if units_at >= len(words):
        return None
    unit = cues.longest(duty.reading.text, words, units_at, _index("time-unit", language))
    if not unit:
        return None
    last = units_at + unit[0] - 1
    tail = [cues.bare(word) for word in words[last + 1 : last + 4]]
    parts = cues.scale("number-parts", language)
    more = 0.0
    if len(tail) == 3 and tail[2] in parts and tail[0] in cues.entries("number-joints", language):
        more, last = parts[tail[2]], last + 3  # an hour and a half
    hours = (number[0] + more) * float(unit[1])
    return Time(words[at].start, cues.end(words[last]), hours, unit=float(unit[1]))


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
        time = time or _meant(duty, at, language)
        if time:
            found.append(time)
            taken = time.end
    often = cues.entries("frequency", language)
    vague = (cue for cue in duty.cues("unmeasured-time") if cue.entry not in often)
    for cue in vague:
        if not any(time.start <= cue.start < time.end for time in found):
            found.append(Time(cue.start, cue.end, 0, "vague"))
    for time in (*_unread(duty, language), *_moments(duty)):
        if not any(other.start <= time.start < other.end for other in found):
            found.append(time)
    return sorted(found, key=lambda time: time.start)


def per(duty: Duty, at: int) -> Time | None:
    """The time behind “twice”: “a day”, “every two weeks”, “per month”."""
    if at >= len(duty.words):
        return None
    low = cues.bare(duty.words[at])
    if low in cues.entries("per", duty.language):
        units = cues.scale("time-unit", primary(duty.language))
        unit = duty.words[at + 1] if at + 1 < len(duty.words) else None
        hours = units.get(cues.bare(unit)) if unit else None
        if unit and hours:
            return Time(duty.words[at].start, cues.end(unit), hours)
    return amount(duty, at + 1 if low in cues.entries("every", duty.language) else at)


def loose(duty: Duty) -> bool:
    """Whether a duty names a time that is no bound of those that `times` reads."""
    bounds = times(duty)
    amounts = (amount(duty, at) for at in range(len(duty.words)))
    found = [time for time in amounts if time]
    return any(not any(b.start <= time.start < b.end for b in bounds) for time in found)


def _unread(duty: Duty, language: str) -> Iterator[Time]:
    """Numbers beside a unit that make no time that is read: nothing can be told of them."""
    units = cues.openings("time-unit", language)
    light = cues.entries("articles", language) | cues.entries("number-joints", language)
    light |= cues.entries("number-alternatives", language) | {"of", "full", "whole"}
    for at, word in enumerate(duty.words):
        low = cues.bare(word)
        if low not in units:
            if "-" in low and units & set(low.split("-")) and numeral(word, language):
                yield Time(word.start, word.end, 0, "unread")
            continue
        first, place = at, at - 1
        while place >= 0 and (
            numeral(duty.words[place], language) or cues.bare(duty.words[place]) in light
        ):
            first = place if numeral(duty.words[place], language) else first
            place -= 1
        starts = (first - 1, first) if first else (first,)
        read = (amount(duty, start) for start in starts)
        priced = duty.reading.text[: duty.words[first].start].endswith(_MONEY)
        if first < at and not priced and not any(time and time.end > word.start for time in read):
            yield Time(duty.words[first].start, word.end, 0, "unread")


def _moments(duty: Duty) -> Iterator[Time]:
    """“By noon”, “before Friday”, “on receipt”: moments that no number of hours tells."""
    light = cues.entries("articles", duty.language)
    for before, after in (("before-moments", "moments"), ("on-events", "events")):
        opens, known = (cues.entries(name, duty.language) for name in (before, after))
        for at, word in enumerate(() if known.isdisjoint(duty.lows) else duty.words):
            rest = duty.words[at + 1 : at + 3]
            moment = next((one for one in rest if cues.bare(one) not in light), None)
            if cues.bare(word) in opens and moment and cues.bare(moment) in known:
                yield Time(word.start, cues.end(moment), 0, "moment")


def _bound(duty: Duty, at: int, name: str, kind: str, language: str) -> Time | None:
    """A cue such as “within” with a time right behind it, articles aside."""
    start = duty.words[at].start
    for size, _, _ in cues.phrases_at(duty.reading.text, duty.words, at, _index(name, language)):
        for place in range(at + size, at + size + 3):
            time = amount(duty, place)
            if time:
                kind = "least" if kind == "by" and _counted(duty, at) else _kind(duty, kind, time)
                return replace(time, start=start, kind=kind)
            if not _light(duty, place):
                break
    if kind == "by" and cues.bare(duty.words[at]) == "within" and _whole_unit(duty, at + 1):
        return Time(start, cues.end(duty.words[at + 2]), 0, "unread")
    return None


def _counted(duty: Duty, at: int) -> bool:
    """Whether breaches are counted in a time: “a second breach within 30 days may lead to a ban”.
    The longer it is, the more of them count. What somebody does to a breach is done in that time.
    """
    before = [cues.bare(word) for word in duty.words[:at]]
    strikes = cues.entries("strikes", duty.language)
    if not before or not (before[-1] in strikes or f"{before[-1]}s" in strikes):
        return False
    ordered = duty.directive.form == "imperative" and not duty.presumed
    if ordered or cues.entries("repeated", duty.language).isdisjoint(before[-_COUNTED:]):
        return False
    known = lexicon(primary(duty.language))
    verbs = known.auxiliaries | known.verbs | cues.entries("modal-words", duty.language)
    return not any(low in verbs or lemma.is_finite(low, known) for low in before[:-1])


def _whole_unit(duty: Duty, at: int) -> bool:
    """“Within the day”: a unit without a number, of which nobody knows when it ends."""
    if at + 1 >= len(duty.words) or cues.bare(duty.words[at]) != "the":
        return False
    return cues.bare(duty.words[at + 1]) in cues.openings("time-unit", primary(duty.language))


def _meant(duty: Duty, at: int, language: str) -> Time | None:
    """“Deleted after a year” is a latest time, “guaranteed for a year” a least one."""
    for verbs, name, kind in _MEANT:
        if not duty.lows.isdisjoint(cues.entries(verbs, language)):
            found = _bound(duty, at, name, kind, language)
            if found:
                return found
    after = cues.entries("behind-ends", language)
    if not duty.lows.isdisjoint(cues.entries("ends", language)) and (time := amount(duty, at)):
        behind = next((cues.bare(word) for word in duty.words if word.start >= time.end), "")
        return time if behind in after else None  # “deleted a year after …”
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
        return replace(time, kind="least")
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
