"""A thing that the title names in full, called more shortly throughout: “mobile phone”, “phone”."""

from collections.abc import Sequence
from itertools import pairwise

from conductkit.difference import cues
from conductkit.difference.nouns import is_thing
from conductkit.difference.passage import passage
from conductkit.difference.shared import Swap
from conductkit.language import lemma
from conductkit.language.lexicon import lexicon, primary

_Pairs = set[tuple[str, str]]


def shorter_names(
    pairs: Sequence[tuple[str, str]], languages: tuple[str, str], titles: tuple[str, str]
) -> frozenset[Swap]:
    """The words that are left out before the one thing a code is about; it speaks of no other kind
    of it in either edition."""
    if {primary(language) for language in languages} != {"en"}:
        return frozenset()
    named = [_before_nouns([title]) for title in titles]
    kinds = cues.entries("kind-words", "en")
    texts = [[pair[at] for pair in pairs if pair[at] and pair[at] != titles[at]] for at in (0, 1)]
    used = [_before_nouns(side) for side in texts]
    found: set[Swap] = set()
    for kind, noun in named[0] & named[1]:
        others = {
            before
            for side in used
            for before, after in side
            if after == noun and before != kind and is_thing(before)
        }
        if kind not in kinds or others:
            continue
        for side, other in (used, used[::-1]):
            left = {before for before, _ in other}
            whole = {after for before, after in side if before == kind}
            if whole == {noun} and kind not in left:
                found |= {((kind,), ()), ((), (kind,))}
    return frozenset(found)


def _before_nouns(texts: Sequence[str]) -> _Pairs:
    """Each word with the one behind it, that one in the singular."""
    known = lexicon("en")
    tokens = (passage(text, "en").tokens for text in texts)
    return {(one, lemma.noun(two, known)) for side in tokens for one, two in pairwise((*side, ""))}
