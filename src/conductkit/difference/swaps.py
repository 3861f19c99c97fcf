"""The replacements that make one text of another: of words, names, addresses or marks."""

import re
from collections.abc import Sequence

from conductkit.difference.passage import passage
from conductkit.language import lemma
from conductkit.language.lexicon import lexicon, primary
from conductkit.redline import blocks

Swap = tuple[str, str]

_MOST = 4  # replacements in one text that can still have one cause each
_MAIL = r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}"
_ADDRESS = re.compile(rf"{_MAIL}|https?://[^\s<>()\[\]]+")
_PARTS = re.compile(r"(?P<lead>https?://|[\w.+-]{1,64}@)(?P<host>[^/?#\s]+)(?P<rest>.*)")
_HOST = re.compile(r"[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}|https?://")
_NUMBERED = re.compile(r"\A\s*\(?(?:\d{1,3}|[a-z])[.)]\s+")
_WORD = re.compile(r"(\w+)")


def swaps_of(old: str, new: str, languages: tuple[str, str]) -> frozenset[Swap]:
    """The replacements, in the base forms of their words; none where there are too many."""
    moved = _address(old, new)
    if moved:
        return frozenset([moved])
    bare = [_NUMBERED.sub("", text, count=1) for text in (old, new)]
    if bare[0] == bare[1]:
        return frozenset([("1." if bare[0] != old else "", "1." if bare[1] != new else "")])
    one, two = passage(old, languages[0]), passage(new, languages[1])
    if one.tokens == two.tokens:
        return _marks(old, new)
    found = _found(one.tokens, two.tokens)
    based = frozenset(_based(swap, languages[0]) for swap in found)
    return based if len(based) <= _MOST else frozenset()


def is_address(text: str) -> bool:
    """Whether a text is one address, or what many addresses share."""
    return (_ADDRESS.fullmatch(text) or _HOST.fullmatch(text)) is not None


def _address(old: str, new: str) -> Swap | None:
    """One address, or one host of several, for another wherever it stands, and nothing else."""
    sides = [{found.rstrip(".,;:") for found in _ADDRESS.findall(text)} for text in (old, new)]
    gone, come = sides[0] - sides[1], sides[1] - sides[0]
    pairs = [(one, next((two for two in come if _shared(one, two)), "")) for one in gone]
    if len(gone) == len(come) == 1:
        pairs = [(*gone, *come)]
    if not pairs or len(gone) != len(come) or len({two for _, two in pairs}) != len(come):
        return None
    swaps = {_shared(one, two) or (one, two) for one, two in pairs}
    moved = dict(pairs)
    each = "|".join(re.escape(one) for one in sorted(gone, key=len, reverse=True))
    text = re.sub(rf"(?<![\w.+-])(?:{each})(?![\w@-])", lambda found: moved[found[0]], old)
    return swaps.pop() if text == new and len(swaps) == 1 else None


def _shared(one: str, two: str) -> Swap | None:
    """What alone differs in two addresses: the host of both, or how it is reached."""
    before, after = _PARTS.fullmatch(one), _PARTS.fullmatch(two)
    if not before or not after or before["rest"] != after["rest"]:
        return None
    if before["lead"] == after["lead"]:
        return before["host"], after["host"]
    reached = {before["lead"], after["lead"]} == {"http://", "https://"}
    return (before["lead"], after["lead"]) if reached and before["host"] == after["host"] else None


def _marks(old: str, new: str) -> frozenset[Swap]:
    """The one mark that became another, or came, or went; the words are the same."""
    one, two = _WORD.split(old), _WORD.split(new)
    if one[1::2] != two[1::2]:
        return frozenset(_found(old.split(), new.split()))
    found = {(a.strip(), b.strip()) for a, b in zip(one, two, strict=True) if a != b}
    return frozenset(found) if len(found) == 1 else frozenset()


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
