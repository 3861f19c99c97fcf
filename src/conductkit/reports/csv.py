"""CSV: the tables of a sheet for people who work in a spreadsheet."""

from typing import Any

from conductkit.sheet import Table
from conductkit.spreadsheet import cell
from conductkit.terminal import clean


def sheet(result: Any, colour: bool) -> str:
    """The tables, one below the other with an empty line between."""
    tables = [part for part in result.parts if isinstance(part, Table)]
    return "\n".join(_table(table) for table in tables)


def _table(table: Table) -> str:
    rows = [table.columns, *([item.text for item in row] for row in table.rows)]
    return "".join(",".join(cell(clean(words)) for words in row) + "\n" for row in rows)
