"""A result as a page of headings, words, tables and figures, which every report can show.

Commands whose results are neither findings nor changes lay them out once, as a sheet; each report
shows it in its own way. A sheet is plain words throughout: the report escapes them.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

TONES = ("", "strong", "dim", "good", "fair", "bad")
"""How words are meant: colour and weight follow, never the meaning alone (the words say it too)."""


@dataclass(frozen=True, slots=True)
class Cell:
    """Words in a table or a list. `heat`, from 0 to 1, shades the cell of a heat map."""

    text: str
    tone: str = ""
    heat: float | None = None


@dataclass(frozen=True, slots=True)
class Heading:
    """The title of what follows; `depth` is 2 for a part, 3 for a part of it."""

    text: str
    depth: int = 2


@dataclass(frozen=True, slots=True)
class Words:
    """A paragraph."""

    text: str
    tone: str = ""


@dataclass(frozen=True, slots=True)
class Points:
    """A list."""

    items: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Redline:
    """Old and new words in one text; `lead` stands before them."""

    old: str
    new: str
    lead: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells under columns. `numbers` are the columns (from 0) that hold figures."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    caption: str = ""
    numbers: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: `value` of `most` (both in one unit, not negative), `note` says it in words."""

    label: str
    value: float
    most: float
    note: str
    tone: str = ""

    @property
    def share(self) -> float:
        """How much of the bar is filled, from 0 to 1."""
        return min(max(self.value / self.most, 0.0), 1.0) if self.most > 0 else 0.0


@dataclass(frozen=True, slots=True)
class Bars:
    """A bar chart."""

    caption: str
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class Strip:
    """One row of a heat map: a cell under each column (its `heat` says how full it is drawn)."""

    label: str
    cells: tuple[Cell, ...]
    note: str
    tone: str = ""


@dataclass(frozen=True, slots=True)
class Matrix:
    """A heat map: what meets what. `legend` says what each heat means."""

    caption: str
    columns: tuple[str, ...]
    strips: tuple[Strip, ...]
    legend: tuple[Cell, ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """Figures over time: `points` are (day, figure) in order; `target` is a line across."""

    caption: str
    points: tuple[tuple[str, float], ...]
    target: float | None = None
    unit: str = ""


Part = Heading | Words | Points | Redline | Table | Bars | Matrix | Line


@dataclass(frozen=True, slots=True)
class Sheet:
    """A title and what stands under it; `data` is the same result in its JSON shape."""

    title: str
    parts: tuple[Part, ...]
    data: Mapping[str, Any] = field(default_factory=dict)


SHADES = "·░▒▓█"
"""How full a cell is, in letters: empty to full."""


def shade(heat: float | None, shades: str = SHADES) -> str:
    """The letter for a heat from 0 to 1."""
    return shades[round(min(max(heat or 0.0, 0.0), 1.0) * (len(shades) - 1))]


def drawn(strip: Strip, most: int = 60) -> str:
    """A strip in letters, one a cell; where there are more than `most`, one for several."""
    each = -(-len(strip.cells) // most) or 1
    groups = (strip.cells[at : at + each] for at in range(0, len(strip.cells), each))
    return "".join(shade(max(cell.heat or 0.0 for cell in group)) for group in groups)


def cells(*texts: str, tone: str = "") -> tuple[Cell, ...]:
    """Plain texts as the cells of a row."""
    return tuple(Cell(text, tone) for text in texts)
