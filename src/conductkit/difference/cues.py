"""Cues: words of the language's lists, with the number that a scale gives them."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from conductkit.language import Reading, Word, word_list
from conductkit.language.lexicon import Phrases, phrases, primary
from conductkit.language.words import fold
from conductkit.strings import strings

_DATA = Path(__file__).parent.parent / "axes" / "data"
_NUMBER = re.compile(r"\d{1,12}(?:[.,]\d{1,6})*")
_KEPT = 4096  # words whose number is known already


class Cue(NamedTuple):
    """A cue where it stands in a text; `value` is 0 where the list is no scale."""

    start: int
    end: int
    entry: str
    value: float


def find(
    reading: Reading, words: Sequence[Word], name: str, lows: frozenset[str] | None = None
) -> list[Cue]:
    """The entries of a list among the words, the longest first, none inside another.

    Names (capitalised inside a sentence: defined terms) are no cues. `lows` are the words' forms,
    where the caller has them: most texts have no word of most lists.
    """
    language = primary(reading.language)
    if lows is not None and lows.isdisjoint(openings(name, language)):
        return []
    index, passes = _index(name, language)
    return list(_hits(reading.text, words, index, passes)) if index else []


@cache
def openings(name: str, language: str) -> frozenset[str]:
    """The first words of a list's entries."""
    return frozenset(_index(name, language)[0])


def _hits(text: str, words: Sequence[Word], index: Phrases, passes: Phrases) -> Iterator[Cue]:
    free = 0  # the first word that no phrase has taken
    for at, word in enumerate(words):
        low = word.low.rstrip("'")  # as `bare`; most words end here, and there are many
        if at < free or (low not in index and low not in passes):
            continue
        passed = longest(text, words, at, passes) if low in passes else None
        found = longest(text, words, at, index)
        if found and not word.name and not (passed and passed[0] >= found[0]):
            size, value, entry = found
            yield Cue(word.start, end(words[at + size - 1]), entry, float(value or 0))
            free = at + size
        else:
            free = at + (passed[0] if passed else 1)


def longest(
    text: str, words: Sequence[Word], at: int, index: Phrases
) -> tuple[int, str, str] | None:
    """How many words the longest phrase at a word has, its value and itself."""
    return next(phrases_at(text, words, at, index), None)


def phrases_at(
    text: str, words: Sequence[Word], at: int, index: Phrases
) -> Iterator[tuple[int, str, str]]:
    """All phrases of an index that begin at a word, the longest first."""
    for parts, value in index.get(bare(words[at]), ()):
        if len(parts) == 1:
            yield 1, value, parts[0]
        elif _stands(text, words[at : at + len(parts)], parts):
            yield len(parts), value, " ".join(parts)


def _stands(text: str, run: Sequence[Word], parts: tuple[str, ...]) -> bool:
    """Whether words are a phrase of several, nothing but spaces and hyphens between them."""
    if len(run) < len(parts) or bare(run[1]) != parts[1]:  # most phrases end here
        return False
    if any(bare(word) != part for word, part in zip(run, parts, strict=True)):
        return False
    gaps = (text[a.end : b.start] for a, b in pairwise(run))
    return all(not gap.strip("’' \n\t\u00a0\u202f-") for gap in gaps)


def end(word: Word) -> int:
    """Where a word ends, the apostrophe of a plural possessive left out."""
    return word.start + len(bare(word))


def bare(word: Word) -> str:
    """A word without the apostrophe of a plural possessive: “days’ notice”."""
    return word.low.rstrip("'")


def number(word: Word, language: str) -> float | None:
    """The number that a word stands for, in figures or in letters; None where it is none."""
    return figure(bare(word), language)


@lru_cache(maxsize=_KEPT)
def figure(low: str, language: str) -> float | None:
    """The number that a form stands for, as `number` has it."""
    if _NUMBER.fullmatch(low):
        return _figure(low)
    return scale("number-word", primary(language)).get(low)


def _figure(text: str) -> float:
    """`1,000` and `1.000` are a thousand, `1,5` and `1.5` one and a half."""
    whole, mark, rest = text.replace(",", ".").rpartition(".")
    if not mark:
        return float(text)
    if len(rest) == 3 and whole:
        return float(whole.replace(".", "") + rest)
    return float(f"{whole.replace('.', '')}.{rest}")


@cache
def scale(name: str, language: str) -> Mapping[str, float]:
    """A list of a language as entries with numbers, 0 where none is given."""
    return {entry: float(value or 0) for entry, value in _entries(name, language).items()}


@cache
def entries(name: str, language: str) -> frozenset[str]:
    """The entries of a list of a language."""
    return frozenset(_entries(name, primary(language)))


@cache
def ladders(name: str, language: str) -> tuple[tuple[str, ...], ...]:
    """The groups of a list whose entries are words with strokes between."""
    found = _entries(name, primary(language))
    return tuple(tuple(part.strip() for part in entry.split("/")) for entry in sorted(found))


@cache
def pairs(name: str, language: str) -> Mapping[str, str]:
    """A list of a language as entries with their advice."""
    return _entries(name, language)


@cache
def _index(name: str, language: str) -> tuple[Phrases, Phrases]:
    passes = dict.fromkeys(word_list(name, language).passes, "")
    passes |= _entries(f"{name}-passes", language)
    return phrases(_entries(name, language)), phrases(passes)


def _entries(name: str, language: str) -> dict[str, str]:
    """The language's list and what the axes add to it; `entry = number` is read as a scale.

    A list that is long has a file of its own beside the language's.
    """
    given = dict(word_list(name, language).entries)
    own = _own(language).get(name, "")
    more = _own(f"{language}-{name}").get(name, "")
    own = f"{own}, {more}" if isinstance(own, str) and isinstance(more, str) and more else own
    given |= own if isinstance(own, dict) else dict.fromkeys(own.split(","), "")
    found: dict[str, str] = {}
    for entry, value in given.items():
        name_, _, number_ = entry.partition("=")
        if name_.strip():
            found[" ".join(fold(name_).split())] = str(value or number_.strip())
    return found


@cache
def _own(language: str) -> Mapping[str, str | dict[str, str]]:
    path = _DATA / f"{language}.yaml"
    if not path.is_file():
        return {}
    loaded: Mapping[str, str | dict[str, str]] = strings(path)
    return loaded
