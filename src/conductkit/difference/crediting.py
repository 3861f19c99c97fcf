"""Sentences of credits: where a text comes from, whose it is, what it is called and when.

Only a known shape is one: a name or a date; a link; thanks; “adapted from …”; a text that was made
or stands under a licence. Any other sentence may bind although it stands among credits (“Published
photos are deleted on request.”).
"""

from itertools import pairwise

from conductkit.difference import cues
from conductkit.difference.hoping import hopes
from conductkit.difference.passage import Passage
from conductkit.difference.telling import contents, roles
from conductkit.difference.texts import (
    language,
    linked,
    made,
    named,
    of_the_text,
    states_something,
)
from conductkit.language import Sentence, Word, lemma

_HEADING = 4  # words of a line that opens a list
_BLOCKS = ("modal-words", "negation", "credit-asks", "force-time")


def credits(side: Passage, sentence: Sentence) -> bool:
    """Whether a sentence of credits says where something comes from and asks nobody for more."""
    if _asks(side, sentence) or _adds(side, sentence.words):
        return False
    if sentence.directives:
        name = linked(side, sentence.words[0]) and _names_only(side, sentence.words)
        return name or _refers(side, sentence)
    if _names_only(side, sentence.words) or contents(side, sentence.words):
        return True
    people = roles(side)
    if any(w.low in people and not w.name and not linked(side, w) for w in sentence.words):
        return False
    return (
        of_the_text(side, sentence)
        or thanks(side, sentence.words)
        or hopes(side, sentence.words)
        or _heads(side, sentence)
        or _links_to(side, sentence.words)
        or _by(side, sentence.words)
        or made(side, sentence.words, subject="credit-nouns")
    )


def _asks(side: Passage, sentence: Sentence) -> bool:
    """Whether a sentence has a word by which it asks, allows or limits, outside its names."""
    stems = tuple(cues.entries("binding-stems", side.language))
    if any(word.low.startswith(stems) for word in sentence.words if stems):
        return True
    words = [word for word in sentence.words if not word.name and not linked(side, word)]
    return any(cues.find(side.reading, words, name) for name in _BLOCKS)


def _names_only(side: Passage, words: tuple[Word, ...]) -> bool:
    """Whether all words are names, dates, parts of addresses, or light. The first word has its
    capital anyhow: “Repealed.”, “From May on.”"""
    asked = cues.entries("negation", side.language) | cues.entries("credit-asks", side.language)
    lexical, first = language(side), words[0].low
    if not linked(side, words[0]) and words[0].low.isalpha():
        opens = first in lexical.prepositions or lemma.is_gerund(first, lexical)
        if len(words) == 1 or opens or lemma.is_participle(first, lexical):
            return False
    return all(named(side, word) and word.low not in asked for word in words)


def _refers(side: Passage, sentence: Sentence) -> bool:
    """“See the FAQ at https://…”, “Thank Ann”: behind its verb stand names, texts and links."""
    one = sentence.directives[0]
    asks = len(sentence.directives) > 1 or one.form != "imperative"
    if asks or one.conditions or one.exceptions:
        return False
    if one.verb not in cues.entries("credit-verbs", side.language):
        return False
    lexical = language(side)
    small = lexical.determiners | lexical.prepositions
    small |= cues.entries("about-nouns", side.language)
    behind = [w for w in sentence.words if w.start > one.modal.start and w.low != one.verb]
    return all(named(side, w) or w.low in small or linked(side, w) for w in behind)


def thanks(side: Passage, words: tuple[Word, ...]) -> bool:
    """“X is grateful to all who …”: thanks give nothing else, and reward nobody."""
    hits = cues.find(side.reading, words, "gratitude")
    return bool(hits) and not any(word.low in ("with", "by") for word in words)


def _heads(side: Passage, sentence: Sentence) -> bool:
    """Whether a sentence is the head of a list."""
    heads = side.text[sentence.start : sentence.end + 1].rstrip().endswith(":")
    return heads and len(sentence.words) <= _HEADING and not states_something(side, sentence.words)


def _links_to(side: Passage, words: tuple[Word, ...]) -> bool:
    """Whether a sentence opens with a link and says nothing of it, or only how it was used."""
    lows = {word.low for word in words}
    asked = cues.entries("modal-words", side.language) | cues.entries("negation", side.language)
    return linked(side, words[0]) and not lows & asked and not states_something(side, words)


def _by(side: Passage, words: tuple[Word, ...]) -> bool:
    """“The drawings are by Ann Lee; the photographs on the website by Bo Hall”."""
    lexical, things = language(side), cues.entries("credit-nouns", side.language)
    small = lexical.determiners | lexical.prepositions | cues.entries("copulas", side.language)
    at = [number for number, word in enumerate(words) if word.low == "by"]
    return (
        bool(at)
        and all(number + 1 < len(words) and words[number + 1].name for number in at)
        and any(word.low in things for word in words[: at[0]])
        and all(word.name or word.low in small | things | {"and"} for word in words)
    )


def _adds(side: Passage, words: tuple[Word, ...]) -> bool:
    """Whether a clause behind a comma says more of what is credited: “…, which prevails”."""
    relatives = cues.entries("relatives", side.language)
    return any(
        "," in side.text[one.end : two.start]
        and two.low in relatives
        and not _credited(side, words[at + 2 :])
        for at, (one, two) in enumerate(pairwise(words))
    )


def _credited(side: Passage, behind: tuple[Word, ...]) -> bool:
    """Whether a clause says of what was made from what: “which was originally forked from …”."""
    told = cues.entries("credit-states", side.language) | cues.entries(
        "credit-events", side.language
    )
    small = language(side).auxiliaries
    verb = next(
        (w for w in behind if w.low not in small and not lemma.is_adverb(w.low, language(side))),
        None,
    )
    return verb is not None and verb.low in told
