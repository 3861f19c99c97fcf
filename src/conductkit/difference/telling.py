"""Sentences that only tell: of the text itself, where it comes from, what its authors hope for.

What binds can be said in any words (“Your name is never shared.”): only what is known to tell does.
"""

from conductkit.difference import cues
from conductkit.difference.literals import links
from conductkit.difference.passage import Passage
from conductkit.language import Sentence, Word, lemma
from conductkit.language.lexicon import lexicon, primary

_NEAR = 8  # words from the beginning within which a sentence says what it is about
_HEADING = 4  # words of a line that opens a list
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
    if hopes(side, words) or _contents(side, words):
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


def hopes(side: Passage, words: tuple[Word, ...]) -> bool:
    """“We believe that …”: what follows asks nobody for anything."""
    hits = cues.find(side.reading, words, "hopes")
    return bool(hits) and hits[0].start <= words[min(2, len(words) - 1)].start


def credits(side: Passage, sentence: Sentence) -> bool:
    """Whether a sentence of credits says where something comes from, or is a mere name or date."""
    lows = [word.low for word in sentence.words]
    if not _set(side, "force-time").isdisjoint(lows):
        return False
    named = all(_named(side, word) for word in sentence.words)
    if named or hopes(side, sentence.words):
        return True
    heads = side.text[sentence.start : sentence.end + 1].endswith(":")
    if heads and len(lows) <= _HEADING and not sentence.directives:
        return True
    stems = tuple(_set(side, "credit-stems"))
    if any(word.low in _roles(side) and not word.name for word in sentence.words):
        return False
    asks = sentence.directives and lows[0] not in _set(side, "credit-verbs")
    return not asks and any(low.startswith(stems) for low in lows)


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


def light(words: list[str], language: str) -> bool:
    """Whether words may come and go without a sentence saying anything else."""
    return bool(words) and cues.entries("light-words", language).issuperset(words)


def _first(side: Passage, words: tuple[Word, ...], name: str) -> int:
    """Where the first cue of a list begins among some words; 0 for none."""
    hits = cues.find(side.reading, words, name)
    return hits[0].start if hits else 0


def _set(side: Passage, name: str) -> frozenset[str]:
    return cues.entries(name, side.language)


def _contents(side: Passage, words: tuple[Word, ...]) -> bool:
    """Whether a sentence is made of links into the text itself: its table of contents."""
    inside = [link for link in links(side.text) if "#" in link.target]
    return bool(inside) and all(
        any(link.start <= word.start < link.end for link in inside) for word in words
    )


def linked(side: Passage, sentence: Sentence) -> bool:
    """Whether a sentence is no more than the words of one link."""
    first, last = sentence.words[0].start, sentence.words[-1].end
    return any(link.start <= first and last <= link.end for link in links(side.text))


def _roles(side: Passage) -> frozenset[str]:
    found = _set(side, "roles") | _set(side, "issuer") | _set(side, "served")
    return found - lexicon(primary(side.language)).personal


def _named(side: Passage, word: Word) -> bool:
    """Whether a word is a name, a date, a part of an address, or light."""
    before = side.text[max(word.start - 3, 0) : word.start]
    return (
        side.text[word.start].isupper()
        or not word.low.isalpha()
        or word.low in _set(side, "light-words") | _set(side, "joints") | {"http", "https"}
        or "/" in before
    )


def _text(side: Passage, sentence: Sentence) -> str:
    return side.text[sentence.start : sentence.end]
