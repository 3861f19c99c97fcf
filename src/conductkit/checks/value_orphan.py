"""A value that no rule serves.

Why: a value that asks nothing of anybody is decoration, and readers notice.

Example: “Empathy” under `values:`, and no rule with `values: [empathy]` → add it to the rules
that live up to it, such as “Let customers finish before you answer.”

Fix: name the value under `values:` of the rules that serve it, write a rule that does, or take
the value out.
"""

from collections.abc import Iterator

from conductkit.check import Context, Hit, define
from conductkit.checks._values import each_or_all
from conductkit.model import Code


@define("warning", "values")
def check(code: Code, context: Context) -> Iterator[Hit]:
    if code.extends:
        return
    used = {name for rule in code.rules for name in rule.values}
    found = [value for value in code.values if value.id not in used]
    names = ", ".join(value.name for value in found)
    if code.rules:
        advice = "Name the values under `values:` of the rules that serve them."
    else:
        advice = "Write rules that serve the values, or say `kind: catalogue`."
    yield from each_or_all(found, len(code.values), _one, (f"No rule serves {names}", advice))


def _one(name: str) -> tuple[str, str]:
    return (
        f"No rule serves the value “{name}”",
        "Name it under `values:` of the rules that serve it, or write one that does.",
    )
