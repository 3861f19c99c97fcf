"""How many: numbers in figures and in letters, fractions and ranges, before a unit."""

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

from conductkit.difference import cues
from conductkit.language import Word
from conductkit.language.lexicon import primary

_MIXED = re.compile(r"(\d{1,6})?([¼-¾⅐-⅞])")
_FRACTION = re.compile(r"(\d{1,4})/(\d{1,4})")
_DASHES = "-‐‑‒–—−"
_KEPT = 4096  # words that were read already
_Read = tuple[float, int]  # the number, and the word behind it


def count(text: str, words: Sequence[Word], at: int, language: str) -> _Read | None:
    """The number that begins at a word, of a range the upper end; None where none is read."""
    found = _single(words, at, language)
    if not found or found[1] >= len(words):
        return found
    behind = found[1]
    gap = text[words[behind - 1].end : words[behind].start].strip()
    if gap and gap in _DASHES:
        second = _single(words, behind, language)
    elif cues.bare(words[behind]) in cues.entries("number-alternatives", language):
        second = _single(words, behind + 1, language)
    else:
        return found
    return (max(found[0], second[0]), second[1]) if second else found


def numeral(word: Word, language: str) -> bool:
    """Whether a word looks like a number or a part of one, read or not; articles are none."""
    return _numeral(cues.bare(word), language)


@lru_cache(maxsize=_KEPT)
def _numeral(low: str, language: str) -> bool:
    if any(char.isnumeric() for char in low):
        return True
    known = cues.scale("number-word", primary(language)).keys() - cues.entries("articles", language)
    known |= cues.entries("number-scale", language) | cues.entries("number-like", language)
    return any(part in known for part in (low, *low.split("-")))


def _single(words: Sequence[Word], at: int, language: str) -> _Read | None:
    if at >= len(words):
        return None
    value = _word(cues.bare(words[at]), language)
    if value is None:
        return None
    scales = cues.scale("number-scale", primary(language))
    plus = cues.entries("number-joints", language)
    articles = cues.entries("articles", language)
    halves = cues.scale("number-parts", primary(language))
    at += 1

    def low(place: int) -> str:
        return cues.bare(words[place]) if place < len(words) else ""

    if value < 1 and low(at) in articles:  # half an hour
        return value, at + 1
    if value >= 1 and _part(low(at)):  # 1 1/2
        return value + (_word(low(at), language) or 0), at + 1
    small = None if low(at) in articles else _word(low(at), language)
    if value in range(20, 100, 10) and small in range(1, 10) and low(at).isalpha():
        value, at = value + (small or 0), at + 1
    scaled = False
    while low(at) in scales:
        value, at, scaled = value * scales[low(at)], at + 1, True
    behind = at + 1 if low(at) in plus else at
    if behind > at and low(behind) in articles and low(behind + 1) in halves:
        return value + halves[low(behind + 1)], behind + 2
    rest = _word(low(behind), language) if scaled else None
    if rest is None or rest >= min(value, 100):
        return value, at
    small = _word(low(behind + 1), language)
    if rest in range(20, 100, 10) and small in range(1, 10):
        return value + rest + (small or 0), behind + 2
    return value + rest, behind + 1


def _part(low: str) -> bool:
    return bool(_FRACTION.fullmatch(low) or (len(low) == 1 and _MIXED.fullmatch(low)))


@lru_cache(maxsize=_KEPT)
def _word(low: str, language: str) -> float | None:
    """The number of one word: `48`, `1½`, `3/4`, `1-2`, `twenty-five`."""
    mixed, fraction = _MIXED.fullmatch(low), _FRACTION.fullmatch(low)
    if mixed:
        return float(mixed[1] or 0) + unicodedata.numeric(mixed[2])
    if fraction:
        return int(fraction[1]) / int(fraction[2]) if int(fraction[2]) else None
    found = cues.figure(low, language)
    if found is not None:
        return found
    parts = [cues.figure(part, language) for part in low.split("-", 2)]
    if len(parts) != 2 or parts[0] is None or parts[1] is None:
        return None
    tens = parts[0] in range(20, 100, 10) and parts[1] < 10 and low[0].isalpha()
    return parts[0] + parts[1] if tens else max(parts[0], parts[1])
