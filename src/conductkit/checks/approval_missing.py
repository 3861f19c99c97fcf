"""The code is in force, and nothing says who approved it and when.

Why: staff who are held to a code, and customers who rely on it, may ask who said yes.

Example: `status: active` alone → `approved_by:` with `name: Managing Director` and `date:
2026-01-15`.

Fix: add `approved_by:` with a role, person or body, and the day. Where the owner and the
publisher are one person, nothing is asked.
"""

from collections.abc import Iterator

from conductkit.check import Context, Hit, define, overall, whole
from conductkit.model import Code


@define("warning", "lifecycle", kinds="staff customers two-sided")
def check(code: Code, context: Context) -> Iterator[Hit]:
    if code.status != "active" or _one_person(code):
        return
    if not code.approved_by:
        yield overall(
            code, "The code is active, but nothing says who approved it",
            "Add `approved_by:` with a `name:` (a role, person or body) and a `date:`.",
        )  # fmt: skip
    elif not code.adopted and not any(approval.date for approval in code.approved_by):
        first = code.approved_by[0]
        yield whole(
            first, "name", f"Nothing says when “{first.name}” approved the code",
            "Add the day under `date:`.",
        )  # fmt: skip


def _one_person(code: Code) -> bool:
    return code.owner is not None and code.owner.name.casefold() == code.issuer.casefold()
