"""The text of a code cut into pieces, so that a merge can lay pieces of three texts side by side.

A piece is an entry of a mapping or an item of a list with the comments that stand with it. All
pieces of a text, one after the other, are the text again.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from conductkit.fields import Field, Shape
from conductkit.merging.plain import plain
from conductkit.nodes import Node

_COMMENT = re.compile(r"[ \t]*#(.*)")


class Unusual(Exception):  # noqa: N818 - not a fault: another way is taken
    """The text is written in a way that cannot be cut by lines (braces, aliases, tags …)."""


@dataclass(slots=True)
class Block:
    """A mapping or list in block style: its column (0-based), its pieces, comments at its end."""

    column: int
    dashes: bool
    pieces: list["Piece"] = field(default_factory=list)
    head: str = ""
    foot: str = ""

    @property
    def text(self) -> str:
        return self.head + "".join(piece.text for piece in self.pieces) + self.foot

    def comments(self) -> Iterator[str]:
        yield from comments_of(self.head)
        for piece in self.pieces:
            yield from piece.comments()
        yield from comments_of(self.foot)


@dataclass
class Piece:
    """An entry or item.

    `above` and `after` are whole lines: blank ones and comments. `core` is what the entry itself
    says, from the start of its line, `tail` the rest of that line, which may be a comment. The
    words of block text stand below, as `lines`. With a `block`, `core` is what stands before it: a
    key with its colon, or a dash. What begins behind a dash has spaces in the place of the dash.
    """

    name: str
    node: Node
    field: Field | None
    column: int
    source: str
    above: str = ""
    core: str = ""
    tail: str = ""
    lines: str = ""
    after: str = ""
    block: Block | None = None
    item: bool = False

    @property
    def text(self) -> str:
        return self.above + self.body + self.after

    @property
    def body(self) -> str:
        """The entry with all that is in it."""
        if self.block is None:
            return self.core + self.tail + self.lines
        return opened(self.core, self.tail, self.block.text)

    @property
    def block_pieces(self) -> list["Piece"]:
        """What stands in it on lines of its own."""
        return self.block.pieces if self.block else []

    @cached_property
    def value(self) -> Any:
        """What it says, whatever its layout."""
        return plain(self.node, self.field, self.source)

    def comments(self) -> Iterator[str]:
        """The words of the comments that stand with it, in order."""
        yield from comments_of(self.above)
        yield from comments_of(self.tail)
        if self.block:
            yield from self.block.comments()
        yield from comments_of(self.after)

    @property
    def shape(self) -> Shape | None:
        """The shape of what stands in it, where it is one that the format knows."""
        return self.field.type if self.field and isinstance(self.field.type, Shape) else None


def opened(core: str, tail: str, inside: str) -> str:
    """The text of a block behind what opens it; a dash takes the place of spaces."""
    if tail:
        return core + tail + inside
    at = 0
    for line in inside.splitlines(keepends=True):
        if line.strip() and not line.lstrip().startswith("#"):
            break
        at += len(line)
    return inside[:at] + core + inside[at + len(core) :]


def comments_of(lines: str) -> Iterator[str]:
    """The comments in lines that hold nothing else."""
    for line in lines.split("\n"):
        found = _COMMENT.fullmatch(line)
        if found:
            yield found[1].strip()


def shifted(text: str, by: int) -> str:
    """Lines moved to the right, or to the left as far as there are spaces."""
    if not by:
        return text
    lines = text.split("\n")
    if by > 0:
        return "\n".join(" " * by + line if line else line for line in lines)
    return "\n".join(line[min(-by, len(line) - len(line.lstrip(" "))) :] for line in lines)
