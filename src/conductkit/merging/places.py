"""What stands on which lines of a text that is cut into pieces."""

from collections.abc import Iterator
from typing import NamedTuple

from conductkit.merging.names import Path
from conductkit.merging.pieces import Block, Piece


class Standing(NamedTuple):
    """A field of the code or an element of a list; lines are 1-based, ends exclusive."""

    path: Path
    piece: Piece
    line: int
    end: int


def standing(root: Block) -> Iterator[Standing]:
    """Every field of the code and every element in it, what holds others before them."""
    yield from _inside(root, (), 1 + root.head.count("\n"))


def _inside(block: Block, path: Path, line: int) -> Iterator[Standing]:
    for piece in block.pieces:
        end = line + piece.text.count("\n")
        where = ("rules", piece.name) if path[-1:] == ("rules",) else (*path, piece.name)
        # Fields of elements are no places of their own: an element is merged or refused whole.
        if not path or (piece.item and piece.shape):
            yield Standing(where, piece, line, end)
        if piece.block:
            opening = (piece.core + piece.tail).count("\n")
            yield from _inside(piece.block, where, line + piece.above.count("\n") + opening)
        line = end


def path_at(root: Block, line: int) -> Path | None:
    """The smallest element that a line belongs to."""
    found = [item.path for item in standing(root) if item.line <= line < item.end]
    return found[-1] if found else None


def piece_at(root: Block, path: Path) -> Piece | None:
    """What stands at a path."""
    return next((item.piece for item in standing(root) if item.path == path), None)
