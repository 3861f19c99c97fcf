"""Find the entries of a word list in a text."""

from collections.abc import Iterator, Mapping
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from conductkit.language.lexicon import Phrases, phrases, word_list
from conductkit.language.reading import Reading
from conductkit.language.words import Word, fold, tokens
from conductkit.patterns import lazily

_RUN = lazily(r"[^\W_]+")
_BETWEEN = frozenset(" \t\n\r\u00a0\u202f")


class Hit(NamedTuple):
    """An entry of a word list where it stands in the text, with the list's advice or ""."""

    start: int
    end: int
    entry: str
    advice: str


def find(reading: Reading, name: str, start: int = 0, end: int | None = None) -> Iterator[Hit]:
    """Find the entries of a word list between two offsets of a text.

    Whole words only, case aside, the longest entry first, none inside another. Phrases in which
    an entry is right (the list's passes) are stepped over, and so are names (a capitalised word
    inside a sentence).
    """
    index, passes = _index(name, reading.language)
    stop = len(reading.text) if end is None else end
    for number in sorted(_sentences(reading, index)):
        sentence = reading.sentences[number]
        if sentence.end <= start or sentence.start >= stop:
            continue
        words = [word for word in sentence.words if start <= word.start and word.end <= stop]
        yield from _hits(reading.text, words, index, passes)


def _sentences(reading: Reading, index: Phrases) -> set[int]:
    """The numbers of the sentences that hold the first word of an entry."""
    places = reading.places
    return {number for word in index.keys() & places.keys() for number in places[word]}


def find_words(text: str, name: str, language: str) -> Iterator[Hit]:
    """Find the entries of a word list in a few words that need no reading, such as a title."""
    index, passes = _index(name, language)
    here = set(_RUN.findall(fold(text)))
    needed = _runs(name, language)
    if not any(runs <= here for head in needed.keys() & here for runs in needed[head]):
        return
    words = [word for word in tokens(text, 0, len(text)) if word.low[0].isalnum()]
    yield from _hits(text, words, index, passes)


def _hits(text: str, words: list[Word], index: Phrases, passes: Phrases) -> Iterator[Hit]:
    at = 0
    while at < len(words):
        if words[at].low not in index and words[at].low not in passes:
            at += 1
            continue
        passed = _longest(text, words, at, passes) if passes else None
        found = _longest(text, words, at, index)
        if found and not words[at].name and not (passed and passed[0] >= found[0]):
            size, entry, advice = found
            yield Hit(words[at].start, words[at + size - 1].end, entry, advice)
            at += size
        else:
            at += passed[0] if passed else 1


def _longest(text: str, words: list[Word], at: int, index: Phrases) -> tuple[int, str, str] | None:
    for parts, advice in index.get(words[at].low, ()):
        size = len(parts)
        if at + size > len(words):
            continue
        run = words[at : at + size]
        if all(word.low == part for word, part in zip(run, parts, strict=True)) and all(
            _BETWEEN.issuperset(text[one.end : two.start]) for one, two in pairwise(run)
        ):
            return size, " ".join(parts), advice
    return None


@cache
def _runs(name: str, language: str) -> Mapping[str, list[frozenset[str]]]:
    """The runs of letters and digits in each entry of a list, by the first of them."""
    found: dict[str, list[frozenset[str]]] = {}
    for entries in _index(name, language)[0].values():
        for parts, _ in entries:
            runs = _RUN.findall(" ".join(parts))
            if runs:
                found.setdefault(runs[0], []).append(frozenset(runs))
    return found


@cache
def _index(name: str, language: str) -> tuple[Phrases, Phrases]:
    words = word_list(name, language)
    return phrases(words.entries), phrases(dict.fromkeys(words.passes, ""))
