"""The marks of Markdown, escaped: words, addresses and the beginnings of lines."""

import re

from conductkit.prose.tame import tame

_ALWAYS = re.compile(r"[\\`*\[\]<|~]|(?<![^\W_])_|_(?![^\W_])|(?<!\S)#|(?<=#)#")
_ENTITY = re.compile(r"&(?=#?\w{1,40};)")
_ADDRESS = re.compile(r"(?<=\b[hH][tT][tT][pP]):(?=//)|(?<=\b[hH][tT][tT][pP][sS]):(?=//)"
                      r"|(?<=\b[fF][tT][pP]):(?=//)|(?<=\b[wW]{3})\.")  # fmt: skip
_OPENS_LINE = re.compile(r"[>#+=-]|:(?=-)|\d{1,9}(?=[.)](?:\s|$))")
_UNSAFE_IN_URL = re.compile(r"[<>\\`|\[\]()\"\s]")


def escape(text: str) -> str:
    """Words on one line as Markdown: safe in a paragraph, heading, link text and table cell."""
    return opening(words(" ".join(tame(text).split())))


def address(url: str) -> str:
    """An address as the target of a Markdown link."""
    return _UNSAFE_IN_URL.sub(lambda found: _percent(found[0]), tame(url))


def tidy(page: str) -> str:
    """A page without runs of empty lines."""
    return re.sub(r"\n{3,}", "\n\n", page).strip("\n") + "\n"


def words(text: str) -> str:
    """Words inside a line, every mark in them escaped that could be one of Markdown."""
    text = _ADDRESS.sub(lambda found: "\\" + found[0], _ALWAYS.sub(lambda m: "\\" + m[0], text))
    text = _ENTITY.sub(r"\\&", text)
    return text.replace("$", "\\$") if text.count("$") > 1 else text


def opening(line: str) -> str:
    """A line whose first characters cannot open a list, heading, quotation or underline."""
    line = line.lstrip(" \t")
    found = _OPENS_LINE.match(line)
    if found is None:
        return line
    cut = found.end()
    return f"{line[:cut]}\\{line[cut:]}" if found[0][0].isdigit() else "\\" + line


def _percent(char: str) -> str:
    return "".join(f"%{byte:02X}" for byte in char.encode())
