"""Prose as HTML."""

import re
from html import escape as _escape
from typing import TYPE_CHECKING

from conductkit.prose.parse import parse
from conductkit.prose.tame import tame

if TYPE_CHECKING:
    from collections.abc import Iterable

    from markdown_it.token import Token

_TAGS = {
    "bullet_list_open": "<ul>\n", "bullet_list_close": "</ul>\n",
    "ordered_list_close": "</ol>\n",
    "list_item_open": "<li>", "list_item_close": "</li>\n",
    "em_open": "<em>", "em_close": "</em>", "strong_open": "<strong>", "strong_close": "</strong>",
    "link_close": "</a>", "softbreak": "\n", "hardbreak": "<br>\n",
}  # fmt: skip

_EMPTY_LINES = re.compile(r"(<(style|pre|textarea)\b.*?</\2>)|\n[ \t]*(?:\n[ \t]*)+", re.DOTALL)


def escape(text: str) -> str:
    """Words as HTML, safe between tags and in a quoted attribute."""
    return _escape(tame(text), quote=True)


def html(text: str, lead: str = "") -> str:
    """Prose as HTML blocks. Elements: p ul ol li em strong a code br, and no others.

    `lead` is HTML that the first paragraph begins with; before a list it is a paragraph of its own.
    """
    return written(parse(text), lead)


def written(tokens: "Iterable[Token]", lead: str = "") -> str:
    """Tokens of prose as HTML blocks; see `html`."""
    blocks = "".join(_block(token) for token in tokens).strip()
    if not lead:
        return blocks
    if blocks.startswith("<p>"):
        return f"<p>{lead}{blocks.removeprefix('<p>')}"
    return f"<p>{lead.rstrip()}</p>\n{blocks}"


def tidy(page: str) -> str:
    """A page without empty lines, style sheets and preformatted text left as they are."""
    return _EMPTY_LINES.sub(lambda found: found[1] or "\n", page).strip() + "\n"


def _block(token: "Token") -> str:
    if token.type == "inline":
        return "".join(_inline(child) for child in token.children or ())
    if token.type in ("paragraph_open", "paragraph_close"):
        if token.hidden:
            return ""
        return "<p>" if token.nesting == 1 else "</p>\n"
    if token.type == "ordered_list_open":
        start = token.attrGet("start")
        return "<ol>\n" if start is None else f'<ol start="{int(start)}">\n'
    return _TAGS[token.type]


def _inline(token: "Token") -> str:
    if token.type in ("text", "text_special"):
        return escape(token.content)
    if token.type == "code_inline":
        return f"<code>{escape(token.content)}</code>"
    if token.type == "link_open":
        title = token.attrGet("title")
        named = f' title="{escape(str(title))}"' if title else ""
        return f'<a href="{escape(str(token.attrGet("href")))}"{named}>'
    return _TAGS[token.type]
