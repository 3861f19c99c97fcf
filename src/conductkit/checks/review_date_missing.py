"""The code does not say when it will be looked at again.

Why: what has no date is not done. A code that nobody reviews drifts away from what people do.

Example: no `review_by:` → `review_by: 2027-01-31`.

Fix: add `review_by:` with a day within the next two years. `conduct lint` reminds you when it has
passed. A retired code needs none.
"""

from collections.abc import Iterator

from conductkit.check import Context, Hit, define, overall
from conductkit.model import KINDS, Code


@define("warning", "structure", kinds=" ".join(KINDS))
def check(code: Code, context: Context) -> Iterator[Hit]:
    if code.review_by or code.status == "retired":
        return
    yield overall(
        code, "The code has no review date: nothing says when it will be looked at again",
        f"Add `review_by:` with a day within two years, such as `{_in_a_year(context)}`.",
    )  # fmt: skip


def _in_a_year(context: Context) -> str:
    today = context.today
    return f"{today.year + 1}-{today.month:02}-{min(today.day, 28):02}"
