"""A stroke or bracket leaves open which words hold: “and/or”, “he/she”, “customer(s)”.

Why: nobody can read it aloud, and “and/or” leaves it to the reader which of the two binds.

Example: “Call and/or write to the customer(s).” → “Call or write to the customers, or both.”

Fix: choose one, or write “… or … or both”; use the plural; write “they”.
"""

import re
from collections.abc import Iterator

from conductkit.check import Context, Hit, define, words
from conductkit.checks._exempt import exempt
from conductkit.language import mask
from conductkit.model import Code
from conductkit.patterns import lazily

_STROKES = lazily(
    r"(?<![\w/])(?:and/or|or/and|et/ou|e/ou|y/o|he/she|she/he|s/he|him/her|her/him|his/her|her/his"
    r"|himself/herself)(?![\w/])|\(s\)he\b|\b[^\W\d_]{2,40}\((?:s|es|ies)\)(?!\w)",
    re.IGNORECASE,
)


@define("info", "wording")
def check(code: Code, context: Context) -> Iterator[Hit]:
    for rule in code.rules:
        for match in _STROKES.finditer(mask(rule.text)):
            if not exempt(code, context, rule.text, *match.span()):
                yield words(
                    rule, "text", match.start(), match.end(),
                    f"“{match[0]}” leaves open which is meant", _help(match[0].lower()),
                )  # fmt: skip


def _help(found: str) -> str:
    if found.endswith(")"):
        return "Write the plural."
    if found in ("and/or", "or/and", "et/ou", "e/ou", "y/o"):
        return "Choose one of the two, or say that either or both will do."
    return "Write “they”, “them” or “their”."
