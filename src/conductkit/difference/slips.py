"""Slips of the pen: a word that is no word, a letter away from one that is."""

import re
import unicodedata
from functools import lru_cache

from conductkit.difference import cues
from conductkit.difference.spelling import is_word, likeliest, nearest
from conductkit.language import lemma, word_list
from conductkit.language.lexicon import lexicon, primary

_SHORTEST = 5  # letters of a word that may be misspelt
_FAR = 2  # letters between a slip and what was meant, at most
_LONG = 8  # letters from which on two words so like each other are one
_MISSING = 2  # letters that a slip leaves out at most
_ENDING = 3  # letters in which one written twice makes another word: lessees, lesses
_SIDES = {1: (4, 3), 2: (5, 4)}  # letters before and behind the missing ones: no other ending
_STEM = 4  # letters that a word has at least for its plural to be told


def slip(one: str, two: str, language: str) -> bool:
    """Whether one of two words is a slip of the pen for the other.

    One of them must be no word of the language, and the other the word that it is nearest to. Of
    two that no dictionary has, only what fingers do counts: letters swapped, one written twice.
    """
    if not (one.isalpha() and two.isalpha()) or min(len(one), len(two)) < _SHORTEST:
        return False
    if _plain(one) == _plain(two):
        return _accent_slip(one, two, language)
    if one[0] != two[0] or one[-1] != two[-1]:
        return False
    tongue = primary(language)
    known = [is_known(word, language) or is_word(word, tongue) for word in (one, two)]
    if known[0] is None or all(known):
        return False
    if not any(known):
        return min(len(one), len(two)) >= _LONG and _mistyped(*sorted((one, two), key=len))
    wrong, right = (two, one) if known[0] else (one, two)
    far = distance(one, two, _FAR)
    if far == 1:
        return likeliest(right, wrong, tongue)
    return far == _FAR and min(len(one), len(two)) >= _LONG and not nearest(wrong, tongue) - {right}


def _accent_slip(one: str, two: str, language: str) -> bool:
    """Whether accents are only missing on one side, in a language that is known to bear it."""
    pairs = cues.entries("accent-pairs", language)
    return _plain(one) in (one, two) and bool(pairs) and pairs.isdisjoint((one, two))


def _plain(word: str) -> str:
    """A word without its accents."""
    apart = unicodedata.normalize("NFD", word)
    return "".join(char for char in apart if not unicodedata.combining(char))


def _mistyped(short: str, long: str) -> bool:
    """Whether two words differ by what fingers do when they type one of them."""
    missing = len(long) - len(short)
    at = next((i for i, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    if not missing:
        return short[at : at + 2] == long[at : at + 2][::-1] and short[at + 2 :] == long[at + 2 :]
    if short != long[:at] + long[at + missing :] or missing > _MISSING:
        return False
    behind = len(long) - at
    if missing == 1 and long[at] == long[at - 1]:
        return behind > _ENDING
    sides = _SIDES[missing]
    return len(short) > _LONG and at >= sides[0] and behind - missing >= sides[1]


def number_only(one: str, two: str, language: str) -> bool:
    """Whether two words are one in the singular and plural, or a verb's “choose” and “chooses”."""
    short, long = sorted((one, two), key=len)
    least = _STEM if primary(language) == "en" else _STEM - 1
    if len(short) > _STEM and short[-1] == "y" and short[-2] not in "aeiou":
        return long == f"{short[:-1]}ies" and primary(language) == "en"
    if len(short) < least or not long.isalpha() or long[len(short) :] not in ("s", "es"):
        return False
    if not long.startswith(short) or short.endswith("s"):
        return False
    return long not in cues.entries("own-plurals", language)


def agreeing(one: str, two: str, language: str) -> bool:
    """Whether two words are forms of one French participle: “adressé”, “adressées”."""
    stems = [re.sub(r"(?<=[éiu])e?s?$", "", word) for word in (one, two)]
    return primary(language) == "fr" and stems[0] == stems[1] and stems[0].endswith("é")


def clipped(one: str, two: str, language: str) -> bool:
    """Whether one of two words is a single letter that is no word, left of the other: r, or."""
    short, long = sorted((one, two), key=len)
    letters = cues.entries("lone-letters", language)
    return len(short) == 1 and 2 <= len(long) <= 3 and short in long and short in letters


@lru_cache(maxsize=4096)
def is_cue(word: str, language: str) -> bool:
    """Whether a word decides something on an axis: never explained away."""
    tongue = primary(language)
    if any(char.isdigit() for char in word):
        return True
    if word in _cue_words(tongue):
        return True
    return any(word in part.split() for name in _SCALES for part in cues.entries(name, tongue))


_SCALES = (
    "frequency", "interval", "quantifier", "deadline", "deadline-lower", "threshold", "time-unit",
    "time-phrase", "number-word", "condition", "exception", "concession", "escape-clause",
    "negation", "restrictor", "verb-softener", "exception-qualifier", "unmeasured-time",
)  # fmt: skip


@lru_cache(maxsize=8)
def _cue_words(tongue: str) -> frozenset[str]:
    words = lexicon(tongue)
    phrases = [parts for found in words.modals.values() for parts, _ in found]
    return words.auxiliaries | words.possibility | {part for parts in phrases for part in parts}


def is_known(word: str, language: str) -> bool:
    """Whether the language's lists have a word, in this form or as its base or singular."""
    words = lexicon(primary(language))
    known = _vocabulary(primary(language))
    return word in known or lemma.noun(word, words) in known or lemma.verb(word, words) in known


@lru_cache(maxsize=8)
def _vocabulary(tongue: str) -> frozenset[str]:
    words = lexicon(tongue)
    found = set(words.verbs | words.verbs_or_nouns | words.people | words.participles)
    found |= words.determiners | words.prepositions | words.adverbs | words.objects
    for name in ("vague-qualifier", "unmeasured-time", "emotions", "inner-nouns", "absolutes"):
        found |= {part for entry in word_list(name, tongue).entries for part in entry.split()}
    return frozenset(found)


def distance(one: str, two: str, most: int) -> int:
    """How many letters must be put in, taken out, changed or swapped with their neighbour.

    Optimal string alignment; counting stops at `most` + 1.
    """
    if abs(len(one) - len(two)) > most or max(len(one), len(two)) > 60:
        return most + 1
    before: list[int] = []
    row = list(range(len(two) + 1))
    for i, a in enumerate(one, start=1):
        last, before, row = before, row, [i]
        for j, b in enumerate(two, start=1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (a != b))
            if i > 1 and j > 1 and a == two[j - 2] and one[i - 2] == b:
                cost = min(cost, last[j - 2] + 1)
            row.append(cost)
    return min(row[-1], most + 1)
