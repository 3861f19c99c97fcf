"""A part that a code of promises to customers should have is missing (ISO 10001).

Why: a promise helps customers when they can see whom it is made to, where it ends, whom to ask and
what they get when it is not kept.

Example: promises alone → `limits: In a strike or a storm we may answer later.` and `redress: If we
are late, you pay nothing for delivery.`

Fix: add the field or the sentence that the finding names. Staff codes are not asked: the standard
is about promises to customers.
"""

from collections.abc import Iterator

from conductkit.check import Context, Hit, define
from conductkit.checks._clauses import uncovered
from conductkit.model import Code


@define("warning", "coverage", kinds="customers two-sided", on=False)
def check(code: Code, context: Context) -> Iterator[Hit]:
    yield from uncovered(code, "iso10001")
