"""“Shall” can be read as a duty, a promise or the future.

Why: readers and courts have understood it in all three ways; “must” has one meaning.

Example: “Agents shall verify the caller.” → “Agents must verify the caller.”

Fix: write “must”, or “must not” for “shall not”; write “will” for what the company promises.
"""

import re
from collections.abc import Iterator

from conductkit.check import Context, Hit, define, words
from conductkit.checks._bcp14 import declares_bcp14
from conductkit.checks._exempt import exempt
from conductkit.language import mask
from conductkit.model import Code
from conductkit.patterns import lazily

_SHALL = lazily(r"\bshall(\s+(?:not|never)\b)?", re.IGNORECASE)


@define("info", "wording", languages="en")
def check(code: Code, context: Context) -> Iterator[Hit]:
    if declares_bcp14(code):
        return
    for rule in code.rules:
        for match in _SHALL.finditer(mask(rule.text)):
            if exempt(code, context, rule.text, *match.span()):
                continue
            better = f"must {match[1].split()[0].lower()}" if match[1] else "must"
            yield words(
                rule, "text", match.start(), match.end(),
                f"“{match[0].lower()}” can mean a duty, a promise or the future",
                f"Write “{better}”; write “will” for what the company promises.",
            )  # fmt: skip
