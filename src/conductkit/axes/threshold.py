"""From how much on: above 50 euros, more than three, up to 100. Fewer cases bind less."""

from collections.abc import Iterator
from dataclasses import dataclass

from conductkit.axis import Duty, Shift, define, differing, direction
from conductkit.difference import cues
from conductkit.difference.cues import Cue
from conductkit.difference.durations import amount
from conductkit.difference.headcount import headcounts
from conductkit.difference.tallies import tallied
from conductkit.language.lexicon import primary

# What a rise of the number behind one of these does.
_MORE = (
    ("threshold-from", "weaker"), ("threshold-upto", "stronger"), ("threshold-least", "stronger"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Limit:
    start: int
    end: int
    number: float
    entry: str
    unit: str


@define(rank=90, turns="bound", fixed=True)
def axis(old: Duty, new: Duty) -> Iterator[Shift]:
    before, after = differing(old, _limits(old), new, _limits(new))
    heads = headcounts(old, new) if len(before) != len(after) or not before else None
    if heads:
        yield Shift(heads[0][0], heads[1][0], direction(heads[0][1], heads[1][1]), sure=False)
        return
    tally = None if before or after else tallied(old, new)
    if tally:
        (place, number), (other, now), more = tally
        yield Shift(place, other, direction(number, now, more=more), sure=False)
        return
    for one, two in zip(before, after, strict=False):
        yield Shift((one.start, one.end), (two.start, two.end), _effect(one, two, old))
    for one in before[len(after) :]:
        if old.amid(_start(one, old), one.end):
            continue
        effect = _presence(one, old, "stronger", "weaker")
        unsure = _whole(new) or _told_otherwise(one, old, new)
        yield Shift((one.start, one.end), None, "unknown" if unsure else effect)
    for two in after[len(before) :]:
        if new.amid(_start(two, new), two.end):
            continue
        effect = _presence(two, new, "weaker", "stronger")
        unsure = _whole(old) or _told_otherwise(two, new, old)
        yield Shift(None, (two.start, two.end), "unknown" if unsure else effect)


def _told_otherwise(limit: _Limit, duty: Duty, other: Duty) -> bool:
    """Whether the other side says how often in another way: “at least once a year”, “yearly”."""
    times = cues.scale("times", primary(duty.language)).keys()
    counted = any(cues.bare(word) in times for word in duty.within((limit.start, limit.end)))
    return counted and bool(other.cues("interval"))


def _whole(duty: Duty) -> bool:
    """Whether “all” or “the whole” stands on this side alone: more than any number."""
    whole = cues.entries("universal", duty.language) | {"entire", "whole"}
    return any(word.start in duty.open and cues.bare(word) in whole for word in duty.words)


def _effect(old: _Limit, new: _Limit, duty: Duty) -> str:
    if old.unit != new.unit:
        return "unknown"
    if old.number == new.number and old.entry == new.entry:
        return "neutral"
    below = cues.entries("threshold-below", duty.language)
    if old.entry in below and new.entry in below:
        subject = duty.directive.modal.cue and old.start < duty.directive.modal.start
        return direction(old.number, new.number) if subject else "unknown"
    if _describes(old, duty):
        return "unknown"
    for name, more in _MORE:
        names = cues.entries(name, duty.language)
        if old.entry in names and new.entry in names and old.number != new.number:
            return direction(old.number, new.number, more=more)
    return "unknown"


def _presence(limit: _Limit, duty: Duty, narrows: str, demands: str) -> str:
    """“Above 50” leaves cases out; “at least three” asks for more."""
    if limit.entry in cues.entries("threshold-least", duty.language):
        return "unknown" if _describes(limit, duty) else demands
    return narrows


def _start(limit: _Limit, duty: Duty) -> int:
    """Where a limit begins with the words that lead to it: “worth more than 25 euros”."""
    leads = cues.entries("threshold-leads", duty.language)
    start = limit.start
    for word in reversed(duty.words):
        if word.start < start:
            if cues.bare(word) not in leads:
                break
            start = word.start
    return start


def _describes(limit: _Limit, duty: Duty) -> bool:
    """Whether a least number may say which ones are meant: “gifts of at least 50 euros”, not “a
    discount of at least 10 percent”."""
    if limit.entry not in cues.entries("threshold-least", duty.language):
        return False
    before = [cues.bare(word) for word in duty.words if word.start < limit.start]
    if before[-2:-1] == [duty.directive.verb]:
        return False
    if before[-1:] not in (["of"], ["worth"], ["aged"], ["is"], ["are"], ["be"]):
        return False
    return before[-3:-2] not in (["a"], ["an"], ["the"])


def _limits(duty: Duty) -> list[_Limit]:
    found = []
    for cue in duty.cues("threshold"):
        limit = _number(duty, cue)
        if limit:
            found.append(limit)
    return found


def _number(duty: Duty, cue: Cue) -> _Limit | None:
    """The number behind a cue, with its unit; a time is the axis deadline's."""
    at = next((i for i, word in enumerate(duty.words) if word.start >= cue.end), len(duty.words))
    if at >= len(duty.words):
        return None
    if time := amount(duty, at):
        most = duty.ban and cue.entry in cues.entries("threshold-from", duty.language)
        return _Limit(cue.start, time.end, time.hours, cue.entry, "hours") if most else None
    currency = cues.entries("currency", duty.language)
    unit = ""
    if cues.bare(duty.words[at]) in currency and at + 1 < len(duty.words):
        unit = cues.bare(duty.words[at])
        at += 1
    value = cues.number(duty.words[at], duty.language)
    if duty.words[at].start not in duty.open:  # “once”, “at least once”
        value = cues.scale("times", primary(duty.language)).get(cues.bare(duty.words[at]), value)
    if value is None or cues.bare(duty.words[at]) in ("a", "an"):
        return None
    end = duty.words[at].end
    if at + 1 < len(duty.words) and cues.bare(duty.words[at + 1]) in currency:
        end = duty.words[at + 1].end
        unit = cues.bare(duty.words[at + 1])
    return _Limit(cue.start, end, value, cue.entry, unit)
