"""Small pieces of English sentences: numbers with their nouns, lists of names."""

from collections.abc import Iterable, Sequence


def counted(number: int, noun: str) -> str:
    """A number and its noun: “1 rule”, “2 rules”."""
    return f"{number} {noun}{'' if number == 1 else 's'}"


def listed(words: Iterable[str], few: int = 3) -> str:
    """Names as one list, “a, b and c”; those behind the first `few` are only counted."""
    found = [word for word in words if word]
    more = len(found) - few
    shown: Sequence[str] = [*found[:few], f"{more} more"] if more > 0 else found
    return " and ".join(filter(None, [", ".join(shown[:-1]), *shown[-1:]]))
