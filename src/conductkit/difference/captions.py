"""Words that are a title or an outline rather than sentences."""

from itertools import pairwise

from conductkit.difference import cues
from conductkit.difference.passage import Passage
from conductkit.difference.telling import roles
from conductkit.difference.texts import language, states_something
from conductkit.language import Sentence, lemma

_NEAR = 6  # words within which a sentence says what it is about
_SHORT = 8  # words of a title or caption


def caption(side: Passage, sentence: Sentence) -> bool:
    """“Rules of the shop”, “Why we wrote it”: words that name a text or ask, and name nobody."""
    lexical = language(side)
    lows = [word.low for word in sentence.words]
    rest = [low for low in lows if low not in lexical.determiners]
    texts = _set(side, "rule-nouns") | _set(side, "about-nouns") | _set(side, "outline-starts")
    return (
        len(lows) <= _SHORT
        and bool(rest)
        and rest[0] in texts
        and lexical.auxiliaries.isdisjoint(lows)
        and roles(side).isdisjoint(lows)
        and (_set(side, "negation") | _set(side, "edition-words")).isdisjoint(lows)
        and not any(word.name for word in sentence.words)
        and not any(lemma.is_finite(low, lexical) for low in lows[1:])
    )


def outlines(side: Passage, sentence: Sentence) -> bool:
    """“How staff act.”, “The rules cover complaints and privacy.”: which topics follow. What has an
    article, or is somebody, is no topic but a thing that is covered."""
    lows = [word.low for word in sentence.words]
    if sentence.directives or not _set(side, "negation").isdisjoint(lows):
        return False
    if lows[0] in _set(side, "outline-starts"):
        asks = "?" in side.text[sentence.start : sentence.end + 1]
        return asks or not states_something(side, sentence.words)
    verb = next((at for at, low in enumerate(lows) if low in _set(side, "outline-verbs")), 0)
    named = any(low in _set(side, "rule-nouns") | _set(side, "about-nouns") for low in lows[:verb])
    blocked = _set(side, "determined") | _set(side, "universal") | _set(side, "scope-limits")
    blocked |= language(side).auxiliaries
    somebody = any(
        two in roles(side) and one not in language(side).prepositions
        for one, two in pairwise(lows[verb:])
    )
    return named and verb <= _NEAR and not somebody and blocked.isdisjoint(lows[verb + 1 :])


def _set(side: Passage, name: str) -> frozenset[str]:
    return cues.entries(name, side.language)
