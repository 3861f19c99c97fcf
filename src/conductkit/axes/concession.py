"""In spite of what a duty holds: even if, regardless of, whether or not."""

from collections.abc import Iterator

from conductkit.axis import Duty, Shift, define
from conductkit.difference.clauses import compare_clauses


@define(rank=40, turns="bound")
def axis(old: Duty, new: Duty) -> Iterator[Shift]:
    yield from compare_clauses(old, new, "concession", added="stronger")
