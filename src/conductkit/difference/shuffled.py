"""The items of a list of what is covered, in another order: each is covered as before."""

from conductkit.difference import cues
from conductkit.difference.coverage import Item, items, listed
from conductkit.difference.passage import Passage
from conductkit.language.lexicon import lexicon, primary

_LONG = 5  # items from which on no word of one item is meant for the others too
_LEAST = 2


def shuffled(old: Passage, new: Passage) -> bool:
    """Whether two texts differ in the order of such a list only, and its order tells nothing."""
    language = old.language
    if sorted(old.tokens) != sorted(new.tokens) or old.residue != new.residue:
        return False
    if not cues.entries("ranking", language).isdisjoint(old.tokens):
        return False
    one, two = items(old), items(new)
    if len(one) != len(two) or sorted(map(_said, one)) != sorted(map(_said, two)):
        return False
    moved = [at for at, (a, b) in enumerate(zip(one, two, strict=True)) if _said(a) != _said(b)]
    if len(moved) < _LEAST:
        return False
    places = range(moved[0], moved[-1] + 1)
    if any(None in (listed(old, one[at]), listed(new, two[at])) for at in places):
        return False
    return len(places) >= _LONG or not any(_reaches(one[at], language) for at in places)


def _said(item: Item) -> str:
    return " ".join(item[2])


def _reaches(item: Item, language: str) -> bool:
    """Whether a word of an item may be meant for its neighbours: “old men and women”."""
    known = lexicon(primary(language))
    words = [word for word in item[2] if word not in known.determiners]
    return len(words) > 1
