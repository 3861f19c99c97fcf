"""Cells of CSV files that no spreadsheet takes for a program."""

FORMULA = "=+-@＝＋－＠'"
"""What a cell that runs begins with, some programs' wide signs and the apostrophe included."""


def cell(words: str) -> str:
    """Words as one quoted cell that no spreadsheet runs (OWASP, CSV injection)."""
    if not words.strip():
        return '""'
    runs = words[0].isspace() or words[0] in FORMULA
    harmless = f"'{words}" if runs else words
    return '"' + harmless.replace('"', '""') + '"'
