"""Slips of the pen: a word that is no word, a letter away from one that is."""

from functools import lru_cache

from conductkit.difference import cues
from conductkit.language import lemma, word_list
from conductkit.language.lexicon import lexicon, primary


def slip(one: str, two: str, language: str) -> bool:
    """Whether one of two words is a known one and the other a slip of the pen for it.

    The slip is inside the word (endings and prefixes carry meaning), small, and no real word.
    """
    if not (one.isalpha() and two.isalpha()) or min(len(one), len(two)) < 5:
        return False
    if one[0] != two[0] or one[-1] != two[-1]:
        return False
    known = [is_known(word, language) for word in (one, two)]
    if known[0] == known[1]:
        return False
    stranger = two if known[0] else one
    if lemma.noun(stranger, lexicon(primary(language))) in cues.entries("look-alikes", language):
        return False
    if stranger in cues.entries("look-alikes", language):
        return False
    return distance(one, two, 1) == 1


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
