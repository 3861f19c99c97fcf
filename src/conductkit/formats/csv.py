"""A table of the rules, keyed by id, for people who work in a spreadsheet.

`conduct import rules.csv --update CODE` brings it back. A cell that a spreadsheet would run as a
formula begins with an apostrophe (OWASP, CSV injection); import takes it off again.
"""

from conductkit.format import Format
from conductkit.spreadsheet import cell


def prose(words: str, lead: str) -> str:
    """Markdown stays as it is: the cell comes back."""
    return lead + cell(words)


FORMAT = Format(suffixes=(".csv",), escape=cell, prose=prose, address=cell, page=False)
