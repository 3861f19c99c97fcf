"""A word is misspelt, or a phrase is one that writers often get wrong.

Why: mistakes in a code make readers doubt the care behind its promises.

Example: “Never take personal what a customer says.” → “Never take personally what a customer says.”

Fix: write what the advice names. A name that only looks like a mistake goes into the dictionary.
"""

from collections.abc import Iterator

from conductkit.check import Context, Hit, define
from conductkit.checks._exempt import exempt
from conductkit.checks._texts import like, names, pieces
from conductkit.language import find_words, mask
from conductkit.model import Code


@define("warning", "proofing", languages="en", fix="unsafe")
def check(code: Code, context: Context) -> Iterator[Hit]:
    for piece in (*pieces(code), *names(code)):
        for hit in find_words(mask(piece.text), "known-error", code.language):
            if not exempt(code, context, piece.text, hit.start, hit.end):
                quote = piece.text[hit.start : hit.end]
                yield piece.hit(
                    hit.start, hit.end, f"“{quote}” should be “{hit.advice}”",
                    f"Write “{hit.advice}”.", fix=like(quote, hit.advice),
                )  # fmt: skip
