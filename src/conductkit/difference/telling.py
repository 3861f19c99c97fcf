"""Sentences that only tell: of the text itself, where it comes from, what its authors hope for.

What binds can be said in any words (“Your name is never shared.”): only what is known to tell does.
"""

from conductkit.difference import cues
from conductkit.difference.hoping import hopes
from conductkit.difference.linking import links
from conductkit.difference.passage import Passage
from conductkit.difference.texts import of_the_text
from conductkit.language import Sentence, Word
from conductkit.language.lexicon import lexicon, primary


def differing(one: Passage, two: Passage) -> list[tuple[Passage, Sentence]]:
    """The sentences that only one side has."""
    texts = [{side.reading.quote(item) for item in side.reading.sentences} for side in (one, two)]
    return [
        (side, item)
        for side, other in ((one, texts[1]), (two, texts[0]))
        for item in side.reading.sentences
        if side.reading.quote(item) not in other
    ]


def tells(side: Passage, sentence: Sentence) -> bool:
    """Whether a sentence tells what is hoped for, what its text is about, or how it came to be."""
    words = sentence.words
    return hopes(side, words) or contents(side, words) or of_texts(side, sentence)


def of_texts(side: Passage, sentence: Sentence) -> bool:
    """Whether a sentence speaks of this text or leads to another one, and does nothing else."""
    return of_the_text(side, sentence) or _indexed(side, sentence.words) or _pointed(side, sentence)


def _indexed(side: Passage, words: tuple[Word, ...]) -> bool:
    """Whether a sentence is made of links by the name of a language or by a date, as an index of
    translations or of reports is."""
    found = [link for link in links(side.text) if words and words[0].start <= link.end]
    inside = [word for word in words if any(link.start <= word.start < link.end for link in found)]
    if not inside or len(inside) < len(words):
        return False
    named = cues.entries("language-names", side.language)
    dates = cues.entries("months", side.language)
    by_date = all(word.low in dates or not word.low.isalpha() for word in words)
    return by_date or any(word.low in named for word in words)


def _pointed(side: Passage, sentence: Sentence) -> bool:
    """“For more on how we decide, see our [guide](…)”: it sends nobody anywhere but to a text."""
    if len(sentence.directives) != 1:
        return False
    one, text = sentence.directives[0], side.text
    last = next((link for link in links(text) if link.end >= sentence.words[-1].end), None)
    if one.verb not in ("see", "read") or one.exceptions or last is None:
        return False
    lows = [word.low for word in sentence.words if word.start < one.modal.start]
    behind = [w.low for w in sentence.words if one.modal.start < w.start < last.start]
    small = cues.entries("determined", side.language) | cues.entries("articles", side.language)
    opens = lows[:2] in (
        ["for", "more"],
        ["for", "information"],
        ["for", "details"],
        ["to", "learn"],
    )
    return (opens or not lows) and {"please", "also", "see", one.verb}.union(small).issuperset(
        behind
    )


def details(side: Passage, sentence: Sentence) -> bool:
    """“See the [list](…) for details”, “details are on our [page](…)”: where more can be read."""
    found = [link for link in links(side.text) if sentence.start <= link.start < sentence.end]
    lows = {
        word.low
        for word in sentence.words
        if not any(link.start <= word.start < link.end for link in found)
    }
    nouns = cues.entries("detail-nouns", side.language)
    return (
        len(found) == 1
        and bool(lows & nouns)
        and lows <= cues.entries("detail-words", side.language)
    )


def light(words: list[str], language: str) -> bool:
    """Whether words may come and go without a sentence saying anything else."""
    return bool(words) and cues.entries("light-words", language).issuperset(words)


def contents(side: Passage, words: tuple[Word, ...]) -> bool:
    """Whether a sentence is made of links into the text itself: its table of contents."""
    inside = [link for link in links(side.text) if "#" in link.target]
    return bool(inside) and all(
        any(link.start <= word.start < link.end for link in inside) for word in words
    )


def roles(side: Passage) -> frozenset[str]:
    """Who could be bound or heard, by a noun."""
    names = ("roles", "issuer", "served")
    found = frozenset[str]().union(*(cues.entries(name, side.language) for name in names))
    return found - lexicon(primary(side.language)).personal
