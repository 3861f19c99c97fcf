"""The language layer: what a rule's words say, as sentences, clauses and directives.

Pure functions on text. It knows nothing of codes; each language is one file in data/.
"""

from conductkit.language.find import Hit, find, find_words
from conductkit.language.lexicon import WordList, supported, word_list
from conductkit.language.markup import mask
from conductkit.language.normal import Variant, normalise, spelling_variants
from conductkit.language.read import level, level_of, read
from conductkit.language.reading import (
    Act,
    Clause,
    Directive,
    Level,
    Modal,
    Reading,
    Sentence,
)
from conductkit.language.words import Word

__all__ = [
    "Act",
    "Clause",
    "Directive",
    "Hit",
    "Level",
    "Modal",
    "Reading",
    "Sentence",
    "Variant",
    "Word",
    "WordList",
    "find",
    "find_words",
    "level",
    "level_of",
    "mask",
    "normalise",
    "read",
    "spelling_variants",
    "supported",
    "word_list",
]
