"""A waiver names no check.

Why: it waives nothing. The name has a slip, or the check has another name by now.

Example: `check: many-duty` → `check: many-duties`.

Fix: write the name as the finding shows it; `conduct explain` lists them all.
"""

from collections.abc import Iterator

from conductkit.check import Context, Hit, define
from conductkit.checks._waivers import at, waivers
from conductkit.faults import nearest
from conductkit.model import Code


@define("warning", "consistency", last=True)
def check(code: Code, context: Context) -> Iterator[Hit]:
    for waiver, rule in waivers(code):
        if waiver.check not in context.known:
            near = nearest(waiver.check, context.known)
            advice = f"Did you mean “{near}”?" if near else "`conduct explain` lists the checks."
            yield at(waiver, rule, "check", f"There is no check “{waiver.check}”", advice)
