"""A sheet for the terminal; Rich draws its tables."""

import io
import shutil
from functools import singledispatch
from typing import Any

from rich.console import Console, Group, RenderableType
from rich.table import Table as Grid
from rich.text import Text

from conductkit.redline import redline
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
from conductkit.terminal import clean

_WIDTH = 96
_BAR = 30
_TICKS = "▁▂▃▄▅▆▇█"
_SHADES = " ░▒▓█"
_STYLES = {
    "": "", "strong": "bold", "dim": "dim", "good": "green", "fair": "yellow", "bad": "red",
}  # fmt: skip


def sheet(result: Sheet, colour: bool) -> str:
    """The whole sheet, as wide as the terminal where there is one."""
    page = io.StringIO()
    width = shutil.get_terminal_size((_WIDTH, 24)).columns if colour else _WIDTH
    console = Console(
        file=page, width=width, force_terminal=colour, no_color=not colour, legacy_windows=False,
        color_system="standard" if colour else None, markup=False, emoji=False, highlight=False,
    )  # fmt: skip
    console.print(Text(clean(result.title), style="bold"))
    for part in result.parts:
        console.print()
        console.print(_shown(part), soft_wrap=False)
    return "\n".join(line.rstrip() for line in page.getvalue().split("\n"))


def _text(cell: Cell) -> Text:
    words = clean(cell.text)
    if cell.heat is not None:
        mark = shade(cell.heat, _SHADES) * 2
        words = f"{mark} {words}".rstrip() if words else mark
    return Text(words, style=_STYLES[cell.tone])


@singledispatch
def _shown(part: Any) -> RenderableType:
    raise TypeError(f"{type(part).__name__} is no part of a sheet")


@_shown.register
def _heading(part: Heading) -> RenderableType:
    return Text(clean(part.text), style="bold" if part.depth < 3 else "italic")


@_shown.register
def _words(part: Words) -> RenderableType:
    return Text(clean(part.text), style=_STYLES[part.tone])


@_shown.register
def _points(part: Points) -> RenderableType:
    grid = Grid.grid(padding=(0, 1))
    for item in part.items:
        grid.add_row("  •", _text(item))
    return grid


@_shown.register
def _redline(part: Redline) -> RenderableType:
    text = Text(f"{clean(part.lead)} " if part.lead else "")
    for piece in redline(clean(part.old), clean(part.new)):
        if piece.same:
            text.append(piece.old)
            continue
        if piece.old:
            text.append(f"[-{piece.old}-]", style="red")
        if piece.new:
            text.append(f"{{+{piece.new}+}}", style="green")
    return text


@_shown.register
def _table(part: Table) -> RenderableType:
    grid = Grid(
        box=None, pad_edge=False, header_style="bold", padding=(0, 2, 0, 0),
        title=Text(clean(part.caption)) if part.caption else None, title_justify="left",
    )  # fmt: skip
    for place, name in enumerate(part.columns):
        justify: Any = "right" if place in part.numbers else "left"
        grid.add_column(Text(clean(name)), justify=justify, overflow="fold")
    for row in part.rows:
        grid.add_row(*(_text(cell) for cell in row))
    return grid


@_shown.register
def _bars(part: Bars) -> RenderableType:
    grid = Grid.grid(padding=(0, 2, 0, 0))
    for bar in part.bars:
        full = round(bar.share * _BAR)
        drawn = Text("█" * full + "·" * (_BAR - full), style=_STYLES[bar.tone])
        grid.add_row(Text(clean(bar.label)), drawn, Text(clean(bar.note)))
    return _under(part.caption, grid)


@_shown.register
def _matrix(part: Matrix) -> RenderableType:
    grid = Grid.grid(padding=(0, 2, 0, 0))
    for strip in part.strips:
        style = _STYLES[strip.tone]
        note = Text(clean(strip.note), style=style)
        grid.add_row(Text(clean(strip.label)), Text(drawn(strip), style=style), note)
    legend = "  ".join(f"{shade(one.heat)} {clean(one.text)}" for one in part.legend)
    drawing = _under(part.caption, grid)
    return Group(drawing, Text(legend, style="dim")) if legend else drawing


@_shown.register
def _line(part: Line) -> RenderableType:
    if not part.points:
        return Text(clean(part.caption))
    figures = [figure for _, figure in part.points]
    low = min([*figures, *([] if part.target is None else [part.target])])
    high = max([*figures, *([] if part.target is None else [part.target])])
    step = (high - low) / (len(_TICKS) - 1) or 1.0
    drawn = "".join(_TICKS[round((figure - low) / step)] for figure in figures)
    return Text(f"{clean(part.caption)}  {drawn}")


def _under(caption: str, grid: Grid) -> RenderableType:
    if not caption:
        return grid
    outer = Grid.grid()
    outer.add_row(Text(clean(caption)))
    outer.add_row(grid)
    return outer
