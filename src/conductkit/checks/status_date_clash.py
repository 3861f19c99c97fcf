"""The status and the dates of the code contradict each other.

Why: people must know whether the code binds them today. A draft that is in force, or an active
code that begins next year, says both.

Example: `status: draft` with `effective: 2025-02-01`, read in 2026 → `status: active`.

Fix: change the status if the date is right, or the date if the status is right. A code without
`status:` is a draft.
"""

from collections.abc import Iterator

from conductkit.check import Context, Hit, define, whole
from conductkit.model import KINDS, Code


@define("error", "lifecycle", kinds=" ".join(KINDS))
def check(code: Code, context: Context) -> Iterator[Hit]:
    if not code.effective:
        return
    begun = code.effective <= context.today.isoformat()
    if code.status == "draft" and begun:
        given = "is a draft" if code.place.find("status") else "has no status, so it is a draft"
        message = f"The code {given}, but it is in force since {code.effective}"
        advice = "Write `status: active`, or take out `effective:` until it is approved."
    elif code.status == "active" and not begun:
        message = f"The code is active, but it is not in force before {code.effective}"
        advice = "Write `status: draft` until then, or correct `effective:`."
    elif code.status == "retired" and not begun:
        message = f"The code is retired, but it is to be in force from {code.effective}"
        advice = "Correct `status:` or `effective:`."
    else:
        return
    key, other = ("status", "effective") if code.place.find("status") else ("effective", "")
    also = [code.place.span(other)] if other else []
    yield whole(code, key, message, advice, also=also)
