"""Who or what is let off: unless, except, without consent.

An exception that comes weakens a duty and a ban; one that goes, or is harder to claim (written,
prior, explicit), makes it stronger.
"""

from collections.abc import Iterator

from conductkit.axis import Duty, Shift, define
from conductkit.difference.clauses import compare_clauses


@define(rank=30, turns="bound")
def axis(old: Duty, new: Duty) -> Iterator[Shift]:
    yield from compare_clauses(
        old, new, "exception", added="weaker", qualifiers="exception-qualifier"
    )
