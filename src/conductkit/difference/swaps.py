"""The one replacement that makes one text of another: a word, a name or an address."""

import re
from collections.abc import Sequence

from conductkit.difference.passage import passage
from conductkit.language import lemma
from conductkit.language.lexicon import lexicon, primary
from conductkit.redline import blocks

Swap = tuple[str, str]

_LEAST = 3  # words of what only came or went
_ADDRESS = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}|https?://[^\s<>()\[\]]+")


def swap_of(old: str, new: str, languages: tuple[str, str]) -> Swap | None:
    """The replacement, in the base forms of its words; None where there are others."""
    moved = _address(old, new)
    if moved:
        return moved
    one, two = passage(old, languages[0]), passage(new, languages[1])
    found = _found(one.tokens, two.tokens) or _found(old.split(), new.split())
    based = {_based(swap, languages[0]) for swap in found}
    if len(based) != 1:
        return None
    swap = based.pop()
    if one.tokens != two.tokens and not all(swap):
        return swap if len((swap[0] + swap[1]).split()) >= _LEAST else None
    return swap if all(swap) else None


def is_address(text: str) -> bool:
    """Whether a text is one address."""
    return _ADDRESS.fullmatch(text) is not None


def _address(old: str, new: str) -> Swap | None:
    """One address for another wherever it stands, and nothing else."""
    sides = [{found.rstrip(".,;:") for found in _ADDRESS.findall(text)} for text in (old, new)]
    gone, come = sides[0] - sides[1], sides[1] - sides[0]
    if len(gone) == len(come) == 1:
        swap = gone.pop(), come.pop()
        if re.sub(rf"(?<![\w.+-]){re.escape(swap[0])}(?![\w@-])", lambda _: swap[1], old) == new:
            return swap
    return None


def _found(one: Sequence[str], two: Sequence[str]) -> set[Swap]:
    return {(_words(one[a:b]), _words(two[c:d])) for a, b, c, d in blocks(one, two)}


def _based(swap: Swap, language: str) -> Swap:
    """Words in the same form, in their base forms: “banned”, “blocked”; “guests”, “clients”."""
    if primary(language) != "en" or not all(swap):
        return swap
    words = lexicon("en")
    if any(" " in part for part in swap):
        lead = swap[0].rpartition(" "), swap[1].rpartition(" ")
        ends = _based((lead[0][2], lead[1][2]), language)
        one, two = (f"{part[0]} {end}".strip() for part, end in zip(lead, ends, strict=True))
        return one, two
    if all(part.endswith(("s", "'")) for part in swap):
        return lemma.noun(swap[0], words), lemma.noun(swap[1], words)
    for ending in ("ing", "ed"):
        if all(part.endswith(ending) for part in swap):
            return lemma.verb(swap[0], words), lemma.verb(swap[1], words)
    return swap


def _words(words: Sequence[str]) -> str:
    return " ".join(word.strip(".,;:!?()").lower() for word in words)
