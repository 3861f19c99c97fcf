"""A rule opens with a statement where nearly all the others open with an order.

Why: rules in one form are read faster, and the one that differs looks as if it bound less.

Example: “Your colleagues are no rivals. Share what you know.” → “Share what you know: your
colleagues are no rivals.”

Fix: begin with the act, and let the reason follow or move it to `why`.
"""

from collections.abc import Iterator

from conductkit.check import Context, Hit, define, words
from conductkit.checks._texts import readings
from conductkit.language import Clause, Reading, find
from conductkit.model import Code

_LEAST = 5  # rules
_SHARE = 0.8


@define("info", "consistency", languages="en")
def check(code: Code, context: Context) -> Iterator[Hit]:
    # A rule without any order has a finding of its own and says nothing of how orders begin.
    read = [(rule, reading) for rule, reading in readings(code) if reading.directives]
    others = [(rule, clause) for rule, reading in read if (clause := _opening(reading))]
    if len(read) < _LEAST or len(read) - len(others) < _SHARE * len(read):
        return
    for rule, clause in others:
        yield words(
            rule, "text", clause.start, clause.end,
            "This rule opens with a statement; nearly all the others open with an order",
            "Begin with the act, and let the reason follow or move it to `why`.",
        )  # fmt: skip


def _opening(reading: Reading) -> Clause | None:
    """The statement that stands before the first order of a rule; None where there is none."""
    first = reading.directives[0].start
    opened = (one for one in reading.clauses if one.kind == "main" and one.end <= first)
    clause = next(opened, None)
    if clause is None or any(True for _ in find(reading, "norm", clause.start, clause.end)):
        return None  # `Guests are welcome to …` says what holds, as an order does
    return clause
