"""A word stands twice in a row.

Why: it is a slip of typing or editing, and it looks like one.

Example: “Call the the customer back.” → “Call the customer back.”

Fix: take one of the two out.
"""

import re
from collections.abc import Iterator

from conductkit.check import Context, Hit, define
from conductkit.checks._exempt import exempt
from conductkit.checks._texts import pieces
from conductkit.language import mask, word_list
from conductkit.model import Code
from conductkit.patterns import lazily

_TWICE = lazily(
    r"(?<![\w'’-])([^\W\d_]++)(?>(?:[ \t]{0,9}[ \n][ \t]{0,9}\1(?![\w'’-]))+)", re.IGNORECASE
)


@define("warning", "proofing", fix="unsafe")
def check(code: Code, context: Context) -> Iterator[Hit]:
    right = {
        word
        for language in (code.language, "en")
        for word in word_list("repeated-word-passes", language).entries
    }
    for piece in pieces(code):
        text = mask(piece.text)
        for match in _TWICE.finditer(text):
            word = match[1]
            marked = piece.text[match.start() : match.end()].split() != match[0].split()
            if word.lower() in right or marked or _is_name(match[0]):
                continue
            if not exempt(code, context, piece.text, *match.span()):
                yield piece.hit(
                    *match.span(), f"“{word}” stands twice in a row", "Take one of the two out.",
                    fix=word if word.lower() != "is" else None,  # one may stand for “it” or “this”
                )  # fmt: skip


def _is_name(words: str) -> bool:
    """`Walla Walla`: both capitalised, not all in capitals."""
    return words.istitle() and not words.isupper()
