"""Which words a language has: the dictionaries of pyspellchecker, read when a word is doubted."""

from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spellchecker import SpellChecker

_LANGUAGES = ("en", "es", "fr", "pt")


def is_word(word: str, language: str) -> bool | None:
    """Whether a language has a word, in small letters; None where its words are not at hand."""
    return word in _dictionary(language) if language in _LANGUAGES else None


def nearest(word: str, language: str) -> frozenset[str]:
    """The words of a language that are one letter away from what is none of them."""
    checker = _dictionary(language)
    return frozenset(checker.known(checker.edit_distance_1(word)))


def likeliest(word: str, wrong: str, language: str) -> bool:
    """Whether of the words one letter from `wrong`, none with its ends is more usual than `word`:
    “addiktive” is addictive rather than additive."""
    usual = _dictionary(language).word_frequency
    rivals = (
        one for one in nearest(wrong, language) if one[0] == wrong[0] and one[-1] == wrong[-1]
    )
    return all(usual[one] <= usual[word] for one in rivals)


@lru_cache(maxsize=4)
def _dictionary(language: str) -> "SpellChecker":
    from spellchecker import SpellChecker

    return SpellChecker(language=language, distance=1)
