"""A number of persons that is asked for without “at least”: “two adults hear both sides”."""

from conductkit.axis import Duty, Span
from conductkit.difference import cues
from conductkit.difference.cues import bare

_NEAR = 3  # words between the number and the persons
_OPENS = 2  # words of a beginning
_Count = tuple[Span, float]


def headcounts(old: Duty, new: Duty) -> tuple[_Count, _Count] | None:
    """The one number of persons on each side, where all else is the same."""
    before, after = _counts(old), _counts(new)
    if len(before) != 1 or len(after) != 1 or _free(old) or _free(new):
        return None
    return before[0], after[0]


def _free(duty: Duty) -> bool:
    """Whether more persons need not be more: of a ban, a permission, a limit, a condition."""
    return duty.ban or duty.free or bool(duty.cues("head-turns"))


def _counts(duty: Duty) -> list[_Count]:
    """The open numbers with persons right behind them, those in a clause left out."""
    directive = duty.directive
    clauses = (*directive.conditions, *directive.exceptions, *directive.concessions)
    people = cues.entries("heads", duty.language) | cues.entries("roles", duty.language)
    found: list[_Count] = []
    for at, word in enumerate(duty.words):
        value = cues.number(word, duty.language)
        if value is None or word.start not in duty.open:
            continue
        behind = [bare(one) for one in duty.words[at + 1 : at + 1 + _NEAR]]
        inside = any(clause.start <= word.start < clause.end for clause in clauses)
        if not inside and not people.isdisjoint(behind) and _asked(duty, at):
            found.append(((word.start, word.end), value))
    return found


def _asked(duty: Duty, at: int) -> bool:
    """Whether so many persons do something or form a body, not “the hall seats 90 people”."""
    verb = duty.verb_span
    before = {bare(word) for word in duty.words[max(0, at - 2) : at]}
    leads = cues.entries("head-leads", duty.language)
    acting = duty.words[at].start < verb[0] if verb else at < _OPENS
    acting = acting or not before.isdisjoint(leads)
    return acting or duty.directive.verb in cues.entries("head-verbs", duty.language)
