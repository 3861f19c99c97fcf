"""Lists of words and of the beginnings of words."""

from functools import cache

from conductkit.difference import cues


def listed(low: str, name: str, language: str) -> str:
    """The entry of a list for a word; empty where there is none."""
    whole, stems = _list(name, language)
    if low in whole:
        return low
    return next((stem for stem in stems if low.startswith(stem)), "")


@cache
def _list(name: str, language: str) -> tuple[frozenset[str], tuple[str, ...]]:
    """The words of a list, and the beginnings that it gives with `*`."""
    entries = cues.entries(name, language)
    stems = sorted(entry.removesuffix("*") for entry in entries if entry.endswith("*"))
    return frozenset(entry for entry in entries if not entry.endswith("*")), tuple(stems)
