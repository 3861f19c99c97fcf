"""Where each character of a scalar's value stands in the file.

YAML folds lines, strips indentation and resolves escapes, so the nth character of a value is not
the nth character after the scalar's start. Each style is decoded again here, keeping the offset
beside the character; the result is compared with what the parser said and, should they ever differ,
every character is placed at the scalar's start rather than at a wrong place.
"""

from collections.abc import Sequence

from conductkit.nodes import Node, Scalar
from conductkit.nodes import Sequence as List

_BREAKS = "\n\r\x85\u2028\u2029"
_ESCAPE_WIDTHS = {"x": 2, "u": 4, "U": 8}
_ESCAPES = {
    "0": "\0", "a": "\a", "b": "\b", "t": "\t", "\t": "\t", "n": "\n", "v": "\v", "f": "\f",
    "r": "\r", "e": "\x1b", " ": " ", '"': '"', "'": "'", "/": "/", "\\": "\\", "N": "\x85",
    "_": "\xa0", "L": "\u2028", "P": "\u2029",
}  # fmt: skip

Placed = list[tuple[str, int]]


def offsets(text: str, node: Scalar) -> Sequence[int]:
    """For each character of `node.value` its offset in `text`, and one more for the end."""
    if node.offsets is None:
        node.offsets = _decode(text, node)
    return node.offsets


def after(text: str, node: Scalar, index: int) -> int:
    """The offset behind a character of `node.value`; an escape is longer than what it stands for.

    Behind a line break it is that of the first character of the next line that belongs to the
    value.
    """
    places = offsets(text, node)
    at = places[index]
    return places[index + 1] if text[at] in _BREAKS else at + _width(text, at, node.style)


def _width(text: str, at: int, style: str) -> int:
    """How many characters of the file stand for one character of the value."""
    if style == '"' and text[at] == "\\":
        return 2 + _ESCAPE_WIDTHS.get(text[at + 1], 0)
    return 2 if style == "'" and text[at] == "'" else 1


def _decode(text: str, node: Scalar) -> list[int]:
    if node.style in ("|", ">"):
        placed = _block(text, node)
    elif node.style == "'":
        placed = _flow(text, node.start + 1, node.end - 1, "'")
    elif node.style == '"':
        placed = _flow(text, node.start + 1, node.end - 1, '"')
    else:
        placed = _flow(text, node.start, node.end, "")
    if "".join(char for char, _ in placed) != node.value:
        return [node.start] * (len(node.value) + 1)
    places = [place for _, place in placed]
    places.append(_end(text, places, node))
    return places


def _end(text: str, places: Sequence[int], node: Scalar) -> int:
    """The offset after the last character."""
    if not places:
        return node.start if node.style in ("", "|", ">") else node.start + 1
    return places[-1] + _width(text, places[-1], node.style)


def _lines(text: str, start: int, end: int) -> list[tuple[int, int, int]]:
    """Lines between two offsets: start, end without break, end with break."""
    lines = []
    position = start
    while position < end:
        stop = position
        while stop < end and text[stop] not in _BREAKS:
            stop += 1
        after = stop
        if stop < end:
            after = stop + (2 if text[stop : stop + 2] == "\r\n" else 1)
        lines.append((position, stop, after))
        position = after
    if not lines or (lines[-1][1] < lines[-1][2]):
        lines.append((end, end, end))
    return lines


def _break_char(text: str, place: int) -> str:
    """What a line break becomes in the value: LS and PS stay, all others are one line feed."""
    return text[place] if text[place] in "\u2028\u2029" else "\n"


def _flow(text: str, start: int, end: int, quote: str) -> Placed:
    """Plain and quoted scalars: lines are trimmed and joined by a space, empty lines by breaks."""
    out: Placed = []
    lines = _lines(text, start, end)
    pending: list[int] = []
    escaped = False
    for number, (first, stop, _) in enumerate(lines):
        if number:
            first = _skip_blank(text, first, stop)
        last_line = number == len(lines) - 1
        trimmed = stop if last_line and quote else _trim(text, first, stop, quote)
        if number and (first < trimmed or last_line):
            _join(text, out, pending, escaped)
            pending = []
        escaped = quote == '"' and not last_line and _ends_in_escape(text, first, stop)
        _characters(text, first, stop - 1 if escaped else trimmed, quote, out)
        if stop < end:
            pending.append(stop)
    return out


