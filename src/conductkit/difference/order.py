"""Which things of a row moved: the fewest that explain a new order."""

from bisect import bisect_left
from collections.abc import Sequence


def out_of_place(places: Sequence[int], names: Sequence[str]) -> list[int]:
    """The positions (in the new order) of what moved.

    `places` gives each thing's place in the old order, `names` its name. What stays is a longest
    rising row (patience sorting). Where there are several such rows, the names decide from which
    side the row is looked for, so that old and new can be exchanged.
    """
    by_place = sorted(range(len(places)), key=lambda at: places[at])
    forward = [0] * len(places)
    for rank, at in enumerate(by_place):
        forward[at] = rank
    if [names[at] for at in by_place] <= list(names):
        stays = set(_rising(forward))
    else:
        stays = {by_place[rank] for rank in _rising(by_place)}
    return [at for at in range(len(forward)) if at not in stays]


def _rising(row: Sequence[int]) -> list[int]:
    """The positions of a longest rising row."""
    tops: list[int] = []
    holders: list[int] = []
    before: list[int] = []
    for at, value in enumerate(row):
        pile = bisect_left(tops, value)
        before.append(holders[pile - 1] if pile else -1)
        if pile == len(tops):
            tops.append(value)
            holders.append(at)
        else:
            tops[pile], holders[pile] = value, at
    found = []
    at = holders[-1] if holders else -1
    while at >= 0:
        found.append(at)
        at = before[at]
    return found[::-1]
