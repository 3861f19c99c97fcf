"""Ids that only count: “rule-7” says where a rule stood, and not which one it is."""

import re
from collections.abc import Callable, Hashable, Iterable, Mapping
from typing import Any

_COUNTS = re.compile(r"(.*?)\d+")
Says = Callable[[Any], Hashable]
"""What an element is known by whatever its id; empty where it says too little."""


def shifted(olds: Iterable[Any], news: Iterable[Any], says: tuple[Says, Says]) -> frozenset[str]:
    """The ids in both editions that name something else in each, as their row was counted anew.

    That is so where what an id named stands to the letter under another id of its row, which itself
    named something else. In such a row what does not say the same under one id is known by what it
    says alone.
    """
    before = {item.id: says[0](item) for item in olds if row(item.id) is not None}
    after = {item.id: says[1](item) for item in news if row(item.id) is not None}
    other = {id for id in before.keys() & after.keys() if before[id] != after[id]}
    rows = _moved(before, after, other) | _moved(after, before, other)
    return frozenset(id for id in other if row(id) in rows)


def _moved(
    one: Mapping[str, Hashable], two: Mapping[str, Hashable], other: set[str]
) -> set[str | None]:
    """The rows in which what an id named on the one side has another id on the other."""
    stands = {(row(id), said) for id, said in two.items() if id in other or id not in one}
    return {row(id) for id in other if one[id] and (row(id), one[id]) in stands}


def row(id: str) -> str | None:
    """What an id counts: “rule-” of “rule-7”; None where it is a name."""
    found = _COUNTS.fullmatch(id)
    return found[1] if found else None
