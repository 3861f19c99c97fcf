"""Sentences about the text itself: who made it and of what, what it says, what it is for, its date.

Each shape is a known one. A text that was withdrawn, replaced or came into force is none of them.
"""

from itertools import pairwise

from conductkit.difference import cues
from conductkit.difference.linking import links
from conductkit.difference.passage import Passage
from conductkit.language import Sentence, Word, lemma
from conductkit.language.lexicon import Lexicon, lexicon, primary

_NEAR = 6  # words within which a subject stands


def of_the_text(side: Passage, sentence: Sentence) -> bool:
    """Whether a sentence that stands anywhere speaks of the text and of nothing else."""
    words = sentence.words
    return (
        dated(side, words)
        or _outlined(side, words)
        or _aimed(side, words)
        or _we_made(side, words)
        or (made(side, words, subject="about-nouns") and not sentence.directives)
    )


def made(side: Passage, words: tuple[Word, ...], subject: str) -> bool:
    """“(This text is) adapted from …”, “Translations are available at …”, “Posted May 7, 2018”.

    `subject` is the list of what may have been made.
    """
    parts = _statements(side, _without_asides(side, words))
    first = parts[0]
    named = all(word.low in _set(side, "lately") for word in first[:-1])
    opens = len(parts) > 1 and named and first[-1].low in _set(side, "date-labels")
    return (opens or _made(side, first, subject)) and all(
        _made(side, part, "credit-nouns") for part in parts[1:]
    )


def _without_asides(side: Passage, words: tuple[Word, ...]) -> tuple[Word, ...]:
    """The words without what is put in and says nothing of a text: “, with thanks,”, “which can
    be found”."""
    hits = cues.find(side.reading, words, "credit-asides")
    return tuple(
        word for word in words if not any(hit.start <= word.start < hit.end for hit in hits)
    )


def _statements(side: Passage, words: tuple[Word, ...]) -> list[tuple[Word, ...]]:
    """“… is licensed under A and builds on B” as what is said of one text, one by one."""
    told = _set(side, "credit-states") | _set(side, "credit-events")
    cuts = [0]
    for at in range(1, len(words) - 2):
        joins = words[at].low in ("and", "which") and not linked(side, words[at])
        if joins and _opens_with(side, words[at + 1 :], told):
            cuts.append(at + 1)
    ends = [cut - 1 for cut in cuts[1:]]  # without the “and”
    return [words[one:two] for one, two in zip(cuts, [*ends, len(words)], strict=True)]


def _opens_with(side: Passage, words: tuple[Word, ...], told: frozenset[str]) -> bool:
    """Whether the verb of a statement is one of these: “was originally forked”."""
    known = language(side)
    rest = (w for w in words if not auxiliary(side, w) and not lemma.is_adverb(w.low, known))
    verb = next(rest, None)
    return verb is not None and verb.low in told


def _made(side: Passage, words: tuple[Word, ...], subject: str) -> bool:
    states, events = (_set(side, name) for name in ("credit-states", "credit-events"))
    at = next((at for at, word in enumerate(words) if word.low in states | events), None)
    if at is None or not _text(side, words[:at], subject, event=words[at].low not in states):
        return False
    behind = words[at + 1 :]
    while behind and lemma.is_adverb(behind[0].low, language(side)):
        behind = behind[1:]
    if not behind or states_something(side, behind) or _turns(side, behind):
        return False
    first = behind[0]
    if subject == "about-nouns" and any(word.low == "for" for word in behind):
        return False
    if not at and subject == "about-nouns":  # “Printed with the support of Ann”, not “in writing”
        return first.low in ("by", "with") and all(
            named(side, word) or word.low in _set(side, "credit-support") for word in behind[1:]
        )
    leads = _set(side, "credit-joints") | _set(side, "months")
    return first.low in leads or not first.low.isalpha() or linked(side, first)


def _turns(side: Passage, words: tuple[Word, ...]) -> bool:
    """Whether words speak to somebody, or another statement is joined to them."""
    lexical = language(side)
    known = lexical.determiners | lexical.prepositions | _set(side, "credit-events")
    joints = _set(side, "joints") | _set(side, "claim-joints")
    lows = {word.low for word in words if not word.name}
    if not lows.isdisjoint(lexical.personal | lexical.objects | _set(side, "yours")):
        return True
    return any(
        one.low in joints
        and two.low not in known
        and not (linked(side, two) or named(side, two))
        for one, two in pairwise(words)
    )  # fmt: skip


def _text(side: Passage, subject: tuple[Word, ...], nouns: str, *, event: bool) -> bool:
    """Whether words name a text or a part of one. What is done to a text was done to it: “is
    published by the chair” says who has to."""
    verbs = [word.low for word in subject if auxiliary(side, word)]
    if event and verbs and verbs[-1] not in _set(side, "credit-past"):
        return False
    texts = _set(side, nouns) | _set(side, "conduct-words")
    if nouns == "about-nouns":
        small = ("determined", "be-words", "lately")
        first = tuple(word.low for word in subject[:_NEAR])
        return not first or (
            first[0] in _set(side, "determined")
            and not _set(side, nouns).isdisjoint(first)
            and all(low in texts or any(low in _set(side, name) for name in small) for low in first)
        )
    names = subject[1:] if verbs or not event else ()
    return all(
        light(side, word)
        or word.low in language(side).determiners
        or word.low in texts
        or linked(side, word)
        or (word in names and named(side, word))
        for word in subject
    )


