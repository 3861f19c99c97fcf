"""The day for looking at the code again has passed.

Why: a review that does not happen tells everybody that the code is not meant to be kept.

Example: `review_by: 2025-01-31`, read in June 2026 → the review, then `review_by: 2027-06-30`.

Fix: look at the code with those who keep it, change what does not hold, then set the next day. If
nothing changes, say so in the changelog.
"""

from collections.abc import Iterator
from datetime import date

from conductkit.check import Context, Hit, define, whole
from conductkit.finding import Severity
from conductkit.model import KINDS, Code

_LONG = 90


@define("warning", "lifecycle", kinds=" ".join(KINDS))
def check(code: Code, context: Context) -> Iterator[Hit]:
    if not code.review_by or code.status == "retired":
        return
    late = (context.today - date.fromisoformat(code.review_by)).days
    if late <= 0:
        return
    since = "one day" if late == 1 else f"{late} days"
    if late > _LONG:
        message = f"The review is {since} overdue: nobody can rely on this code being current"
    else:
        message = f"The review was due on {code.review_by}, {since} ago"
    help = "Review the code, then set the next day under `review_by:`."
    hit = whole(code, "review_by", message, help)
    yield hit._replace(severity=Severity.ERROR) if late > _LONG else hit
