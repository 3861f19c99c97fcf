"""Plain text for a mail: wrapped at 72 columns, in any script."""

from conductkit.format import Format
from conductkit.prose import line, lines
from conductkit.prose.marks import tidy
from conductkit.prose.wrap import wrap


def finish(page: str) -> str:
    """The page wrapped, without runs of empty lines."""
    return tidy(wrap(page))


FORMAT = Format(suffixes=(".txt",), escape=line, prose=lines, address=line, finish=finish)
