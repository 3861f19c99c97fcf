"""Prose as Markdown in which the words of a code stay words, whatever they look like.

The field is read, written anew with every mark of Markdown escaped that the reading did not take
for markup, and read once more the way GitHub reads it. Where the two readings differ, the words go
out without any markup of their own.
"""

from functools import lru_cache
from typing import TYPE_CHECKING

from conductkit.prose.marks import address
from conductkit.prose.parse import parse, verbatim
from conductkit.prose.tame import tame
from conductkit.prose.write import write

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markdown_it import MarkdownIt
    from markdown_it.token import Token


def markdown(text: str, lead: str = "") -> str:
    """Prose as Markdown blocks; nothing in them acts on what stands before or after.

    `lead` is Markdown that the first paragraph begins with; before a list it is a paragraph of its
    own.
    """
    tokens = parse(text)
    written = write(tokens)
    if _signature(tokens) != _signature(_reader().parse(written)):
        tokens = verbatim(text)
        written = write(tokens)
    if lead and tokens and tokens[0].type != "paragraph_open":
        return f"{lead.rstrip()}\n\n{written}"
    return lead + written


@lru_cache(maxsize=1)
def _reader() -> "MarkdownIt":
    """Markdown as widely read: HTML, tables and strikethrough included."""
    from markdown_it import MarkdownIt

    return MarkdownIt("commonmark", {"maxNesting": 100}).enable(["table", "strikethrough"])


def _signature(tokens: "Sequence[Token]") -> list[tuple[str, str]]:
    """What a reader sees of tokens: blocks and marks in order, with their words."""
    found: list[tuple[str, str]] = []
    for token in tokens:
        for part in token.children or () if token.type == "inline" else (token,):
            kind = "text" if part.type in ("text_special", "softbreak") else part.type
            words = " " if part.type == "softbreak" else part.content
            if kind == "link_open":
                words = address(str(part.attrGet("href")))
            if kind == "text" and found and found[-1][0] == "text":
                found[-1] = ("text", found[-1][1] + tame(words))
            elif kind != "text" or words:
                found.append((kind, tame(words)))
        if token.type == "inline":
            found.append(("end", ""))
    return found
