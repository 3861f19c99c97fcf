"""HTML through the standard library's parser; tags of Django and Jinja are taken off first."""

import contextlib
import re
from html.parser import HTMLParser

from conductkit.outline import Block
from conductkit.readers._page import Page

_LOOKS = re.compile(rb"<!doctype html|<html[\s>]|<body[\s>]|<(?:p|div|h1|ul|li)>", re.IGNORECASE)
_WORDS = re.compile(
    r"""\{%-?\s{0,9}trans(?:late)?\s{1,9}(?:"(?P<double>[^"%]{0,500})"|'(?P<single>[^'%]{0,500})')"""
    r"""[^%]{0,200}-?%\}"""
)
_NAMED_BLOCK = re.compile(
    r"\{%-?\s{0,9}block \w{0,30}(?:title|description|header|meta)\w{0,30}\s{0,9}-?%\}"
    r"(?:[^{]|\{(?!%)|\{%(?!-?\s{0,9}endblock)){0,600}\{%-?\s{0,9}endblock[^%]{0,60}%\}"
)
_TEMPLATE = re.compile(r"\{%[^%]{0,500}%\}|\{#[^#]{0,500}#\}")


def recognises(data: bytes) -> bool:
    """Whether the bytes hold the tags of a page."""
    return bool(_LOOKS.search(data[:20_000]))


def fragment(text: str, offset: int) -> list[Block]:
    """The blocks of a piece of HTML inside another text; `offset` lines stand above it."""
    found, furniture = page(text, offset)
    return [*furniture, *(block for block, _ in found.found)]


def page(text: str, offset: int) -> tuple[Page, list[Block]]:
    furniture: list[Block] = []

    def drop(match: "re.Match[str]") -> str:
        line = text.count("\n", 0, match.start()) + 1 + offset if len(furniture) < 2000 else 1
        words = match[0].strip("{}%#- \n")
        furniture.append(Block("furniture", words, line, reason="a tag of a template"))
        return "\n" * match[0].count("\n")

    text = _NAMED_BLOCK.sub(drop, text)
    if "{%" in text or "{#" in text:
        text = _WORDS.sub(
            lambda match: (match["double"] or match["single"] or "") + "\n" * match[0].count("\n"),
            text,
        )
        text = _TEMPLATE.sub(drop, text)
    text = _closed(text)
    seen = Page(offset)
    parser = _Parser(seen)
    with contextlib.suppress(AssertionError):
        parser.feed(text)
        parser.close()
    seen.end()
    return seen, furniture


def _closed(text: str) -> str:
    """The text without comments and declarations that never end.

    The parser looks for the end of each of them anew: a file full of beginnings would take hours.
    """
    text = text.replace("<![", "&lt;![")
    last = text.rfind("-->")
    head, tail = text[: last + 3], text[last + 3 :] if last >= 0 else text
    if last < 0:
        head = ""
    tail = tail.replace("<!--", "&lt;!--")
    text = head + tail
    if ">" not in text:
        return text.replace("<", "&lt;")
    last = text.rfind(">")
    return text[: last + 1] + text[last + 1 :].replace("<", "&lt;")


class _Parser(HTMLParser):
    """Hands what the parser sees to the page, with its line."""

    def __init__(self, page: Page) -> None:
        super().__init__(convert_charrefs=True)
        self._page = page

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        self._page.open(tag, values)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        self._page.shut(tag)

    def handle_endtag(self, tag: str) -> None:
        self._page.shut(tag)

    def handle_data(self, data: str) -> None:
        self._page.words(data, self.getpos()[0])

    def handle_comment(self, data: str) -> None:
        self._page.drop(data, self.getpos()[0], "a comment")
