"""The order of list items, and the blank lines between them."""

from collections.abc import Sequence
from itertools import takewhile

from conductkit.fields import EDITION, READING, Field
from conductkit.merging.triples import Tables


def numbers(version: str) -> tuple[int, ...]:
    """A version as numbers that can be compared."""
    return tuple(int(part) for part in version.split(".") if part.isdigit())


def risen(order: list[str], rows: Sequence[Sequence[str]], entry: Field) -> list[str]:
    """Versions and dates in the order that both sides keep."""
    if entry.type not in (EDITION, READING):
        return order
    key = numbers if entry.type is EDITION else str
    for reverse in (entry.type is EDITION, entry.type is not EDITION):
        if all(list(row) == sorted(row, key=key, reverse=reverse) for row in rows):
            return sorted(order, key=key, reverse=reverse)
    return order


def spaced(tables: Tables, rows: Sequence[Sequence[str]]) -> bool:
    """Whether blank lines part the items of a list."""
    later = [table[name].above for table, row in zip(tables, rows, strict=True) for name in row[1:]]
    return bool(later) and sum(text.startswith("\n") for text in later) * 2 > len(later)


def apart(text: str, was_first: bool, is_first: bool, spaced: bool) -> str:
    """An item's text with the blank line above it that its new place asks for."""
    blank = "".join(takewhile(lambda char: char == "\n", text))
    if is_first and not was_first:
        return text.removeprefix(blank)
    return "\n" + text if was_first and not is_first and spaced and not blank else text
