"""“Following these rules helps us all to have a good time”: what keeping the rules is good for."""

from conductkit.difference import cues
from conductkit.difference.passage import Passage
from conductkit.difference.word_lists import listed
from conductkit.language import Sentence

_NEAR = 4  # words from “following” to “guidelines”


def followed(side: Passage, sentence: Sentence) -> bool:
    """Whether a sentence says that whoever keeps the rules has or makes a good place of it, and has
    no other word that could bind, deny, limit or count."""
    lows = [word.low for word in sentence.words]
    lows = lows[1:] if lows[:1] == ["by"] else lows
    if not lows or lows[0] not in _set(side, "followings"):
        return False
    texts = _set(side, "about-nouns") | _set(side, "rule-nouns") | _set(side, "conduct-words")
    at = next((at for at, low in enumerate(lows[: _NEAR + 1]) if low in texts), 0)
    small = _set(side, "determined") | _set(side, "small-words") | texts
    if not at or not small.issuperset(lows[1:at]):
        return False
    rest = lows[at + 1 :]
    good = _set(side, "good-places")
    allowed = _set(side, "followed-light")
    blocked = ("negation", "scope-limits", "exception")
    if good.isdisjoint(rest) or any(not _set(side, name).isdisjoint(rest) for name in blocked):
        return False
    figures = any(cues.figure(low, side.language) not in (None, 1.0) for low in rest)
    return not figures and not any(
        listed(low, "forces", side.language) for low in rest if low not in allowed
    )


def _set(side: Passage, name: str) -> frozenset[str]:
    return cues.entries(name, side.language)
