"""Three-way merges of rows: of lines of comments, of sentences, and of names in an order."""

from collections.abc import Callable, Hashable, Sequence
from difflib import SequenceMatcher
from typing import TypeVar

from conductkit.difference.order import out_of_place

Thing = TypeVar("Thing", bound=Hashable)


def pick(base: Thing | None, ours: Thing, theirs: Thing) -> Thing | None:
    """What only one side changed, or both in the same way; None where they differ."""
    if ours == theirs or theirs == base:
        return ours
    return theirs if ours == base else None


def merge_rows(
    base: Sequence[Thing], ours: Sequence[Thing], theirs: Sequence[Thing],
    clash: Callable[[Sequence[Thing], Sequence[Thing], Sequence[Thing]], Sequence[Thing] | None],
) -> list[Thing] | None:  # fmt: skip
    """What both sides made of a row; None where `clash` finds nothing for a stretch they share.

    The stretches between things that all three have in common are merged one by one, as diff3
    does (Khanna, Kunal, Pierce: A Formal Investigation of Diff3, 2007).
    """
    out: list[Thing] = []
    b = o = t = 0
    end = len(base), len(ours), len(theirs)
    for at, in_ours, in_theirs in [*_common(base, ours, theirs), end]:
        stretch = base[b:at], ours[o:in_ours], theirs[t:in_theirs]
        made = _stretch(*stretch)
        if made is None:
            made = clash(*stretch)
        if made is None:
            return None
        out += made
        if at < len(base):
            out.append(base[at])
        b, o, t = at + 1, in_ours + 1, in_theirs + 1
    return out


def _stretch(
    base: Sequence[Thing], ours: Sequence[Thing], theirs: Sequence[Thing]
) -> Sequence[Thing] | None:
    found = pick(tuple(base), tuple(ours), tuple(theirs))
    return None if found is None else found


def _common(
    base: Sequence[Thing], ours: Sequence[Thing], theirs: Sequence[Thing]
) -> list[tuple[int, int, int]]:
    """The places of what stands in all three, in order."""
    in_ours, in_theirs = _matches(base, ours), _matches(base, theirs)
    return [(at, in_ours[at], in_theirs[at]) for at in sorted(in_ours.keys() & in_theirs.keys())]


def _matches(old: Sequence[Thing], new: Sequence[Thing]) -> dict[int, int]:
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    return {a + n: b + n for a, b, size in matcher.get_matching_blocks() for n in range(size)}


def merge_comments(base: str, ours: str, theirs: str) -> str:
    """Lines that hold blanks and comments: where both sides changed one, both comments stay."""
    found = pick(base, ours, theirs)
    if found is not None:
        return found
    old, mine, yours = (text.splitlines(keepends=True) for text in (base, ours, theirs))
    return "".join(merge_rows(old, mine, yours, _both) or ())


def _both(base: Sequence[str], ours: Sequence[str], theirs: Sequence[str]) -> list[str]:
    """Each comment of both sides once; what a side only left as it was goes if the other cut it."""
    old = {line for line in base if line.strip()}
    kept = [line for line in ours if line not in old or line in theirs]
    there = {line for line in kept if line.strip()}
    return kept + [
        line
        for line in theirs
        if line.strip() and line not in there and (line not in old or line in ours)
    ]


def merge_order(rows: Sequence[Sequence[str]], kept: Sequence[str]) -> list[str]:
    """The order of what is `kept`, from the `rows` in base, ours and theirs.

    Moves of both sides count, and what came stands where it came.
    Where both sides moved the same thing, ours holds; where both added something at one place, ours
    stands first.
    """
    stay = set(kept)
    rows = [[name for name in row if name in stay] for row in rows]
    everywhere = set(rows[0]) & set(rows[1]) & set(rows[2])
    old, mine, yours = ([name for name in row if name in everywhere] for row in rows)
    if mine == old:
        order = yours
    elif yours in (old, mine):
        order = mine
    else:
        order = _moved(old, mine, yours)
    for row in rows[1:]:
        order = _inserted(order, row)
    return [*order, *(name for name in kept if name not in set(order))]


def _moved(old: Sequence[str], ours: Sequence[str], theirs: Sequence[str]) -> list[str]:
    """Our order with what only the other side moved in the place that it has there."""
    mine, yours = _unsettled(old, ours), _unsettled(old, theirs)
    order = [name for name in ours if name not in yours - mine]
    return _inserted(order, theirs)


def _unsettled(old: Sequence[str], new: Sequence[str]) -> set[str]:
    """What moved: all but a longest row that kept its order."""
    places = {name: at for at, name in enumerate(old)}
    return {new[at] for at in out_of_place([places[name] for name in new], new)}


def _inserted(order: Sequence[str], row: Sequence[str]) -> list[str]:
    """What stands in a row and not yet in an order, put behind the nearest before it in the row.

    What others put behind that one before stays ahead; what leads the row goes to the front.
    """
    out = list(order)
    known = set(out)
    foreign = known - set(row)
    at = 0
    for name in row:
        if name in known:
            at = out.index(name) + 1
            continue
        while at < len(out) and out[at] in foreign:
            at += 1
        out.insert(at, name)
        known.add(name)
        at += 1
    return out
