"""What a code covers: its rules against values, principles, parties, channels and measures."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace

from conductkit.covering import clauses, dimensions
from conductkit.covering.duties import Duties
from conductkit.covering.result import Coverage, Dimension
from conductkit.model import Code

BY = ("both", "declared", "words")

_MADE: Mapping[str, Callable[[Duties], Dimension]] = {
    "values": dimensions.values,
    "parties": dimensions.parties,
    "channels": dimensions.channels,
    "channel-needs": dimensions.needs,
    "measures": dimensions.measures,
}
NAMES = ("values", "principles", *(name for name in _MADE if name != "values"))
"""The dimensions, in the order in which they are told."""


def coverage(
    code: Code, catalogue: Code | None = None, *, select: Collection[str] = NAMES, by: str = "both",
    profiles: Sequence[str] = (),
) -> Coverage:  # fmt: skip
    """What the rules of a code cover in the dimensions selected.

    `catalogue` has the principles. `by` says what counts: what is `declared`, what the `words` of
    the duties say, or both. Dimensions that words cannot cover are left out by words; those that
    the code has nothing of are left out unless there is something to say of it. The clauses of the
    `profiles` come last.
    """
    duties = Duties(code)
    found = []
    for name in NAMES:
        if name not in select:
            continue
        made = _MADE.get(name)
        one = made(duties) if made else dimensions.principles(duties, catalogue)
        if (by == "words" and not one.told) or not (one.rows or one.note):
            continue
        found.append(one)
    found += [clauses.dimension(duties.code, name) for name in profiles]
    found = [replace(one, rows=tuple(row.kept(by) for row in one.rows)) for one in found]
    rules = tuple(rule.id for rule in code.rules)
    return Coverage(code.id, code.title, code.place.source.path, rules, tuple(found), code.extends)
