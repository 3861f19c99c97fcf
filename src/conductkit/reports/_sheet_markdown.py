"""A sheet as Markdown; everything in it shows as it stands."""

from collections.abc import Iterable
from functools import singledispatch
from typing import Any

from conductkit.reports._redline_markdown import marked, opening, plain
from conductkit.sheet import (
    Bars,
    Cell,
    Heading,
    Line,
    Matrix,
    Points,
    Redline,
    Sheet,
    Table,
    Words,
    drawn,
    shade,
)

_SHADES = "⬜🟨🟧🟩"


def sheet(result: Sheet) -> str:
    """The whole sheet under a heading."""
    blocks = [f"# {plain(result.title)}", *(_shown(part) for part in result.parts)]
    return "\n\n".join(block for block in blocks if block) + "\n"


def _text(cell: Cell) -> str:
    words = plain(cell.text)
    if cell.heat is not None:
        return f"{shade(cell.heat, _SHADES)} {words}".rstrip()
    return f"**{words}**" if words and cell.tone in ("strong", "bad") else words


@singledispatch
def _shown(part: Any) -> str:
    raise TypeError(f"{type(part).__name__} is no part of a sheet")


@_shown.register
def _heading(part: Heading) -> str:
    return f"{'#' * part.depth} {plain(part.text)}"


@_shown.register
def _words(part: Words) -> str:
    return opening(_text(Cell(part.text, part.tone)))


@_shown.register
def _points(part: Points) -> str:
    return "\n".join(f"- {opening(_text(item))}" for item in part.items)


@_shown.register
def _redline(part: Redline) -> str:
    lead = f"{plain(part.lead)} " if part.lead else ""
    return opening(lead + marked(part.old, part.new))


@_shown.register
def _table(part: Table) -> str:
    rows = [[_text(cell) for cell in row] for row in part.rows]
    grid = _grid([plain(name) for name in part.columns], rows, part.numbers)
    return f"{opening(plain(part.caption))}\n\n{grid}" if part.caption else grid


@_shown.register
def _bars(part: Bars) -> str:
    rows = [[plain(bar.label), plain(bar.note)] for bar in part.bars]
    return _grid([plain(part.caption) or " ", " "], rows, {1})


@_shown.register
def _matrix(part: Matrix) -> str:
    rows = [
        [plain(strip.label), f"`{drawn(strip)}`" if strip.cells else "",
         _text(Cell(strip.note, strip.tone))]
        for strip in part.strips
    ]  # fmt: skip
    legend = ", ".join(f"`{shade(one.heat)}` {plain(one.text)}" for one in part.legend)
    grid = _grid([plain(part.caption) or " ", " ", " "], rows, ())
    return f"{grid}\n\n{legend}" if legend else grid


@_shown.register
def _line(part: Line) -> str:
    rows = [[plain(day), f"{figure:g}"] for day, figure in part.points]
    return _grid([plain(part.caption) or " ", plain(part.unit) or " "], rows, {1}) if rows else ""


def _grid(names: Iterable[str], rows: Iterable[Iterable[str]], numbers: Iterable[int]) -> str:
    head = list(names)
    right = set(numbers)
    marks = ["---:" if place in right else "---" for place in range(len(head))]
    lines = [head, marks, *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)
