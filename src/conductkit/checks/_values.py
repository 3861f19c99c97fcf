"""Saying one thing of several values of a code."""

from collections.abc import Callable, Iterator, Sequence

from conductkit.check import Hit, whole
from conductkit.model import Value


def each_or_all(
    found: Sequence[Value], declared: int, one: Callable[[str], tuple[str, str]],
    every: tuple[str, str],
) -> Iterator[Hit]:  # fmt: skip
    """A hit a value; a single one, at the first, where all that are declared share the cause.

    `one` makes message and help from a value's name, `every` is message and help for all.
    """
    if len(found) == declared > 1:
        also = [value.place.span("name") for value in found[1:]]
        yield whole(found[0], "name", *every, also=also)
        return
    for value in found:
        yield whole(value, "name", *one(value.name))
