"""Pieces of a merged text: what is made of one piece in three texts."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from conductkit import quoting
from conductkit.merging import triples
from conductkit.merging.pieces import Piece, opened, shifted
from conductkit.merging.triples import Three


@dataclass(slots=True)
class Woven:
    """A piece of the result: its key or name, its text, what it says, whether it is a conflict."""

    name: str
    text: str
    value: Any
    marked: bool = False


def wrapped(three: Three, chosen: Piece, column: int, inside: str | None, value: Any) -> Woven:
    """A piece with the comments of both sides around it; `inside` is its block, merged."""
    above, after = (triples.comments(three, part, column) for part in ("above", "after"))
    core, lines = (shifted(t, column - chosen.column) for t in (chosen.core, chosen.lines))
    tail, more = triples.tail(three, chosen)
    above += shifted(more, column)
    body = core + tail + lines if inside is None else opened(core, tail, inside)
    return Woven(chosen.name, above + body + after, value)


def row(three: Three, column: int, made: list[Woven], flat: bool) -> Woven | None:
    """A list of items that are merged; in brackets where both sides write it so."""
    opener = triples.header(three)
    margin = " " * column
    values = [item.value for item in made]
    if not made or flat:
        if not made and (three[1] is None or three[2] is None):
            return None
        words = ", ".join(quoting.scalar(value, flow=True) for value in values)
        some = like(opener, column, f"{margin}{opener.name}: [{words}]", opener.tail)
        return wrapped(three, some, column, None, values)
    if opener.block is None:
        opener = like(opener, column, f"{margin}{opener.name}:", opener.tail)
    inner = column + triples.indent(three)
    text = "".join(item.text for item in made) + triples.foot(three, inner)
    return wrapped(three, opener, column, text, values)


def said(made: Sequence[Woven]) -> dict[str, Any]:
    return {item.name: item.value for item in made if item.name}


def like(piece: Piece, column: int, core: str, tail: str) -> Piece:
    """A piece with another opening."""
    return Piece(
        piece.name, piece.node, piece.field, column, piece.source,
        core=core, tail=tail or ("" if core.rstrip().endswith("-") else "\n"), item=piece.item,
    )  # fmt: skip
