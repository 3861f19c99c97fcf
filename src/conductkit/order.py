"""Which things of a row moved: the fewest that explain a new order."""

from bisect import bisect_left
from collections.abc import Sequence


def out_of_place(places: Sequence[int]) -> list[int]:
    """The positions (in the new order) of what moved, given each thing's place in the old order.

    What stays is a longest rising row (patience sorting). Where there are several such rows the
    choice is the same for the inverse order, so that old and new can be exchanged.
    """
    ranks = {place: rank for rank, place in enumerate(sorted(places))}
    forward = [ranks[place] for place in places]
    inverse = [0] * len(forward)
    for at, rank in enumerate(forward):
        inverse[rank] = at
    if inverse < forward:
        stays = {inverse[at] for at in _rising(inverse)}
        return [at for at in range(len(forward)) if at not in stays]
    stays = set(_rising(forward))
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
