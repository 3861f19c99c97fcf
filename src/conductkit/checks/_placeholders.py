"""Places that were left for somebody to fill in."""

import re
from functools import lru_cache

from conductkit.patterns import lazily

# A bracketed text that is no link, no reference and no definition of one.
_BRACKET = lazily(r"(?<![\w\]!])\[(?P<text>[^\[\]]{3,500})\](?![(\[:])")
_ORDER = lazily(
    r"\s*(?:insert|enter|fill in|add your|your|note:|name of|link to|company|organi[sz]ation name"
    r"|insérer|insérez|votre|nota:|inserir|insira|seu|insertar|inserte|inserta|su )(?!\w).",
    re.IGNORECASE | re.DOTALL,
)
_ORDERED = lazily(r"\b(?:goes here|here)[.!]?\s*$", re.IGNORECASE)
_LEAST = 5  # letters of a placeholder in capitals; fewer are an abbreviation
# What the expressions below cannot match without: most texts have none of it.
_SIGNS = frozenset("<{(")
_WORDS = ("todo", "tbd", "tbc", "fixme", "xxx", "lorem")
_OTHERS = lazily(
    r"<%=?[^%\n]{1,200}%>|\{\{[^{}\n]{1,200}\}\}|\{%[^%\n]{1,200}%\}|\$\{[A-Za-z_]{1,60}\}"
    r"|\b(?:TODO|TBD|TBC|FIXME|XXX+)\b|(?i:\blorem ipsum\b)"
    r"|\((?=[^()]{0,80}\b(?:NAME|CONTACT|EMAIL|PHONE|ADDRESS|COMPANY|DATE)\b)[A-Z ,/]{4,80}\)"
    r"|<(?:INSERT|YOUR|ADD|ENTER)\b[^<>\n]{1,200}>"
)
_HOLE = lazily(
    r"\b(?:call|contact|contacting|email|e-mail|enforcement|mail|message|reach|report|reported"
    r"|reporting|team|us|write)\b[^.\n]{0,80}?\b(?P<hole>(?:at|via)[ \t]+\.)(?=\s|$)",
    re.IGNORECASE,
)


@lru_cache(maxsize=4096)
def placeholders(text: str) -> tuple[tuple[int, int], ...]:
    """The spans of placeholders in a text, in order."""
    found: list[tuple[int, int]] = []
    if "[" in text:
        found += [m.span() for m in _BRACKET.finditer(text) if _unfilled(m["text"], text)]
    if not _SIGNS.isdisjoint(text) or any(word in text.lower() for word in _WORDS):
        found += [match.span() for match in _OTHERS.finditer(text)]
    if " ." in text or "\t." in text:
        found += [match.span("hole") for match in _HOLE.finditer(text)]
    return tuple(sorted(found))


def _unfilled(inner: str, text: str) -> bool:
    if f"[{inner}]:" in text:
        return False
    return bool(_ORDER.match(inner) or _ORDERED.search(inner) or _capitals(inner))


def _capitals(inner: str) -> bool:
    """`COMMUNITY_NAME`, `CONTACT`; not `PDF`, `RFC 2119`, `v2.1`."""
    letters = sum(char.isalpha() for char in inner)
    plain = all(char.isalpha() or char in "_ \n/'’-" for char in inner)
    return plain and letters >= _LEAST and inner == inner.upper() != inner.lower()
