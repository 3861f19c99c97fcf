"""Limits that a duty names: above 50 euros, at most three, ten or more, within five metres."""

from collections.abc import Iterator
from dataclasses import dataclass

from conductkit.axis import Duty, Span
from conductkit.difference import cues
from conductkit.difference.cues import Cue, bare
from conductkit.difference.durations import Time, amount
from conductkit.difference.shares import share
from conductkit.language.lexicon import primary

SORTS = ("from", "below", "upto", "most", "least")
_BEHIND = ("from", "below", "most", "least")
_YEAR = 8760  # hours
_NEAR = 3  # words between a number and what bounds it behind: “six members or more”


@dataclass(frozen=True, slots=True)
class Limit:
    """A number with what bounds it, in the smallest unit of its kind.

    `sort` is "from" (above), "below", "upto", "most" or "least"; `stray` says that the word behind
    the number is no unit, and stands on one side only.
    """

    start: int
    end: int
    number: float
    sort: str
    entry: str
    unit: str = ""
    stray: bool = False


def limits(duty: Duty) -> list[Limit]:
    """The limits of a duty, in order; times are the axis deadline's, save those of a ban."""
    found = [limit for cue in duty.cues("threshold") if (limit := _before(duty, cue))]
    for limit in _behind(duty):
        if not any(one.start < limit.end and limit.start < one.end for one in found):
            found.append(limit)
    return sorted(found, key=lambda limit: limit.start)


def sort_of(entry: str, language: str) -> str:
    """What a cue in front of a number makes of it."""
    names = (sort for sort in SORTS if entry in cues.entries(f"threshold-{sort}", language))
    return next(names, "")


def limited(old: Duty, span: Span, new: Duty, other: Span) -> bool:
    """Whether in two stretches nothing but the number of one limit is not the same."""
    found = []
    for duty, (start, end) in ((old, span), (new, other)):
        inside = [one for one in limits(duty) if start <= one.start and one.end <= end]
        open_ = [word for word in duty.within((start, end)) if word.start in duty.open]
        if len(inside) != 1 or not open_ or inside[0].stray:
            return False
        limit = inside[0]
        if any(not limit.start <= word.start < limit.end for word in open_):
            return False
        found.append(limit)
    return found[0].sort == found[1].sort and found[0].number != found[1].number


def _in_clause(duty: Duty, start: int) -> bool:
    directive = duty.directive
    clauses = (*directive.conditions, *directive.exceptions)
    return any(clause.start <= start < clause.end for clause in clauses)


def _before(duty: Duty, cue: Cue) -> Limit | None:
    """The number behind a cue."""
    leads = cues.entries("threshold-leads", duty.language)
    behind = (i for i, word in enumerate(duty.words) if word.start >= cue.end)
    at = next((i for i in behind if bare(duty.words[i]) not in leads), len(duty.words))
    sort = sort_of(cue.entry, duty.language)
    if at >= len(duty.words) or not sort:
        return None
    if (time := amount(duty, at)) and (age := _age(duty, time)):
        return Limit(cue.start, age, time.hours, sort, cue.entry, "hours")
    if time:
        timed = sort == "from" and (duty.ban or _in_clause(duty, cue.start))
        timed = timed or (sort == "below" and time.unit == _YEAR)  # “children under 12 years”
        return Limit(cue.start, time.end, time.hours, sort, cue.entry, "hours") if timed else None
    limit = _number(duty, at, cue, sort)
    distance = cue.entry not in cues.entries("threshold-of-place", duty.language)
    return limit if limit and (distance or limit.unit == "distance-unit") else None


def _age(duty: Duty, time: Time) -> int:
    """Where “16 years old” ends; 0 where a time is no age."""
    rest = duty.reading.text[time.end :].lower()
    said = next(
        (old for old in cues.entries("aged", duty.language) if rest.startswith(f" {old}")), ""
    )
    return time.end + 1 + len(said) if said else 0


def _behind(duty: Duty) -> Iterator[Limit]:
    """Numbers with what bounds them behind: “30 euros or more”, “aged 12 and over”."""
    for sort in _BEHIND:
        for cue in duty.cues(f"behind-{sort}"):
            before = [i for i, word in enumerate(duty.words) if word.start < cue.start]
            for at in reversed(before[-_NEAR:]):
                limit = None if amount(duty, at) else _number(duty, at, cue, sort)
                if limit:
                    yield Limit(
                        limit.start, cue.end, limit.number, sort, cue.entry, limit.unit, limit.stray
                    )
                    break


def _number(duty: Duty, at: int, cue: Cue, sort: str) -> Limit | None:
    """The number at a word, with its unit or currency."""
    words, start = duty.words, min(cue.start, duty.words[at].start)
    currency = cues.entries("currency", duty.language)
    unit = ""
    if bare(words[at]) in currency and at + 1 < len(words):
        unit = bare(words[at])
        at += 1
    value = cues.number(words[at], duty.language)
    if words[at].start not in duty.open:  # “once”, “at least once”
        value = cues.scale("times", primary(duty.language)).get(bare(words[at]), value)
    if part := share(duty, at):
        return Limit(start, part[1], part[0], sort, cue.entry, "share")
    if value is None or bare(words[at]) in ("a", "an"):
        return None
    if at + 1 == len(words):
        return Limit(start, words[at].end, value, sort, cue.entry, unit)
    behind = bare(words[at + 1])
    if behind in currency:
        return Limit(start, words[at + 1].end, value, sort, cue.entry, behind)
    for kind in ("distance-unit", "weight-unit", "speed-unit"):
        size = cues.scale(kind, primary(duty.language)).get(behind)
        if size:
            end = words[at + 1].end
            return Limit(start, end, round(value * size, 6), sort, cue.entry, kind)
    next_ = words[at + 1].start
    stray = next_ in duty.open and not cue.start <= next_ < cue.end
    return Limit(start, words[at].end, value, sort, cue.entry, unit, stray)
