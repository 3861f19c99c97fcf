"""A negation is contracted: “don’t” for “do not”.

Why: the small mark carries the whole meaning; readers in a hurry, under stress or in a second
language miss it and read the opposite.

Example: “Don’t share passwords.” → “Do not share passwords.”

Fix: write the two words.
"""

from collections.abc import Iterator

from conductkit.check import Context, Hit, define, words
from conductkit.checks._texts import listed
from conductkit.model import Code


@define("info", "wording", languages="en")
def check(code: Code, context: Context) -> Iterator[Hit]:
    for rule, _, hit in listed(code, context, "negative-contraction"):
        quote = rule.text[hit.start : hit.end]
        yield words(
            rule, "text", hit.start, hit.end,
            f"“{quote}” is easily misread as its opposite",
            f"Write “{hit.advice}”.",
        )  # fmt: skip