def _join(text: str, out: Placed, breaks: Sequence[int], escaped: bool) -> None:
    """What the breaks between two lines of words become."""
    if not breaks:
        return
    first, *rest = breaks
    if escaped:
        pass
    elif _break_char(text, first) != "\n":
        out.append((_break_char(text, first), first))
    elif not rest:
        out.append((" ", first))
    out.extend((_break_char(text, place), place) for place in rest)


def _ends_in_escape(text: str, first: int, stop: int) -> bool:
    """Whether the line ends in a backslash that is not itself escaped."""
    count = 0
    while stop - 1 - count >= first and text[stop - 1 - count] == "\\":
        count += 1
    return count % 2 == 1


def _skip_blank(text: str, first: int, stop: int) -> int:
    while first < stop and text[first] in " \t":
        first += 1
    return first


def _trim(text: str, first: int, stop: int, quote: str) -> int:
    end = stop
    while end > first and text[end - 1] in " \t":
        end -= 1
    if quote == '"' and end < stop and _ends_in_escape(text, first, end):
        end += 1
    return end


def _characters(text: str, first: int, stop: int, quote: str, out: Placed) -> None:
    """The characters of one line, escapes resolved."""
    place = first
    while place < stop:
        char = text[place]
        if quote == '"' and char == "\\" and place + 1 < stop:
            width = _ESCAPE_WIDTHS.get(text[place + 1], 0)
            digits = text[place + 2 : place + 2 + width]
            value = chr(int(digits, 16)) if width else _ESCAPES.get(text[place + 1], "")
            out.append((value, place))
            place += 2 + width
        elif quote == "'" and char == "'":
            out.append((char, place))
            place += 2
        else:
            out.append((char, place))
            place += 1


def _block(text: str, node: Scalar) -> Placed:
    """Literal and folded scalars."""
    header_end = node.start
    while header_end < len(text) and text[header_end] not in _BREAKS:
        header_end += 1
    if header_end >= node.end:
        return []
    header = text[node.start : header_end].split("#", maxsplit=1)[0]
    body = header_end + (2 if text[header_end : header_end + 2] == "\r\n" else 1)
    lines = _lines(text, body, node.end)
    indent = _block_indent(text, lines, header, node)
    out: Placed = []
    breaks: list[int] = []
    previous_loose = True
    for first, stop, after in lines:
        start = first
        while start < stop and start - first < indent and text[start] == " ":
            start += 1
        if start < stop and start - first == indent:
            loose = text[start] in " \t"
            _block_join(text, out, breaks, node.style, previous_loose or loose)
            out.extend((text[place], place) for place in range(start, stop))
            breaks, previous_loose = [], loose
        if stop < after:
            breaks.append(stop)
    if "-" not in header and out:
        keep = breaks if "+" in header else breaks[:1]
        out.extend((_break_char(text, place), place) for place in keep)
    elif "+" in header:
        out.extend((_break_char(text, place), place) for place in breaks)
    return out


def _block_join(text: str, out: Placed, breaks: list[int], style: str, loose: bool) -> None:
    if not out or style == "|" or loose or not breaks:
        out.extend((_break_char(text, place), place) for place in breaks)
    else:
        _join(text, out, breaks, False)


def _block_indent(text: str, lines: list[tuple[int, int, int]], header: str, node: Scalar) -> int:
    """The indentation of the block: that of its first line of words, or what the header says."""
    digits = [char for char in header if char.isdigit()]
    measured = 0
    for first, stop, _ in lines:
        start = first
        while start < stop and text[start] == " ":
            start += 1
        if start < stop:
            measured = start - first
            break
    if not digits:
        return measured
    # An explicit indentation counts from the parent, which the value itself tells.
    first_line = node.value.lstrip("\n").split("\n")[0]
    return measured - (len(first_line) - len(first_line.lstrip(" ")))


def end_of(text: str, node: Node) -> int:
    """Where the words of a node end, without the breaks and comments behind them."""
    while not isinstance(node, Scalar):
        inner = node.items if isinstance(node, List) else [value for _, value in node.entries]
        if node.flow or not inner:
            return node.end
        node = inner[-1]
    if node.style in ("'", '"'):
        return node.end
    end = offsets(text, node)[-1]
    while end > node.start and text[end - 1] in " \t\r\n":
        end -= 1
    return end
