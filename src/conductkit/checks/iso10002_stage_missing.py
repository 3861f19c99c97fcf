"""A stage of handling complaints that the code says nothing of (ISO 10002).

Why: a complaint that is received and then neither recorded, investigated nor answered is worse for
the customer than none; staff need to know each step, customers where to turn in the end.

Example: rules that welcome and acknowledge complaints alone → “Record each complaint on the day it
arrives, and keep its status up to date.”

Fix: write a rule for the stage, or waive the check where another document covers it.
"""

from collections.abc import Iterator

from conductkit.check import Context, Hit, define
from conductkit.checks._clauses import uncovered
from conductkit.model import Code


@define("warning", "coverage", kinds="staff customers two-sided", on=False)
def check(code: Code, context: Context) -> Iterator[Hit]:
    yield from uncovered(code, "iso10002")
