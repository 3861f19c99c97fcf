"""More than two years lie between the last look at the code and the next.

Why: products, channels and laws change faster. After two years most people who wrote the code
have other jobs.

Example: `adopted: 2026-01-01` and `review_by: 2030-01-01` → `review_by: 2027-12-31`.

Fix: choose a day within two years of the approval or the last edition.
"""

from collections.abc import Iterator
from datetime import date

from conductkit.check import Context, Hit, define, whole
from conductkit.model import KINDS, Code

_MONTHS = 24


@define("info", "lifecycle", kinds=" ".join(KINDS))
def check(code: Code, context: Context) -> Iterator[Hit]:
    looked_at = [
        code.adopted, *(one.date for one in code.approved_by), *(one.date for one in code.changelog)
    ]  # fmt: skip
    last = max((day for day in looked_at if day), default=code.effective)
    if not last or not code.review_by or code.status == "retired":
        return
    months = _months(date.fromisoformat(last), date.fromisoformat(code.review_by))
    if months > _MONTHS or (months == _MONTHS and code.review_by[8:] > last[8:]):
        yield whole(
            code, "review_by",
            f"The next review is {months} months after {last}: two years are long enough",
            f"Choose a day by {_two_years_on(last)}.",
        )  # fmt: skip


def _months(start: date, end: date) -> int:
    return (end.year - start.year) * 12 + end.month - start.month


def _two_years_on(day: str) -> str:
    return f"{int(day[:4]) + 2:04}{day[4:]}".replace("-02-29", "-02-28")
