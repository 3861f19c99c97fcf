"""More than a quarter of the rules say always, never, every or at all times.

Why: where everything is absolute, nothing is; staff learn that “always” means “mostly”, and then
the few bans that are meant to the letter lose their force.

Example: “Always smile at every customer at all times.” → “Greet each customer as they come in.”

Fix: keep absolutes for the lines that nobody may cross, and take them out elsewhere. A single
“never” is no fault: the count is.
"""

from collections import Counter
from collections.abc import Iterator

from conductkit.check import Context, Hit, define, overall
from conductkit.checks._texts import listed
from conductkit.model import Code

_LEAST = 5  # rules; in a short code a few absolutes are a large share


@define("info", "wording", languages="en fr pt es")
def check(code: Code, context: Context) -> Iterator[Hit]:
    found = [(rule, hit) for rule, _, hit in listed(code, context, "absolutes")]
    rules = {rule.id for rule, _ in found}
    if len(rules) < _LEAST or len(rules) * 4 <= len(code.rules):
        return
    counts = Counter(hit.entry for _, hit in found).most_common()
    named = ", ".join(f"“{entry}” ({count})" for entry, count in counts)
    yield overall(
        code,
        f"{len(found)} absolutes in {len(rules)} of {len(code.rules)} rules: {named}",
        "Keep them for the lines that nobody may cross, and take them out elsewhere.",
        also=[rule.place.words("text", hit.start, hit.end) for rule, hit in found],
    )
