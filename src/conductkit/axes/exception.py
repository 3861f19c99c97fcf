"""Who or what is let off: unless, except, without consent.

An exception that comes weakens a duty and a ban; one that goes, or is harder to claim (written,
prior, explicit), makes it stronger.
"""

from collections.abc import Iterator
from itertools import pairwise

from conductkit.axis import Duty, Shift, Span, define
from conductkit.difference import cues
from conductkit.difference.clauses import compare_clauses
from conductkit.difference.cues import bare


@define(rank=30, turns="bound")
def axis(old: Duty, new: Duty) -> Iterator[Shift]:
    yield from compare_clauses(
        old, new, "exception", added="weaker", qualifiers="exception-qualifier"
    )
    yield from _asked(old, new)


def _asked(old: Duty, new: Duty) -> Iterator[Shift]:
    """“Only with written consent”: a consent that is harder to get, where it is asked for."""
    sides = [_harder(duty) for duty in (old, new)]
    if bool(sides[0]) == bool(sides[1]) or not old.force == new.force == "duty":
        return
    getting = cues.entries("getting", old.language)
    if "only" not in old.lows & new.lows and old.directive.verb not in getting:
        return  # “we tell you with your written consent”
    if sides[1] and not old.open:
        yield Shift(None, sides[1], "stronger", sure=False)
    elif sides[0] and not new.open:
        yield Shift(sides[0], None, "weaker", sure=False)


def _harder(duty: Duty) -> Span | None:
    """A lone open word before a consent, outside all clauses: “written consent”."""
    harder = cues.entries("exception-qualifier", duty.language)
    consents = cues.entries("consents", duty.language)
    for word, after in pairwise(duty.words):
        alone = word.start in duty.open and len(duty.open) == 1
        if alone and bare(word) in harder and bare(after) in consents:
            return word.start, word.end
    return None
