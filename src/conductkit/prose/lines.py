"""Prose as plain text: paragraphs and lists with their marks, addresses behind their words."""

import re
from typing import TYPE_CHECKING

from conductkit.prose.parse import parse
from conductkit.prose.tame import tame

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markdown_it.token import Token


def line(text: str) -> str:
    """Words as one line of plain text."""
    return tame(text).replace("\n", " ").replace("\t", " ")


def lines(text: str, lead: str = "") -> str:
    """Prose as plain text, a line for each paragraph and list item, however long.

    `lead` stands before the first paragraph; before a list it is a line of its own.
    """
    tokens = parse(text)
    written = _Writer().written(tokens)
    if lead and tokens and tokens[0].type != "paragraph_open":
        return f"{lead.rstrip()}\n\n{written}"
    return lead + written


class _Writer:
    """Writes blocks under each other; what belongs to a list item is indented under its words."""

    def __init__(self) -> None:
        self.out: list[str] = []
        self.margins: list[int] = []
        self.numbers: list[int] = []
        self.mark = ""

    def written(self, tokens: "Sequence[Token]") -> str:
        tight = False
        for token in tokens:
            if token.type == "inline":
                self.words(inline(token.children or ()))
            elif token.type == "paragraph_open":
                if self.out and not (tight and token.hidden):
                    self.out.append("")
                tight = token.hidden
            elif token.type.endswith("_list_open"):
                ordered = token.type.startswith("ordered")
                self.numbers.append(int(token.attrGet("start") or 1) if ordered else -1)
            elif token.type.endswith("_list_close"):
                self.numbers.pop()
                tight = False
            elif token.type == "list_item_open":
                self.item()
            elif token.type == "list_item_close":
                if self.mark:
                    self.words([""])
                self.margins.pop()
        return "\n".join(self.out)

    def item(self) -> None:
        number = self.numbers[-1]
        mark = "- " if number < 0 else f"{number}. "
        self.numbers[-1] += number >= 0
        self.mark = (self.mark or " " * sum(self.margins)) + mark
        self.margins.append(len(mark))

    def words(self, found: list[str]) -> None:
        margin = " " * sum(self.margins)
        for text in found:
            self.out.append(((self.mark or margin) + text).rstrip(" "))
            self.mark = ""


def inline(children: "Sequence[Token]") -> list[str]:
    """The words of a paragraph, a string for each line that the writer wanted."""
    parts: list[str] = []
    href, begun = "", 0
    for token in children:
        if token.type == "link_open":
            href, begun = str(token.attrGet("href")), len(parts)
        elif token.type == "link_close":
            shown = "".join(parts[begun:])
            if shown not in (href, href.partition(":")[2]):
                parts.append(f" ({tame(href)})")
        elif token.type == "hardbreak":
            parts.append("\n")
        else:
            parts.append(
                " " if token.type == "softbreak" else tame(token.content).replace("\n", " ")
            )
    return [re.sub(" {2,}", " ", found).strip(" ") for found in "".join(parts).split("\n")]
