"""Whether a second sentence begins after a comma, and with which verb."""

from collections.abc import Sequence
from functools import cache

from conductkit.language import Directive, Reading, Sentence, Word, word_list
from conductkit.patterns import lazily

MARK = lazily(r"[,;:(—–]")
_SINGULAR = frozenset({"it", "this", "he", "she"})
_PLURAL = frozenset({"they", "these", "those", "we", "you"})
_LIKE_PREPOSITIONS = frozenset({"being", "bring", "excluding", "including", "thing"})
_REACH = 9  # words in which a subject that begins with `this` finds its verb


def second_verb(reading: Reading, sentence: Sentence, at: int) -> int | None:
    """The number of the verb of a second sentence that begins after the comma, if one does."""
    words = sentence.words
    low, follower = words[at].low, words[at + 1].low
    if low in _SINGULAR and _finite(follower):
        return at + 1
    if low in _PLURAL and (follower in listed("auxiliaries") or _base(follower)):
        return at + 1
    if low in ("this", "these"):
        for place in range(at + 2, min(at + _REACH, len(words))):
            if MARK.search(reading.text, words[place - 1].end, words[place].start):
                return None
            if _finite(words[place].low):
                return place
        return None
    if low.endswith("ing") and low not in _LIKE_PREPOSITIONS and _finite(follower):
        return at + 1
    return _directive(sentence, at)


def _directive(sentence: Sentence, at: int) -> int | None:
    """The verb of a second order: `…, do not judge`, or a positive one that follows a ban."""
    words = sentence.words
    here = words[at].start
    after = [one for one in sentence.directives if one.start >= here]
    before = [one for one in sentence.directives if one.start < here]
    if not after or not before or after[0].start != here or after[0].joint != ",":
        return None
    if len(before) > 1 or any(one.joint.split()[-1:] in (["or"], ["nor"]) for one in after):
        return None
    second = after[0]
    if second.form != "imperative" or before[0].form != "imperative" or at < 4:
        return None
    if second.negated and not before[0].negated and second.modal.cue != "not":
        return _after_cue(words, second)
    long = sum(second.start <= word.start < second.end for word in words) >= 3
    return at if before[0].negated and not second.negated and long else None


def _after_cue(words: Sequence[Word], directive: Directive) -> int:
    late = [n for n, word in enumerate(words) if word.start >= directive.modal.end]
    return late[0] if late else len(words) - 1


def _finite(low: str) -> bool:
    if low in listed("auxiliaries"):
        return True
    stems = (low[:-1], low[:-2], low[:-3] + "y") if low.endswith("s") else ()
    return any(_base(stem) for stem in stems)


def _base(low: str) -> bool:
    return low in listed("verbs") or low in listed("verbs-or-nouns")


@cache
def listed(name: str) -> frozenset[str]:
    """The entries of an English word list."""
    return frozenset(word_list(name, "en").entries)
