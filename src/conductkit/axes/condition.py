"""When a duty holds: if, when, where, provided that. A condition narrows what it is put on."""

from collections.abc import Iterator

from conductkit.axis import Duty, Shift, define
from conductkit.difference.clauses import compare_clauses


@define(rank=60, turns="bound")
def axis(old: Duty, new: Duty) -> Iterator[Shift]:
    yield from compare_clauses(old, new, "condition", added="weaker")
