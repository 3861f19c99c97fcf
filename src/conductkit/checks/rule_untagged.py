"""A rule names none of the values that the code declares.

Why: a reader cannot see what the rule is good for, and a report by value leaves it out.

Example: a rule “Say what went wrong.” without `values:` → `values: [honesty]`.

Fix: add `values:` with the ids of the values that the rule serves. Only codes that declare values
are asked.
"""

from collections.abc import Iterator

from conductkit.check import Context, Hit, define, overall, whole
from conductkit.model import Code


@define("warning", "values")
def check(code: Code, context: Context) -> Iterator[Hit]:
    if not code.values:
        return
    known = ", ".join(value.id for value in code.values[:6])
    known += " …" if len(code.values) > 6 else ""
    found = [rule for rule in code.rules if not rule.values]
    if len(found) == len(code.rules) > 1:
        yield overall(
            code, f"None of the {len(found)} rules names a value that it serves",
            f"Add `values:` to each rule. The values here: {known}.",
            also=[rule.place.span("id") for rule in found],
        )  # fmt: skip
        return
    for rule in found:
        yield whole(
            rule, "id", f"The rule “{rule.id}” names no value that it serves",
            f"Add `values:` with one or more of: {known}.",
        )  # fmt: skip
