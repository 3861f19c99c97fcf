"""Two forms of “to be” stand in a row, where editing left one behind.

Why: readers stumble, and cannot tell which tense was meant.

Example: “You discover that is was their fault.” → “You discover that it was their fault.”

Fix: keep one of the two, or write “it” for the first.
"""

import re
from collections.abc import Iterator

from conductkit.check import Context, Hit, define
from conductkit.checks._texts import pieces
from conductkit.language import mask
from conductkit.model import Code
from conductkit.patterns import lazily

_CLAUSE = lazily(r"\b(?:that|if|when|because|since|whether)\s+$", re.IGNORECASE)
_CLASH = lazily(r"\b(?:is|are|was|were)\s+(?:is|are|was|were)\b", re.IGNORECASE)


@define("warning", "proofing", languages="en", fix="unsafe")
def check(code: Code, context: Context) -> Iterator[Hit]:
    for piece in pieces(code):
        for match in _CLASH.finditer(mask(piece.text)):
            first, second = match[0].lower().split()
            if first == second:
                continue  # “what it is is a gift”; a slip of this kind is a repeated word
            yield piece.hit(
                match.start(), match.end(),
                f"“{match[0]}”: two forms of “to be” in a row",
                f"Keep one of the two: “{first}” or “{second}”.",
                fix=_slip(match),
            )  # fmt: skip


def _slip(match: re.Match[str]) -> str | None:
    """“that it was” for “that is was”: a clause needs its subject; of others nobody can tell."""
    first, second = match[0].split()
    if first != "is" or second != "was" or not _CLAUSE.search(match.string[: match.start()]):
        return None
    return f"it{match[0][2:]}"
