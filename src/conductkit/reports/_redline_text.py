"""Old and new words for the terminal, in lines that fit it."""

import textwrap
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from conductkit.change import Change
from conductkit.redline import redline
from conductkit.terminal import clean, paint

_MARGIN = " " * 12
_LONGEST = 600


class Look(NamedTuple):
    """What the reader's screen can show."""

    colour: bool
    width: int


def words(change: Change, look: Look) -> Iterator[str]:
    """The words of both sides in one: what went struck out, what came underlined."""
    old, new = clean(change.old or ""), clean(change.new or "")
    if len(old) + len(new) > _LONGEST and not (old and new):
        old, new = (text[:_LONGEST] + "…" if len(text) > _LONGEST else text for text in (old, new))
    pieces = []
    for piece in redline(old, new):
        if piece.same:
            pieces.append(piece.old)
            continue
        if piece.old:
            pieces.append(_struck(piece.old, look))
        if look.colour and piece.old.strip() and piece.new.strip() and piece.old[-1] != " ":
            pieces.append(" ")  # where nothing is struck out, two words must not run into one
        if piece.new:
            pieces.append(_new(piece.new, look))
    yield from (_painted if look.colour else wrapped)("".join(pieces), look)


def _struck(text: str, look: Look) -> str:
    return _mark(text, "[-", "-]", ("red", "strike"), look)


def _new(text: str, look: Look) -> str:
    return _mark(text, "{+", "+}", ("green", "underline"), look)


def _mark(text: str, opening: str, closing: str, styles: Sequence[str], look: Look) -> str:
    """The words marked; spaces around them stay outside, and each word is painted by itself."""
    inner = text.strip()
    lead, tail = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
    if not inner:
        return text
    if not look.colour:
        return f"{lead}{opening}{inner}{closing}{tail}"
    painted = " ".join(paint(word, *styles, when=True) for word in inner.split(" "))
    return f"{lead}{painted}{tail}"


def wrapped(text: str, look: Look) -> Iterator[str]:
    """A plain text in lines; what it has of control marks shows as escapes."""
    width = look.width - len(_MARGIN)
    for line in clean(text).split("\n"):
        parts = textwrap.wrap(line, width, break_long_words=False, break_on_hyphens=False)
        yield from (_MARGIN + part for part in parts)


def _painted(text: str, look: Look) -> Iterator[str]:
    """A text with colours in lines of the same width."""
    line, room = "", look.width - len(_MARGIN)
    for word in text.split(" "):
        size = len(_bare(word)) + 1
        if line and size > room:
            yield _MARGIN + line.rstrip()
            line, room = "", look.width - len(_MARGIN)
        line, room = f"{line}{word} ", room - size
    yield _MARGIN + line.rstrip()


def _bare(word: str) -> str:
    """A word without its colours, for measuring."""
    parts = word.split("\x1b[")
    return parts[0] + "".join(part.partition("m")[2] for part in parts[1:])
