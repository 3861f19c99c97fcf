"""Which part of a newer text is which part of the code."""

from collections.abc import Callable, Sequence

from conductkit.importer.match import matched
from conductkit.importer.opened import Tree, listed, said, words

_ADDRESSES = ("email", "url", "phone", "address")


def pairs(
    old: Sequence[Tree], new: Sequence[Tree], same: Callable[[Tree], str]
) -> list[Tree | None]:
    """For each new part the old one that it continues: the same, else the most alike; none twice.

    Equal words go before an equal id, which may be no more than a number behind a word. Of
    sections, those that have most of their rules in common go before those of like words.
    """
    equal = {_all(one): one for one in reversed(old)}
    found = [equal.pop(_all(one), None) for one in new]
    known = {same(one): one for one in reversed(_free(old, found))}
    for number, one in enumerate(new):
        if found[number] is None:
            found[number] = known.pop(same(one), None)
    for number, one in enumerate(new):
        if found[number] is None:
            found[number] = next((two for two in _free(old, found) if _share(one, two)), None)
    free = {str(number): one for number, one in enumerate(_free(old, found))}
    rest = [number for number, one in enumerate(found) if one is None]
    texts = {name: " ".join(words(one)) for name, one in free.items()}
    alike = matched(texts, [" ".join(words(new[number])) for number in rest])
    for number, name in zip(rest, alike, strict=True):
        found[number] = free.get(name)
    return found


def _all(part: Tree) -> tuple[str, ...]:
    """All that a part says, ids aside, each word once after the other."""
    return tuple(" ".join(words(part)).split())


def _free(old: Sequence[Tree], found: Sequence[Tree | None]) -> list[Tree]:
    taken = {id(one) for one in found}
    return [one for one in old if id(one) not in taken]


def _share(one: Tree, two: Tree) -> bool:
    """Whether two sections have more than half of their rules in common."""
    ours, theirs = ({name(rule) for rule in listed(part, "rules")} for part in (one, two))
    return len(ours & theirs) * 2 > max(len(ours), len(theirs))


def name(part: Tree) -> str:
    """What a part is known by: its id; the term, the address, or the title of one without."""
    keys = ("id", "term", *_ADDRESSES, "title")
    return next((said(part, key).casefold() for key in keys if key in part), "")
