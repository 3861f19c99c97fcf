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


@lru_cache(maxsize=4)
def _dictionary(language: str) -> "SpellChecker":
    from spellchecker import SpellChecker

    return SpellChecker(language=language, distance=1)
