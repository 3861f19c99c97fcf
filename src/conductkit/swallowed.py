"""Words that YAML would take for its own marks, and the line to paste instead."""

import re
from typing import NamedTuple

from conductkit.fields import PROSE, WORDS, shapes
from conductkit.nodes import NodeError, Scalar, read
from conductkit.source import Source

_ENTRY = re.compile(
    r"(?P<indent> *)(?P<dash>(?:- +)*)(?:(?P<key>[\w-]+):[ \t]+)?(?P<value>\S.*?)[ \t]*$"
)
_KEY_LINE = re.compile(r"[ \t]*([a-z_]+):(?:[ \t]|$)")
_HASH = re.compile(r"(?P<gap>[ \t]+)(?P<hash>#)(?P<spaced>[ \t]|$|(?=[\r\n]))?")
_LOOK_BACK = 12
_BUDGET = 30_000_000
"""How many characters may be parsed again while looking for repairs: bounds the time."""


class Repair(NamedTuple):
    """Offsets of the words that were swallowed, the lines to paste, and the repaired text."""

    start: int
    end: int
    paste: str
    text: str


def quoted(words: str) -> str:
    """The words as a YAML scalar on one line that nothing can swallow.

    Quotes around the whole are taken for a broken attempt at the same.
    """
    if len(words) > 2 and words[0] == words[-1] and words[0] in "'\"":
        words = words[1:-1]
    elif words[:1] in ('"', "'") and words.count(words[0]) == 1:
        words = words[1:]
    if '"' not in words and "\\" not in words:
        return f'"{words}"'
    return "'" + words.replace("'", "''") + "'"


def repair(text: str, error: NodeError, spent: list[int]) -> Repair | None:
    """Quote the entry at or shortly before a syntax error, where that mends it.

    `spent` is a one-item list with the characters parsed so far for this file.
    """
    source = Source("", text)
    line = source.point(error.start)[0]
    for candidate in range(line, max(0, line - _LOOK_BACK), -1):
        found = _quote_entry(source, candidate)
        if found is None or found.end < error.start - 2000:
            continue
        spent[0] += len(text)
        if spent[0] > _BUDGET:
            return None
        try:
            read(found.text)
        except NodeError as later:
            shift = len(found.text) - len(text)
            if later.start <= max(found.end, error.start) + shift:
                continue
        return found
    return None


def _quote_entry(source: Source, line: int) -> Repair | None:
    """The entry that begins on a line, its value quoted; None where nothing there can be."""
    match = _ENTRY.match(source.line(line))
    if match is None or not (match["key"] or match["dash"]) or match["value"].startswith("#"):
        return None
    if match["key"] and not _takes_words(match["key"]):
        return None
    start = source.line_start(line) + match.start("value")
    column = len(match["indent"]) + len(match["dash"])
    last = line
    while last < source.line_count and _continues(source.line(last + 1), column):
        last += 1
    if any(_is_key_line(source.line(number)) for number in range(line + 1, last + 1)):
        return None
    if last == line:
        end = source.line_start(line) + match.end("value")
        replacement = quoted(match["value"])
    else:
        end = source.line_end(last)
        pad = " " * (column + 2)
        lines = [match["value"], *(source.line(n).strip() for n in range(line + 1, last + 1))]
        replacement = ">-\n" + "\n".join(pad + words for words in lines)
    head = source.text[source.line_start(line) : start]
    # On one line and with as many breaks as before, so that what follows keeps its line.
    words = " ".join(part.strip() for part in source.text[start:end].splitlines())
    kept = quoted(words) + "\n" * (last - line)
    text = source.text[:start] + kept + source.text[end:]
    return Repair(start, end, head.strip("\r\n") + replacement, text)


def _takes_words(key: str) -> bool:
    """Whether words can stand behind a key; behind one that we do not know they can."""
    known = [shape.by_key[key].type for shape in shapes() if key in shape.by_key]
    return not known or any(type in (WORDS, PROSE) for type in known)


def _is_key_line(line: str) -> bool:
    """Whether a line is a key that slipped out of its column, and not words that go on."""
    match = _KEY_LINE.match(line)
    return match is not None and any(match[1] in shape.by_key for shape in shapes())


def _continues(line: str, column: int) -> bool:
    """Whether a line goes on with the words above: deeper, and no entry of its own."""
    stripped = line.lstrip(" ")
    return bool(stripped) and len(line) - len(stripped) > column and stripped[0] != "#"


def cut_off(source: Source, node: Scalar) -> int | None:
    """Where ` #` ends a plain scalar that was meant to go on; None where it is a comment.

    A comment has a space behind its #, and two spaces or a full sentence before it. What looks
    otherwise (`ticket #5`, `Do it. #1 comes first`) is prose.
    """
    match = _HASH.match(source.text, node.end)
    if node.style or not node.value or match is None:
        return None
    whole = node.value[-1] in ".!?…。؟"
    apart = len(match["gap"]) > 1
    comment = whole or apart if match["spaced"] is not None else whole and apart
    return None if comment else match.start("hash")
