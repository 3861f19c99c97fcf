"""Spellings of two varieties of a language are mixed, or one is not the code’s own.

Why: it looks careless, and a reader who searches for “behaviour” does not find “behavior”.

Example: “organisation” in one rule and “organization” in the next → one of the two throughout.

Fix: keep to one house. The region of `language` (`en-GB`, `en-US`, `pt-BR`) says which; British
houses may choose -ise or -ize.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping

from conductkit.check import Context, Hit, define, overall
from conductkit.checks._exempt import exempt
from conductkit.checks._texts import Piece, pieces
from conductkit.language import mask, spelling_variants, word_list
from conductkit.model import Code
from conductkit.patterns import lazily
from conductkit.source import Span

_WORD = lazily(r"[^\W\d_]+")
_NAMES = {"gb": "British", "us": "American", "ise": "-ise", "ize": "-ize", "br": "Brazilian",
          "pt": "European"}  # fmt: skip
# Varieties that no house has together: -ize is at home in Britain too.
_CLASHES = (("gb", "us"), ("ise", "ize"), ("us", "ise"), ("br", "pt"))
_WRONG: Mapping[str, tuple[str, ...]] = {
    "en-us": ("gb", "ise"), "en-ca": (), "en-gb": ("us",), "en-gb-oxendict": ("us", "ise"),
    "en-au": ("us", "ize"), "en-ie": ("us",), "en-nz": ("us", "ize"), "pt-br": ("pt",),
    "pt-pt": ("br",),
}  # fmt: skip


@define("warning", "consistency", languages="en pt")
def check(code: Code, context: Context) -> Iterator[Hit]:
    found = list(_found(code, context))
    present = {variety for _, variety, _ in found}
    clashes = {name for pair in _CLASHES if present.issuperset(pair) for name in pair}
    wrong = set(_WRONG.get(code.language.lower(), ())) & present
    if not clashes and not wrong:
        return
    shown = [item for item in found if item[1] in clashes | wrong]
    parts = [
        f"{_NAMES[name]}: {_counts(shown, name)}"
        for name in _NAMES
        if any(variety == name for _, variety, _ in shown)
    ]
    message = (
        "Spellings of two varieties: " if clashes else f"Not the spelling of {code.language}: "
    )
    yield overall(
        code, message + "; ".join(parts),
        "Keep to one throughout; the region of `language` (such as en-GB) says which.",
        also=[span for _, _, span in shown],
    )  # fmt: skip


def _counts(shown: list[tuple[str, str, Span]], name: str) -> str:
    counts = Counter(word for word, variety, _ in shown if variety == name)
    return ", ".join(f"“{word}” ({count})" for word, count in counts.items())


def _found(code: Code, context: Context) -> Iterator[tuple[str, str, Span]]:
    """Every word that has another spelling elsewhere: the word, its variety, its place."""
    variants = spelling_variants(code.language)
    both = word_list("spelling-variant-passes", code.language).entries
    for piece in pieces(code):
        text = mask(piece.text)
        for match in _WORD.finditer(text):
            variant = variants.get(match[0].lower())
            if (
                variant is None
                or match[0].lower() in both
                or _is_name(text, match.start(), match[0])
            ):
                continue
            if not exempt(code, context, piece.text, *match.span()):
                yield match[0].lower(), variant.variety, _span(piece, match)


def _span(piece: Piece, match: re.Match[str]) -> Span:
    return piece.span(*match.span())


def _is_name(text: str, start: int, word: str) -> bool:
    """Whether the word is capitalised inside a sentence, as names of bodies are."""
    before = text[:start].rstrip(" \n“\"'‘(")
    return word[0].isupper() and bool(before) and before[-1] not in ".?!:;…"
