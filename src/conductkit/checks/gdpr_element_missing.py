"""A duty on personal data that the code says nothing of (European Union, GDPR).

Why: the regulation binds everybody who handles personal data; a code is where staff learn what that
means in front of a customer.

Example: “Never share private information without consent.” alone → “Report lost or leaked data to
the data protection officer at once.”

Fix: write a rule on the duty that the finding names, or waive the check where another document
covers it.
"""

from collections.abc import Iterator

from conductkit.check import Context, Hit, define
from conductkit.checks._clauses import uncovered
from conductkit.model import Code


@define("warning", "coverage", on=False)
def check(code: Code, context: Context) -> Iterator[Hit]:
    yield from uncovered(code, "gdpr")