def dated(side: Passage, words: tuple[Word, ...]) -> bool:
    """“Version 4, June 2022”, “Last review: May 2022”: an edition and its date."""
    labels = _set(side, "issue-words") | _set(side, "date-labels")
    known = labels | _set(side, "months") | _set(side, "lately") | {"of", "on", "in"}
    return (
        (words[0].low in _set(side, "lately") or words[0].low in labels)
        and not labels.isdisjoint(word.low for word in words)
        and any(char.isdigit() for word in words for char in word.low)
        and all(word.low in known or not word.low.isalpha() for word in words)
    )


def _subject(side: Passage, words: tuple[Word, ...], nouns: str) -> int:
    """How many words name the text at the beginning; 0 where another thing is spoken of."""
    known = _set(side, nouns)
    if len(words) < 3 or words[0].low not in _set(side, "determined"):
        return 0
    at = 1
    while at < min(_NEAR, len(words)) and words[at].low in known | _set(side, "conduct-words"):
        at += 1
    return at if at > 1 and any(word.low in known for word in words[1:at]) else 0


def _outlined(side: Passage, words: tuple[Word, ...]) -> bool:
    """“This code outlines our expectations for all who take part”."""
    at = _subject(side, words, "about-nouns")
    verb = cues.find(side.reading, words[at:], "outlining") if 0 < at < len(words) else []
    if not verb or verb[0].start != words[at].start:
        return False
    behind = [word.low for word in words if word.start >= verb[0].end]
    heads = [low for low in behind if low not in language(side).determiners]
    return bool(heads) and heads[0] in _set(side, "outlined") and not _limits(side, behind)


def _aimed(side: Passage, words: tuple[Word, ...]) -> bool:
    """“This guide is meant to help …”, “The purpose of it all was to promote …”."""
    at = _subject(side, words, "about-nouns")
    start = words[at].start if 0 < at < len(words) else -1
    opens = len(words) > 1 and words[1].low in _set(side, "purpose-nouns")
    for hit in cues.find(side.reading, words, "aiming"):
        behind = [word.low for word in words if word.start >= hit.end]
        short = hit.entry in _set(side, "purpose-verbs")
        if hit.start != start and not (opens and short):
            continue
        return bool(behind) and behind[0] in _set(side, "good-verbs") and not _limits(side, behind)
    return False


def _we_made(side: Passage, words: tuple[Word, ...]) -> bool:
    """“We wrote this charter in spring”."""
    lows = [word.low for word in words]
    if len(lows) < 3 or lows[0] != "we" or lows[1] not in _set(side, "told-verbs"):
        return False
    if lows[2] != "it" and not (
        lows[2] in _set(side, "determined") and lows[3:4] and lows[3] in _set(side, "about-nouns")
    ):
        return False
    return not _limits(side, lows[3:]) and "," not in side.text[words[2].end : words[-1].start]


def _limits(side: Passage, lows: list[str]) -> bool:
    """Whether words limit, deny, or say what somebody must, may or owes."""
    names = ("negation", "modal-words", "scope-limits", "universal", "claim-words")
    return any(not _set(side, name).isdisjoint(lows) for name in names)


def states_something(side: Passage, words: tuple[Word, ...]) -> bool:
    """Whether words hold a verb that states something, links and names left out."""
    return any(
        auxiliary(side, word)
        or (
            not linked(side, word)
            and lemma.is_finite(word.low, language(side))
            and not named(side, word)
        )
        for word in words
    )


def auxiliary(side: Passage, word: Word) -> bool:
    """Whether a word is an auxiliary and no name (“May”)."""
    return not word.name and word.low in language(side).auxiliaries


def light(side: Passage, word: Word) -> bool:
    """Whether a word says little by itself."""
    names = ("be-words", "small-words", "joints", "articles")
    return any(word.low in _set(side, name) for name in names)


def linked(side: Passage, word: Word) -> bool:
    """Whether a word is part of a link’s words."""
    return any(link.start <= word.start < link.end for link in links(side.text))


def named(side: Passage, word: Word) -> bool:
    """Whether a word is a name, a date, a part of an address, or light."""
    before = side.text[max(word.start - 3, 0) : word.start]
    return (
        side.text[word.start].isupper()
        or not word.low.isalpha()
        or word.low in ("http", "https")
        or light(side, word)
        or "/" in before
    )


def language(side: Passage) -> Lexicon:
    """The words of the language of a text."""
    return lexicon(primary(side.language))


def _set(side: Passage, name: str) -> frozenset[str]:
    return cues.entries(name, side.language)
