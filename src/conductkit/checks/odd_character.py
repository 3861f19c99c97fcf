"""A character that cannot be seen, or is not what it looks like.

Why: it breaks searches and links, and shows up as a change where nothing changed.

Example: a zero-width space inside “customer” → “customer”

Fix: delete the word and type it again.
"""

import unicodedata
from collections.abc import Iterator

from conductkit.check import Context, Hit, define
from conductkit.checks._texts import pieces
from conductkit.model import Code
from conductkit.patterns import lazily

_ODD = lazily(
    r"[\u00ad\u200b\u200e\u200f\u2011\u202a-\u202e\u2060\u2066-\u2069\ufeff\ufffd\ue000-\uf8ff"
    r"\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]"
)
_JOINERS = lazily(r"(?<=[A-Za-z])[\u200c\u200d](?=[A-Za-z])")
_FOREIGN = lazily(r"[^\x00-\u024f\u2000-\u206f]")
_DIRECTION = frozenset("\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_WORD = lazily(r"[^\W\d_]{2,}")
_RIGHT_TO_LEFT = frozenset({"ar", "fa", "he", "ur", "yi", "ps", "sd", "ug", "dv"})
_PLAIN = {"\u00ad": "", "\u200b": "", "\u2060": "", "\ufeff": "", "\u2011": "-"}  # to the eye
_MOST = 50  # further places named
_SCRIPTS = ("LATIN", "CYRILLIC", "GREEK")


@define("warning", "proofing", fix="safe")
def check(code: Code, context: Context) -> Iterator[Hit]:
    mirrored = code.language.split("-")[0].lower() in _RIGHT_TO_LEFT
    for piece in pieces(code):
        found = [
            match
            for pattern in (() if _ordinary(piece.text) else (_ODD, _JOINERS))
            for match in pattern.finditer(piece.text)
            if not (mirrored and match[0] in _DIRECTION)
        ]
        if found:
            first, *rest = sorted(found, key=lambda match: match.start())
            yield piece.hit(
                *first.span(), f"An odd character: {_name(first[0])}",
                "Delete the word and type it again.",
                also=[piece.span(*match.span()) for match in rest[:_MOST]],
                fix=_PLAIN.get(first[0]),
            )  # fmt: skip
        for word in _WORD.finditer(piece.text) if _FOREIGN.search(piece.text) else ():
            scripts = {unicodedata.name(char, "").split(" ")[0] for char in word[0]}
            mixed = [name.title() for name in _SCRIPTS if name in scripts]
            if len(mixed) > 1:
                yield piece.hit(
                    *word.span(), f"“{word[0]}” mixes {' and '.join(mixed)} letters",
                    "Delete the word and type it again.",
                )  # fmt: skip


def _ordinary(text: str) -> bool:
    """Whether a text is all of letters, marks and spaces that can be seen: nearly every one is."""
    return text.replace("\n", "").isprintable() and "\u2011" not in text and "\ufffd" not in text


def _name(char: str) -> str:
    name = unicodedata.name(char, "").lower()
    return f"{name} (U+{ord(char):04X})" if name else f"U+{ord(char):04X}"
