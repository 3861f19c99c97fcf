"""A table as a spreadsheet saves it: the first row names the columns."""

import csv
import io
import re

from conductkit.errors import InputError
from conductkit.outline import Block, Outline
from conductkit.readers._decode import decode

SUFFIXES = (".csv", ".tsv")
_MOST_ROWS = 20_000
_HARMLESS = re.compile(r"^'(?=['\s=+\-@＝＋－＠])")


def recognises(_: bytes) -> bool:
    """Never: without its suffix a table looks like text."""
    return False


def read(data: bytes, path: str) -> Outline:
    """The rows of a table; a quote that kept a cell from being a formula is taken off."""
    text, remarks = decode(data, path, exact=True)
    first = text.split("\n", 1)[0]
    mark = max(",;\t", key=first.count)
    blocks: list[Block] = []
    csv.field_size_limit(1_000_000)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=mark)
    try:
        for number, row in enumerate(reader):
            if number >= _MOST_ROWS:
                raise InputError(f"{path} has more than {_MOST_ROWS} rows: no code is that long.")
            cells = tuple(cell_words(cell) for cell in row)
            if any(cells):
                line = reader.line_num - sum(cell.count("\n") for cell in row)
                words = " | ".join(cells)
                blocks.append(Block("row", words, line, cells=cells, head=not blocks))
    except csv.Error as error:
        raise InputError(f"{path}:{reader.line_num}: this table cannot be read: {error}.") from None
    return Outline("csv", text, tuple(blocks), {}, remarks)


def cell_words(cell: str) -> str:
    """The words of a cell, without the mark that makes a formula harmless.

    The margin of a line stays: it says how deep an item of a list is.
    """
    lines = _HARMLESS.sub("", cell.strip()).strip().split("\n")
    margins = (line[: len(line) - len(line.lstrip(" "))] for line in lines)
    return "\n".join(
        margin + " ".join(line.split()) for margin, line in zip(margins, lines, strict=True)
    )
