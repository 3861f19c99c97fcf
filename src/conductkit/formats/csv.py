"""A table of the rules, keyed by id, for people who work in a spreadsheet.

`conduct import rules.csv --update CODE` brings it back. A cell that a spreadsheet would run as a
formula begins with an apostrophe; import takes it off again.
"""

from conductkit.format import Format

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "'")


def cell(words: str) -> str:
    """Words as one quoted cell that no spreadsheet runs."""
    harmless = f"'{words}" if words.startswith(_FORMULA) else words
    return '"' + harmless.replace('"', '""') + '"'


def prose(words: str, lead: str) -> str:
    """Markdown stays as it is: the cell comes back."""
    return lead + cell(words)


FORMAT = Format(suffixes=(".csv",), escape=cell, prose=prose, address=cell)
