"""Sentences of credits: where a text comes from, whose it is, what it is called and when.

Only a known shape is one: a name or a date; a link; thanks; “adapted from …”; a text that was made
or stands under a licence. Any other sentence may bind although it stands among credits (“Published
photos are deleted on request.”).
"""

from conductkit.difference import cues
from conductkit.difference.hoping import hopes
from conductkit.difference.linking import links
from conductkit.difference.passage import Passage
from conductkit.difference.telling import contents
from conductkit.language import Sentence, Word, lemma
from conductkit.language.lexicon import lexicon, primary

_HEADING = 4  # words of a line that opens a list
_BLOCKS = ("modal-words", "negation", "credit-asks", "force-time")


def credits(side: Passage, sentence: Sentence) -> bool:
    """Whether a sentence of credits says where something comes from and asks nobody for more."""
    if _asks(side, sentence):
        return False
    if sentence.directives:
        named = _within(side, sentence.words[0]) and _names_only(side, sentence.words)
        return named or _refers(side, sentence)
    if _names_only(side, sentence.words) or contents(side, sentence.words):
        return True
    if _roles(side, sentence.words):
        return False
    return (
        _thanks(side, sentence.words)
        or hopes(side, sentence.words)
        or _heads(side, sentence)
        or _linked(side, sentence.words)
        or _made(side, sentence)
    )


def _asks(side: Passage, sentence: Sentence) -> bool:
    """Whether a sentence has a word by which it asks, allows or limits, outside its names."""
    words = [word for word in sentence.words if not word.name and not _within(side, word)]
    stems = tuple(cues.entries("binding-stems", side.language))
    if any(word.low.startswith(stems) for word in sentence.words if stems):
        return True
    return any(cues.find(side.reading, words, name) for name in _BLOCKS)


def _names_only(side: Passage, words: tuple[Word, ...]) -> bool:
    """Whether all words are names, dates, parts of addresses, or light."""
    asked = cues.entries("negation", side.language) | cues.entries("credit-asks", side.language)
    return all(_named(side, word) and word.low not in asked for word in words)


def _refers(side: Passage, sentence: Sentence) -> bool:
    """“See the FAQ at https://…”, “Thank Ann”: behind its verb stand names, texts and links."""
    lexical = lexicon(primary(side.language))
    if len(sentence.directives) > 1:
        return False
    one = sentence.directives[0]
    if one.verb not in cues.entries("credit-verbs", side.language) or one.form != "imperative":
        return False
    texts = cues.entries("about-nouns", side.language)
    small = lexical.determiners | lexical.prepositions | texts
    behind = [word for word in sentence.words if word.start > one.modal.start]
    behind = [word for word in behind if word.low != one.verb]
    known = all(_named(side, word) or word.low in small or _within(side, word) for word in behind)
    return known and (not one.conditions and not one.exceptions)


def _thanks(side: Passage, words: tuple[Word, ...]) -> bool:
    """“X is grateful to all who …”: thanks give nothing else, and reward nobody."""
    hits = cues.find(side.reading, words, "gratitude")
    return bool(hits) and not any(word.low in ("with", "by") for word in words)


def _heads(side: Passage, sentence: Sentence) -> bool:
    """Whether a sentence is the head of a list."""
    heads = side.text[sentence.start : sentence.end + 1].rstrip().endswith(":")
    return heads and len(sentence.words) <= _HEADING and not _finite(side, sentence.words)


def _linked(side: Passage, words: tuple[Word, ...]) -> bool:
    """Whether a sentence opens with a link and says nothing of it, or only how it was used."""
    lows = {word.low for word in words}
    asked = cues.entries("modal-words", side.language) | cues.entries("negation", side.language)
    return _within(side, words[0]) and not lows & asked and not _finite(side, words)


def _made(side: Passage, sentence: Sentence) -> bool:
    """“(This text is) adapted from …”, “Translations are available at …”, “Posted May 7, 2018”."""
    words = sentence.words
    states = cues.entries("credit-states", side.language)
    events = cues.entries("credit-events", side.language)
    at = next((at for at, word in enumerate(words) if word.low in states | events), None)
    if at is None:
        return False
    verb, subject, behind = words[at].low, words[:at], words[at + 1 :]
    lexical = lexicon(primary(side.language))
    while behind and lemma.is_adverb(behind[0].low, lexical):
        behind = behind[1:]
    if not behind or not _text(side, subject, event=verb not in states):
        return False
    first = behind[0]
    leads = cues.entries("credit-joints", side.language) | cues.entries("months", side.language)
    led = first.low in leads or not first.low.isalpha() or _within(side, first)
    return led and not _finite(side, behind)


def _text(side: Passage, subject: tuple[Word, ...], *, event: bool) -> bool:
    """Whether words name a text or a part of one. What is done to a text was done to it: “is
    published by the chair” says who has to."""
    nouns = cues.entries("credit-nouns", side.language)
    verbs = [word.low for word in subject if _auxiliary(side, word)]
    if event and verbs and verbs[-1] not in cues.entries("credit-past", side.language):
        return False
    lexical = lexicon(primary(side.language))
    names = subject[1:] if verbs or not event else ()
    return all(
        _light(side, word)
        or word.low in lexical.determiners
        or word.low in nouns
        or _within(side, word)
        or (word in names and _named(side, word))
        for word in subject
    )


def _finite(side: Passage, words: tuple[Word, ...]) -> bool:
    """Whether words hold a verb that states something, links and names left out."""
    lexical = lexicon(primary(side.language))
    return any(
        _auxiliary(side, word) or (lemma.is_finite(word.low, lexical) and not _named(side, word))
        for word in words
        if not _within(side, word) or _auxiliary(side, word)
    )


def _auxiliary(side: Passage, word: Word) -> bool:
    return not word.name and word.low in lexicon(primary(side.language)).auxiliaries


def _light(side: Passage, word: Word) -> bool:
    names = ("light-words", "joints", "articles")
    return any(word.low in cues.entries(name, side.language) for name in names)


def _within(side: Passage, word: Word) -> bool:
    return any(link.start <= word.start < link.end for link in links(side.text))


def _roles(side: Passage, words: tuple[Word, ...]) -> bool:
    """Whether words name somebody who could be bound or heard."""
    found = set[str]().union(
        *(cues.entries(name, side.language) for name in ("roles", "issuer", "served"))
    )
    found -= lexicon(primary(side.language)).personal
    return any(word.low in found and not word.name and not _within(side, word) for word in words)


def _named(side: Passage, word: Word) -> bool:
    """Whether a word is a name, a date, a part of an address, or light."""
    before = side.text[max(word.start - 3, 0) : word.start]
    return (
        side.text[word.start].isupper()
        or not word.low.isalpha()
        or word.low in ("http", "https")
        or _light(side, word)
        or "/" in before
    )
