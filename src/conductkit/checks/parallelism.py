"""A rule opens with a statement where nearly all the others open with an order.

Why: rules in one form are read faster, and the one that differs looks as if it bound less.

Example: “Your colleagues are no rivals. Share what you know.” → “Share what you know: your
colleagues are no rivals.”

Fix: begin with the act, and let the reason follow or move it to `why`.
"""

from collections.abc import Iterator

from conductkit.check import Context, Hit, define, words
from conductkit.checks._texts import readings
from conductkit.language import Clause, Reading
from conductkit.model import Code

_LEAST = 5  # rules
_SHARE = 0.8


@define("info", "consistency", languages="en")
def check(code: Code, context: Context) -> Iterator[Hit]:
    read = list(readings(code))
    others = [(rule, clause) for rule, reading in read if (clause := _opening(reading))]
    silent = sum(not reading.directives for _, reading in read)
    if len(read) < _LEAST or len(read) - len(others) - silent < _SHARE * len(read):
        return
    for rule, clause in others:
        yield words(
            rule, "text", clause.start, clause.end,
            "This rule opens with a statement; nearly all the others open with an order",
            "Begin with the act, and let the reason follow or move it to `why`.",
        )  # fmt: skip


def _opening(reading: Reading) -> Clause | None:
    """The statement that stands before the first order of a rule; None where there is none."""
    if not reading.directives:
        return None
    first = reading.directives[0].start
    return next((one for one in reading.clauses if one.kind == "main" and one.end <= first), None)
