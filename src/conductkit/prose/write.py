"""Markdown tokens as Markdown again, every word in them escaped."""

import re
from typing import TYPE_CHECKING

from conductkit.prose.marks import address, opening, words
from conductkit.prose.tame import tame

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markdown_it.token import Token


def write(tokens: "Sequence[Token]") -> str:
    """Blocks under each other, list items behind their marks and indented as far."""
    out: list[str] = []
    indents: list[str] = []
    numbers: list[int] = []
    lead, tight = "", False
    for token in tokens:
        if token.type == "ordered_list_open":
            numbers.append(int(token.attrGet("start") or 1) if token.attrs else 1)
        elif token.type == "bullet_list_open":
            numbers.append(-1)
        elif token.type.endswith("_list_close"):
            numbers.pop()
            tight = False
        elif token.type == "list_item_open":
            mark = token.markup if numbers[-1] < 0 else f"{numbers[-1]}{token.markup}"
            numbers[-1] += numbers[-1] >= 0
            lead = (lead or "".join(indents)) + mark + " "
            indents.append(" " * (len(mark) + 1))
        elif token.type == "list_item_close":
            if lead:
                out.append(lead.rstrip())
                lead = ""
            indents.pop()
        elif token.type == "paragraph_open":
            if out and not (tight and token.hidden):
                out.append("")
            tight = token.hidden
        elif token.type == "inline":
            lines = _line(token.children or ()).split("\n")
            margin = "".join(indents)
            out.append((lead or margin) + opening(lines[0]))
            out += [margin + opening(line) for line in lines[1:]]
            lead = ""
    return "\n".join(out)


def _line(children: "Sequence[Token]") -> str:
    parts: list[str] = []
    for token in children:
        if token.type in ("text", "text_special"):
            parts.append(words(tame(token.content).replace("\n", " ")))
        elif token.type == "softbreak":
            parts.append("\n")
        elif token.type == "hardbreak":
            parts.append("\\\n")
        elif token.type == "code_inline":
            parts.append(_code(tame(token.content)))
        elif token.type == "link_open":
            if parts and parts[-1].endswith("!"):  # with the bracket it would begin a picture
                parts[-1] = parts[-1][:-1] + "\\!"
            parts.append("[")
        elif token.type == "link_close":
            parts.append(_target(children, token))
        else:
            parts.append(token.markup)
    return "".join(parts)


def _target(children: "Sequence[Token]", close: "Token") -> str:
    """The target of the link that ends here: links do not nest, so it is the last one opened."""
    opened = None
    for token in children:
        if token.type == "link_open":
            opened = token
        if token is close:
            break
    href = address(str(opened.attrGet("href"))) if opened else ""
    title = str(opened.attrGet("title") or "") if opened else ""
    return f'](<{href}> "{_title(title)}")' if title else f"]({href})"


def _title(text: str) -> str:
    return words(" ".join(tame(text).split())).replace('"', '\\"')


def _code(text: str) -> str:
    longest = max((len(run) for run in re.findall("`+", text)), default=0)
    fence = "`" * (longest + 1)
    pad = " " if text[:1] in ("`", " ") or text[-1:] in ("`", " ") else ""
    return f"{fence}{pad}{text}{pad}{fence}"
