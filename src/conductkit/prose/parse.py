"""Prose as a flat list of Markdown tokens: paragraphs, lists, emphasis, links, code, words."""

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from conductkit.prose.tame import tame

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

SCHEMES = ("http", "https", "mailto", "tel")
"""What a link in prose may lead to; anything else stays words."""
MAX_CHARACTERS = 100_000
"""The length of the longest field that is read as Markdown; a longer one is shown as written."""
_MAX_NESTING = 40
_MAX_OPENERS = 2_000
_OPENER = re.compile(r"[\[*_`<]")
_SCHEME = re.compile(r"\s*+([A-Za-z][A-Za-z0-9+.-]*+):")
_NOT_HERE = (
    "code", "fence", "blockquote", "hr", "heading", "lheading", "html_block", "reference",
    "image", "html_inline",
)  # fmt: skip


@lru_cache(maxsize=4096)
def parse(text: str) -> "tuple[Token, ...]":
    """The tokens of a prose field; those of a line stand in `children`.

    A text that the parser could only read at the cost of words (nested too deeply) or of minutes
    is taken for words without markup.
    """
    text = tame(text)
    if len(text) > MAX_CHARACTERS or len(_OPENER.findall(text)) > _MAX_OPENERS:
        return verbatim(text)
    tokens = tuple(_parser().parse(text))
    if any(token.level >= _MAX_NESTING - 2 for token in tokens):
        return verbatim(text)
    return tokens


def verbatim(text: str) -> "tuple[Token, ...]":
    """Paragraphs of plain words: nothing in the text is read as markup."""
    from markdown_it.token import Token

    found: list[Token] = []
    for part in re.split(r"\n[ \t]*\n", tame(text)):
        lines = [line.strip(" \t") for line in part.splitlines() if line.strip(" \t")]
        if not lines:
            continue
        children: list[Token] = []
        for line in lines:
            children += [Token("softbreak", "br", 0)] if children else []
            children.append(Token("text", "", 0, content=line))
        found += [
            Token("paragraph_open", "p", 1),
            Token("inline", "", 0, children=children),
            Token("paragraph_close", "p", -1),
        ]
    return tuple(found)


@lru_cache(maxsize=1)
def _parser() -> "MarkdownIt":
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark", {"html": False, "maxNesting": _MAX_NESTING})
    parser.disable(list(_NOT_HERE))
    parser.validateLink = is_safe  # type: ignore[method-assign, assignment]
    return parser


def is_safe(address: str) -> bool:
    """Whether an address has one of the schemes that a code may link to."""
    found = _SCHEME.match(address)
    return found is not None and found[1].lower() in SCHEMES
