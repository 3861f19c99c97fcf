"""A part that US prosecutors look for in a staff code is missing (ECCP).

Why: a programme is judged by whether people can report a breach without fear, know what follows
one, are trained, and see that those who lead are bound as well.

Example: a hotline alone → “Nobody may be treated worse for a report made in good faith.”

Fix: add the field or the sentence that the finding names, or waive the check where another document
covers it.
"""

from collections.abc import Iterator

from conductkit.check import Context, Hit, define
from conductkit.checks._clauses import uncovered
from conductkit.model import Code


@define("warning", "coverage", kinds="staff two-sided", on=False)
def check(code: Code, context: Context) -> Iterator[Hit]:
    yield from uncovered(code, "eccp")
