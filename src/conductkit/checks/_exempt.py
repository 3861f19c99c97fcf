"""Words that are not a check's to judge: quoted ones, defined terms, the project's own."""

import re
from functools import lru_cache

from conductkit.check import Context
from conductkit.model import Code
from conductkit.patterns import lazily

# Bounded, so that a text full of opening quotes stays linear.
_QUOTED = lazily(
    r"“[^“”]{0,400}”|\"[^\"]{0,400}\"|«[^«»]{0,400}»|„[^„“”]{0,400}[“”]"
    r"|(?<!\w)‘[^‘’]{0,200}’(?!\w)|(?<!\w)'[^']{1,200}'(?!\w)"
)


def exempt(code: Code, context: Context, text: str, start: int, end: int) -> bool:
    """Whether words are quoted, or inside a defined term or a word of the project's dictionary."""
    known = tuple(sorted({*context.dictionary, *(term.term for term in code.terms)}))
    spans = (*quoted(text), *_own(known, text))
    return any(first <= start and end <= last for first, last in spans)


@lru_cache(maxsize=4096)
def quoted(text: str) -> tuple[tuple[int, int], ...]:
    """The spans of quoted words."""
    return tuple(match.span() for match in _QUOTED.finditer(text))


@lru_cache(maxsize=4096)
def _own(known: tuple[str, ...], text: str) -> tuple[tuple[int, int], ...]:
    pattern = _known(known)
    return tuple(match.span() for match in pattern.finditer(text)) if pattern else ()


@lru_cache(maxsize=64)
def _known(known: tuple[str, ...]) -> re.Pattern[str] | None:
    parts = sorted((re.escape(word) for word in known if word), key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(parts)})(?!\w)", re.IGNORECASE) if parts else None
