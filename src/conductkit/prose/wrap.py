"""Lines of plain text broken to a width, in any script.

Width is counted in the columns of a terminal or a mail: wide characters (UAX #11) are two, marks
above and below a letter none. Chinese and Japanese break between characters, but not before what
closes or after what opens (JIS X 4051, kinsoku); Thai, Lao, Khmer and Burmese words stand together
without spaces, and break between syllables' letters only where a line has no other place. An
address is never broken.
"""

import re
import unicodedata
from collections.abc import Iterator

WIDTH = 72
_ITEM = re.compile(r" *(?:(?:[-–✓✗·]|\d{1,9}[.)]) +)?")
_WIDE = re.compile(r"[\u1100-\ua4cf\uf900-\ufaff\ufe30-\ufe6f\uff00-\uffe6\U0001f300-\U0003fffd]")
_UNSPACED = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]")
_NEVER_FIRST = frozenset(
    "、。，．・：；？！）］｝〉》」』】〕’”ーぁぃぅぇぉっゃゅょァィゥェォッャュョ々,.;:?!)]}%…ะาำๅๆຯະາຳ"
)
_NEVER_LAST = frozenset("（［｛〈《「『【〔‘“([{¥￥$#เแโใไເແໂໃໄ")


def wrap(page: str, width: int = WIDTH) -> str:
    """Every line of a page broken to a width; what follows stands under the words of an item."""
    return "\n".join(broken for line in page.split("\n") for broken in _lines(line, width))


def cells(text: str) -> int:
    """How many columns a text takes."""
    if text.isascii():
        return len(text)
    from rich.cells import cell_len

    return cell_len(text)


def _lines(line: str, width: int) -> Iterator[str]:
    if cells(line) <= width:
        yield line.rstrip(" ")
        return
    found = _ITEM.match(line)
    begin = found[0] if found else ""
    margin = " " * cells(begin)
    room = max(width - len(margin), width // 3)
    shown, taken = begin, 0
    for space, piece in _pieces(line[len(begin) :], room):
        long = cells(space + piece)
        if taken and taken + long > room:
            yield shown.rstrip(" ")
            shown, taken = margin + piece, cells(piece)
        else:
            shown, taken = shown + space + piece, taken + long
    yield shown.rstrip(" ")


def _pieces(text: str, room: int) -> Iterator[tuple[str, str]]:
    """What must stay together, each with the space before it."""
    for number, word in enumerate(text.split(" ")):
        space = " " if number else ""
        if _WIDE.search(word) or (_UNSPACED.search(word) and cells(word) > room):
            for piece in _parts(word):
                yield space, piece
                space = ""
        else:
            yield space, word


def _parts(word: str) -> Iterator[str]:
    piece = ""
    for char in word:
        if piece and _may_part(piece[-1], char):
            yield piece
            piece = ""
        piece += char
    yield piece


def _may_part(before: str, after: str) -> bool:
    if after in _NEVER_FIRST or before in _NEVER_LAST:
        return False
    kinds = unicodedata.category(before), unicodedata.category(after)
    if kinds[1] in ("Mn", "Mc", "Me", "Cf") or kinds[0] == "Cf":
        return False
    return any(_breaks(char) for char in (before, after))


def _breaks(char: str) -> bool:
    """Whether a line may end beside this character; Korean words part at their spaces."""
    if "\uac00" <= char <= "\ud7a3" or "\u1100" <= char <= "\u11ff":
        return False
    return bool(_UNSPACED.match(char)) or unicodedata.east_asian_width(char) in ("W", "F")
