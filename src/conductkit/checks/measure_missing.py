"""Nothing in the code is measured, or a measure belongs to no rule.

Why: what is measured is kept. A figure that belongs to no rule does not show whether the code
works.

Example: no `measures:` → `id: same-day-replies`, `name: Messages acknowledged on the same day`,
`unit: percent`, and `measures: [same-day-replies]` on the rule.

Fix: add `measures:` with one or two figures that you collect anyway, and name them under
`measures:` of the rules that they show something about.
"""

from collections.abc import Iterator

from conductkit.check import Context, Hit, define, overall, whole
from conductkit.model import Code


@define("info", "coverage", kinds="staff customers two-sided")
def check(code: Code, context: Context) -> Iterator[Hit]:
    if not code.rules or code.extends:
        return
    if not code.measures:
        yield overall(
            code, "The code has no measures: nobody can see whether it is kept",
            "Add `measures:` and name them under `measures:` of the rules that they belong to.",
        )  # fmt: skip
    tied = {name for rule in code.rules for name in rule.measures}
    for measure in code.measures:
        if measure.id not in tied:
            yield whole(
                measure, "name", f"The measure “{measure.name}” belongs to no rule",
                f"Add `measures: [{measure.id}]` to the rule that it shows something about.",
            )  # fmt: skip
