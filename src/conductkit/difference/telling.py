"""Sentences that only tell: of the text itself, where it comes from, what its authors hope for.

What binds can be said in any words (“Your name is never shared.”): only what is known to tell does.
"""

from itertools import pairwise

from conductkit.difference import cues
from conductkit.difference.hoping import hopes
from conductkit.difference.linking import links
from conductkit.difference.passage import Passage
from conductkit.language import Sentence, Word, lemma
from conductkit.language.lexicon import Lexicon, lexicon, primary

_NEAR = 8  # words from the beginning within which a sentence says what it is about
_SHORT = 8  # words of a title or caption


def differing(one: Passage, two: Passage) -> list[tuple[Passage, Sentence]]:
    """The sentences that only one side has."""
    texts = [{_text(side, item) for item in side.reading.sentences} for side in (one, two)]
    return [
        (side, item)
        for side, other in ((one, texts[1]), (two, texts[0]))
        for item in side.reading.sentences
        if _text(side, item) not in other
    ]


def tells(side: Passage, sentence: Sentence) -> bool:
    """Whether a sentence tells what is hoped for, what its text is about, or how it came to be."""
    words = sentence.words
    start = words[: min(_NEAR, len(words))]
    if hopes(side, words) or contents(side, words):
        return True
    about = _first(side, start, "about-verbs")
    if about and any(word.low in _set(side, "about-nouns") for word in start if word.end <= about):
        return True
    opening = [word.low for word in words[:3]]
    return (
        bool(opening)
        and opening[0] == "we"
        and any(low in _set(side, "told-verbs") for low in opening[1:])
    )


def caption(side: Passage, sentence: Sentence) -> bool:
    """Whether words are a title rather than a sentence, and name nobody."""
    words = lexicon(primary(side.language))
    lows = [word.low for word in sentence.words]
    return (
        len(lows) <= _SHORT
        and words.auxiliaries.isdisjoint(lows)
        and _roles(side).isdisjoint(lows)
        and _set(side, "negation").isdisjoint(lows)
        and not any(lemma.is_finite(low, words) for low in lows[1:])
    )


def outlines(side: Passage, sentence: Sentence) -> bool:
    """“How staff act.”, “The rules cover complaints and privacy.”: which topics follow. What has an
    article, or is somebody, is no topic but a thing that is covered."""
    lows = [word.low for word in sentence.words]
    if sentence.directives or not _set(side, "negation").isdisjoint(lows):
        return False
    if lows[0] in _set(side, "outline-starts"):
        asks = "?" in side.text[sentence.start : sentence.end + 1]
        return asks or not (words_of(side).auxiliaries & set(lows))
    verb = next((at for at, low in enumerate(lows) if low in _set(side, "outline-verbs")), 0)
    named = any(low in _set(side, "rule-nouns") | _set(side, "about-nouns") for low in lows[:verb])
    blocked = _set(side, "determined") | _set(side, "universal") | _set(side, "scope-limits")
    blocked |= words_of(side).auxiliaries
    somebody = any(
        two in _roles(side) and one not in words_of(side).prepositions
        for one, two in pairwise(lows[verb:])
    )
    return named and verb <= _NEAR and not somebody and blocked.isdisjoint(lows[verb + 1 :])


def words_of(side: Passage) -> Lexicon:
    """The words of the language of a text."""
    return lexicon(primary(side.language))


def light(words: list[str], language: str) -> bool:
    """Whether words may come and go without a sentence saying anything else."""
    return bool(words) and cues.entries("light-words", language).issuperset(words)


def _first(side: Passage, words: tuple[Word, ...], name: str) -> int:
    """Where the first cue of a list begins among some words; 0 for none."""
    hits = cues.find(side.reading, words, name)
    return hits[0].start if hits else 0


def _set(side: Passage, name: str) -> frozenset[str]:
    return cues.entries(name, side.language)


def contents(side: Passage, words: tuple[Word, ...]) -> bool:
    """Whether a sentence is made of links into the text itself: its table of contents."""
    inside = [link for link in links(side.text) if "#" in link.target]
    return bool(inside) and all(
        any(link.start <= word.start < link.end for link in inside) for word in words
    )


def _roles(side: Passage) -> frozenset[str]:
    found = _set(side, "roles") | _set(side, "issuer") | _set(side, "served")
    return found - lexicon(primary(side.language)).personal


def _text(side: Passage, sentence: Sentence) -> str:
    return side.text[sentence.start : sentence.end]
