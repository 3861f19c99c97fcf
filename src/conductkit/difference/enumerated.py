"""A list in one sentence, and the same list as a sentence an item: “Rude acts include shouting,
mocking and spitting”, “Rude acts include shouting.”, “Rude acts include mocking.” …"""

from collections.abc import Sequence

from conductkit.difference import cues
from conductkit.difference.passage import passage
from conductkit.language.lexicon import lexicon, primary

_LEAST = 3  # items of a list
_LEAD = 2  # words that all its sentences begin with
_FREE = frozenset({"may", "can", "might", "could", "choose", "either", "one", "any"})


def enumerated(whole: str, parts: Sequence[str], language: str) -> bool:
    """Whether the parts say of each item in turn what the whole says of all of them.

    Not where it is left free which, nor where a word of the first or the last item may be said of
    the others too: “private photos, names”, “shouting and spitting in the hall”.
    """
    if primary(language) != "en" or len(parts) < _LEAST:
        return False
    sides = [passage(text, language) for text in (whole, *parts)]
    if any(len(side.reading.sentences) != 1 for side in sides):
        return False
    told = [side.tokens for side in sides[1:]]
    lead = _lead(told)
    items = [tokens[lead:] for tokens in told]
    if lead < _LEAD or not all(items) or not _FREE.isdisjoint(told[0][:lead]):
        return False
    if _reaches(items, language):
        return False
    flat = [word for item in items for word in item]
    joined = [
        [*told[0][:lead], *flat[: -len(items[-1])], joint, *items[-1]] for joint in ("and", "or")
    ]
    return list(sides[0].tokens) in (joined[:1] if _asked(told[0][:lead], language) else joined)


def _lead(told: Sequence[tuple[str, ...]]) -> int:
    """How many words all sentences have in common at their beginning."""
    shortest = min(map(len, told))
    return next((at for at in range(shortest) if len({t[at] for t in told}) > 1), shortest)


def _asked(lead: Sequence[str], language: str) -> bool:
    """Whether each item is asked for: then “or” would leave a choice."""
    bans = cues.entries("negation", language) | {"avoid", "include", "includes", "including"}
    return bans.isdisjoint(lead)


def _reaches(items: Sequence[tuple[str, ...]], language: str) -> bool:
    small = lexicon(primary(language)).prepositions
    opens = len(items[0]) > 1 and len(items[1]) == 1
    closes = not small.isdisjoint(items[-1]) and small.isdisjoint(items[-2])
    return opens or closes
