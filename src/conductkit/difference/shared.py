"""What two editions as wholes say of a change of words in one place."""

from typing import NamedTuple

Key = tuple[object, ...]
Swap = tuple[tuple[str, ...], tuple[str, ...]]


class Shared(NamedTuple):
    """`settled`: sentences that stand elsewhere in the other edition, and count on neither side.
    `renamed`: names that became others throughout."""

    settled: frozenset[Key] = frozenset()
    renamed: frozenset[Swap] = frozenset()


NOTHING = Shared()
