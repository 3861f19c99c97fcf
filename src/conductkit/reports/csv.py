"""CSV: the tables of a sheet for people who work in a spreadsheet."""

from typing import Any

from conductkit.sheet import Cell, Matrix, Table
from conductkit.spreadsheet import cell
from conductkit.terminal import clean


def sheet(result: Any, colour: bool) -> str:
    """The tables and heat maps, one below the other with an empty line between."""
    tables = [part for part in result.parts if isinstance(part, Table | Matrix)]
    return "\n".join(_table(_as_table(table)) for table in tables)


def _as_table(part: Table | Matrix) -> Table:
    """A heat map as a table of the words in its cells."""
    if isinstance(part, Table):
        return part
    rows = tuple((Cell(row.label), *row.cells, Cell(row.note)) for row in part.strips)
    return Table((part.caption, *part.columns, ""), rows)


def _table(table: Table) -> str:
    rows = [table.columns, *([item.text for item in row] for row in table.rows)]
    return "".join(",".join(cell(clean(words)) for words in row) + "\n" for row in rows)
