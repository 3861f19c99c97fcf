"""One value stands on more than half of the rules, or one rule serves more than three values.

Why: a value that is everywhere sets nothing apart, and a rule that serves everything shows
nothing.

Example: `values: [honesty, respect, empathy, accountability]` on one rule → the one or two that
it is really about.

Fix: keep the values that a rule would lose its point without. If one value is what the whole code
is about, say so in the purpose. Codes with fewer than eight rules are not asked.
"""

from collections import Counter
from collections.abc import Iterator

from conductkit.check import Context, Hit, define, whole
from conductkit.model import Code

_RULES = 8
_VALUES = 3


@define("info", "values")
def check(code: Code, context: Context) -> Iterator[Hit]:
    if len(code.rules) < _RULES or len(code.values) < _VALUES:
        return
    counts = Counter(name for rule in code.rules for name in set(rule.values))
    for value in code.values:
        count = counts[value.id]
        if 2 * count > len(code.rules):
            yield whole(
                value, "name", f"“{value.name}” stands on {count} of {len(code.rules)} rules",
                "Keep it where a rule would lose its point without it.",
            )  # fmt: skip
    for rule in code.rules:
        if len(rule.values) > _VALUES:
            yield whole(
                rule, "values", f"The rule “{rule.id}” serves {len(rule.values)} values",
                "Keep the one or two that it is really about.",
            )  # fmt: skip
