"""Whether a code says that its capitals are those of BCP 14."""

from conductkit.checks._texts import pieces
from conductkit.model import Code
from conductkit.patterns import lazily

_BCP14 = lazily(r"\b(?:BCP[ -]?14|RFC[ -]?(?:2119|8174))\b")


def declares_bcp14(code: Code) -> bool:
    """Whether a text of the code names BCP 14 or one of its two documents."""
    return any(_BCP14.search(piece.text) for piece in pieces(code))
