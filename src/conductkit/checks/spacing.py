"""A space is missing, doubled or in the wrong place.

Why: it looks careless, and doubled or odd spaces show up as changes where nothing changed.

Example: “Ask first .Then act.” → “Ask first. Then act.”

Fix: one space between words and after a stop, none before it.
"""

from collections.abc import Iterator

from conductkit.check import Context, Hit, define
from conductkit.checks._exempt import exempt
from conductkit.checks._placeholders import placeholders
from conductkit.checks._texts import Piece, pieces
from conductkit.language import mask
from conductkit.model import Code
from conductkit.patterns import lazily

_DOUBLE = lazily(r"(?<=[\w,;’”)])[ \t]{2,}(?=[\w“‘(])|(?<=\w)\t(?=\w)")
_BEFORE = lazily(r"(?<=\w)[ \t\u00a0]+(?P<mark>[.,](?![.\w])|[;:!?](?![-)(\w/]))")
_AFTER = lazily(r"(?<=[a-z]{3})(?P<mark>[.?!])(?=[A-Z][a-z]+[ ,’'])")
_HARD = lazily(r"(?<=[a-z])\u00a0(?=[a-z])|[ \t]\u00a0{1,9}|\u00a0{1,9}[ \t]{1,9}")
_FRENCH = frozenset(";:!?")


@define("info", "proofing", fix="safe")
def check(code: Code, context: Context) -> Iterator[Hit]:
    french = code.language.lower().startswith("fr")
    for piece in pieces(code):
        for start, end, fix, message in sorted(_found(piece, french)):
            hole = any(one <= start and end <= two for one, two in placeholders(piece.text))
            if not hole and not exempt(code, context, piece.text, start, end):
                yield piece.hit(start, end, message, "One space after a mark or word, none before "
                                "a stop or comma.", fix=fix)  # fmt: skip


def _found(piece: Piece, french: bool) -> Iterator[tuple[int, int, str, str]]:
    text, masked = piece.text, mask(piece.text)
    for match in _DOUBLE.finditer(text):
        if not _table(text, match.start()):
            yield *match.span(), " ", "More than one space between two words"
    for match in _BEFORE.finditer(text):
        mark = match["mark"]
        if masked[match.end() - 1] == mark and not (french and mark in _FRENCH):
            yield *match.span(), mark, f"A space before “{mark}”"
    for match in _AFTER.finditer(text):
        if masked[match.start()] == match["mark"]:
            yield *match.span(), match["mark"] + " ", f"No space after “{match['mark']}”"
    for match in _HARD.finditer(text) if not french else ():
        yield *match.span(), " ", "A space that does not break, between two words"


def _table(text: str, start: int) -> bool:
    """Whether the line is one of a table or of indented code, where columns are aligned."""
    line = text[text.rfind("\n", 0, start) + 1 : start]
    return "|" in line or line.startswith("    ")
