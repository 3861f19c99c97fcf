"""Defined terms and their capitals: “only Members may vote” means those whom the terms define."""

import re
from collections.abc import Iterable

from conductkit.model import Term

_OPENS = re.compile(r"(?:^|[.!?:]|[\n\r][ \t]*[-*+•]?)[\s\"“«(*_]*$")


def recast(terms: Iterable[Term], old: str, new: str) -> bool:
    """Whether a defined term has its capital in one of two texts more often than in the other, and
    stands in both as often."""
    return any(_recast(term.term, old, new) for term in terms if term.term[:1].isupper())


def _recast(name: str, old: str, new: str) -> bool:
    word = re.compile(rf"\b{re.escape(name)}(?:s|es)?\b", re.IGNORECASE)
    found = [[match for match in word.finditer(text) if _inside(match)] for text in (old, new)]
    defined = [sum(match[0][0].isupper() for match in matches) for matches in found]
    return len(found[0]) == len(found[1]) and defined[0] != defined[1]


def _inside(match: re.Match[str]) -> bool:
    """Whether a word stands inside a sentence, where a capital means something."""
    return _OPENS.search(match.string[: match.start()]) is None
