"""A waiver has run out.

Why: whoever wrote `until` wanted the decision looked at again on that day. What it covered counts
as a finding since.

Example: `until: 2025-12-31`, read in 2026 → the words mended, or a new day with a reason that
still holds.

Fix: mend what the waiver covered and take it out. If the reason still holds, set a new `until:`.
"""

from collections.abc import Iterator

from conductkit.check import Context, Hit, define
from conductkit.checks._waivers import at, expired, waivers
from conductkit.model import Code


@define("warning", "lifecycle", last=True)
def check(code: Code, context: Context) -> Iterator[Hit]:
    for waiver, rule in waivers(code):
        if waiver.check in context.known and expired(waiver, context):
            yield at(
                waiver, rule, "until",
                f"The waiver of “{waiver.check}” ran out on {waiver.until}",
                "Mend what it covered and take it out, or set a new day if the reason still holds.",
            )  # fmt: skip
