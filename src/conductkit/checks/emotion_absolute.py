"""A feeling is demanded always, or at all times.

Why: nobody can keep it; it wears people out, and it lets a manager punish a face. With a complaint
or a bereavement a constant smile is even wrong.

Example: “Keep a smile at all times.” → “Greet each customer with a smile.”

Fix: ask for the behaviour, at the moment where it matters.
"""

import re
from collections.abc import Iterator

from conductkit.check import Context, Hit, define, words
from conductkit.checks._exempt import exempt
from conductkit.checks._texts import readings
from conductkit.language import find
from conductkit.model import Code
from conductkit.patterns import lazily

_ABSOLUTE = frozenset({"always", "at all times", "without exception", "under any circumstances"})
_THEIRS = lazily(
    r"\b(?:customers?|clients?|guests?|visitors?|people|everyone|them|they|callers?)\W+(?:\w+\W+){0,3}$",
    re.IGNORECASE,
)


@define("warning", "wording", languages="en")
def check(code: Code, context: Context) -> Iterator[Hit]:
    for rule, reading in readings(code):
        for one in reading.directives:
            always = [
                hit for hit in find(reading, "absolutes", one.start, one.end)
                if hit.entry in _ABSOLUTE
            ]  # fmt: skip
            feelings = [
                hit for hit in find(reading, "emotions", one.start, one.end)
                if not _THEIRS.search(rule.text, one.start, hit.start)
            ]  # fmt: skip
            if one.negated or not always or not feelings:
                continue
            start = min(always[0].start, feelings[0].start)
            end = max(always[0].end, feelings[0].end)
            if exempt(code, context, rule.text, start, end):
                continue
            yield words(
                rule, "text", start, end,
                f"“{feelings[0].entry}” is a feeling, and nobody has it {always[0].entry}",
                "Ask for the behaviour, at the moment where it matters.",
            )  # fmt: skip
