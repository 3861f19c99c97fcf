"""Fluent resources: messages that hold the HTML of a page, as multilingual sites keep it."""

import re

from conductkit.outline import Block, Outline
from conductkit.readers import _tags
from conductkit.readers._commonmark import parse
from conductkit.readers._decode import decode

SUFFIXES = (".ftl",)
_MESSAGE = re.compile(r"^(-?[A-Za-z][\w-]{0,100})\s*=\s*(.*)$")


def recognises(_: bytes) -> bool:
    """Never without its suffix."""
    return False


def read(data: bytes, path: str) -> Outline:
    """The messages in order; short ones that stand alone are headings."""
    text, remarks = decode(data, path)
    found: list[Block] = []
    lines = text.split("\n")
    starts = [number for number, line in enumerate(lines) if _MESSAGE.match(line)]
    for number, line in enumerate(lines[: starts[0] if starts else len(lines)]):
        _comment(line, number, found)
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=False):
        match = _MESSAGE.match(lines[start])
        if match is None:
            continue
        found.append(Block("furniture", match[1], start + 1, reason="the name of a message"))
        body = [match[2]]
        for number in range(start + 1, end):
            commented = lines[number].startswith("#")
            if commented:
                _comment(lines[number], number, found)
            body.append("" if commented else lines[number].strip())
        found += _message(body, start, match[1])
    return Outline("fluent", text, tuple(found), {}, remarks)


def _comment(line: str, number: int, found: list[Block]) -> None:
    if re.search(r"\w", line):
        found.append(Block("furniture", line.strip("# "), number + 1, reason="a comment"))


def _message(body: list[str], start: int, name: str) -> list[Block]:
    told = [line for line in body if line]
    if len(told) == 1 and len(told[0].split()) <= 12 and not re.search(r"<\w|[.:;]$", told[0]):
        level = 1 if name.endswith(("page-title", "-title")) else 2
        return [Block("heading", told[0], start + 1, level=level)]
    text = "\n".join(body)
    if _tags.recognises(text.encode()) or re.search(r"<(?:p|ul|ol|h\d)\b", text):
        return _tags.fragment(text, start)
    return parse(body, start)
