"""Prose as Markdown in which the words of a code stay words, whatever they look like.

The field is read, written anew with every mark of Markdown escaped that the reading did not take
for markup, and read once more the way GitHub reads it. Where the two readings differ, the words go
out without any markup of their own.
"""

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from conductkit.prose.parse import parse, verbatim
from conductkit.prose.tame import tame

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_ALWAYS = re.compile(r"[\\`*\[\]<|~]|(?<![^\W_])_|_(?![^\W_])|(?<!\S)#|(?<=#)#")
_ENTITY = re.compile(r"&(?=#?\w{1,40};)")
_ADDRESS = re.compile(r"(?<=\b[hH][tT][tT][pP]):(?=//)|(?<=\b[hH][tT][tT][pP][sS]):(?=//)"
                      r"|(?<=\b[fF][tT][pP]):(?=//)|(?<=\b[wW]{3})\.")  # fmt: skip
_OPENS_LINE = re.compile(r"^([>#+=-]|\d{1,9}(?=[.)]))")
_UNSAFE_IN_URL = re.compile(r"[<>\\`|\[\]()\"\s]")


def escape(text: str) -> str:
    """Words on one line as Markdown: safe in a paragraph, heading, link text and table cell."""
    return _opening(_words(" ".join(tame(text).split())))


def address(url: str) -> str:
    """An address as the target of a Markdown link."""
    return _UNSAFE_IN_URL.sub(lambda found: _percent(found[0]), tame(url))


def markdown(text: str) -> str:
    """Prose as Markdown blocks; nothing in them acts on what stands before or after."""
    tokens = parse(text)
    written = _write(tokens)
    if _signature(tokens) != _signature(_reader().parse(written)):
        written = _write(verbatim(text))
    return written


def _percent(char: str) -> str:
    return "".join(f"%{byte:02X}" for byte in char.encode())


def _words(text: str) -> str:
    text = _ADDRESS.sub(lambda found: "\\" + found[0], _ALWAYS.sub(lambda m: "\\" + m[0], text))
    text = _ENTITY.sub(r"\\&", text)
    return text.replace("$", "\\$") if text.count("$") > 1 else text


def _opening(line: str) -> str:
    """A line whose first characters cannot open a list, heading, quotation or underline."""
    line = line.lstrip(" \t")
    found = _OPENS_LINE.match(line)
    if found is None:
        return line
    cut = found.end()
    return f"{line[:cut]}\\{line[cut:]}" if found[0][0].isdigit() else "\\" + line


def _write(tokens: "Sequence[Token]") -> str:
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
            out.append((lead or margin) + _opening(lines[0]))
            out += [margin + _opening(line) for line in lines[1:]]
            lead = ""
    return "\n".join(out)


def _line(children: "Sequence[Token]") -> str:
    parts: list[str] = []
    for token in children:
        if token.type in ("text", "text_special"):
            parts.append(_words(tame(token.content).replace("\n", " ")))
        elif token.type == "softbreak":
            parts.append("\n")
        elif token.type == "hardbreak":
            parts.append("\\\n")
        elif token.type == "code_inline":
            parts.append(_code(tame(token.content)))
        elif token.type == "link_open":
            after_mark = bool(parts) and parts[-1].endswith("!")
            parts[-1:] = [parts[-1][:-1], "\\![" if after_mark else "["] if parts else ["["]
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
    return _words(" ".join(tame(text).split())).replace('"', '\\"')


def _code(text: str) -> str:
    longest = max((len(run) for run in re.findall("`+", text)), default=0)
    fence = "`" * (longest + 1)
    pad = " " if text[:1] in ("`", " ") or text[-1:] in ("`", " ") else ""
    return f"{fence}{pad}{text}{pad}{fence}"


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
