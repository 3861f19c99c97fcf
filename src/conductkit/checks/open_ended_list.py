"""A list ends in “etc.” or the like.

Why: what else is meant? Nobody can keep a rule, or be blamed for breaking it, whose cases are left
to the imagination.

Example: “Do not accept money, vouchers etc.” → “Do not accept money, vouchers or other gifts.”

Fix: name what belongs to the list, or the kind of thing; “such as” before examples is fine.
"""

from collections.abc import Iterator

from conductkit.check import Context, Hit, define, words
from conductkit.checks._texts import listed
from conductkit.model import Code


@define("info", "wording", languages="en fr pt es")
def check(code: Code, context: Context) -> Iterator[Hit]:
    for rule, _, hit in listed(code, context, "open-ended-list"):
        yield words(
            rule, "text", hit.start, hit.end,
            f"“{hit.entry}” leaves open what else belongs to the list",
            "Name the rest, or the kind of thing that is meant.",
        )  # fmt: skip
