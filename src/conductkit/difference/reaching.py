"""Sentences that say where a code holds, or that it does not hold somewhere, on one side only.

“It also covers private messages.” More is covered where one comes, less where one goes; of a
sentence that denies it the other way round.
"""

from collections.abc import Iterator

from conductkit.change import Evidence, mirror
from conductkit.difference import cues
from conductkit.difference.one_sided import one_sided
from conductkit.difference.passage import Passage
from conductkit.difference.presumed import denials
from conductkit.language import Sentence, lemma
from conductkit.language.lexicon import lexicon, primary

_SUBJECT = 6  # words before the verb


def reaching(old: Passage, new: Passage) -> Iterator[Evidence]:
    """Evidence of the sentences that came to nothing, or that nothing is left of."""
    yield from _turned(old, new)
    for side, sentence, quote in one_sided(old, new):
        if sentence.directives or not _reaches(side, sentence):
            continue
        effect = "stronger" if side is new else "weaker"
        effect = mirror(effect) if any(True for _ in denials(side, sentence)) else effect
        yield Evidence("scope", *(("", quote) if side is new else (quote, "")), effect)


def _turned(old: Passage, new: Passage) -> Iterator[Evidence]:
    """Evidence where a code covers something on one side, and does not cover it on the other."""
    if not (old.lone and new.lone):
        return
    plain = cues.entries("negation", old.language) | cues.entries("scope-light", old.language)
    words = lexicon(primary(old.language))
    rests = [
        [lemma.verb(low, words) for low in side.tokens if low not in plain] for side in (old, new)
    ]
    sides = [(side, one) for side in (old, new) for one in side.reading.sentences]
    if rests[0] != rests[1] or not all(_reaches(*side) for side in sides):
        return
    denied = [any(True for _ in denials(*side)) for side in sides]
    if denied in ([True, False], [False, True]):
        effect = "weaker" if denied[1] else "stronger"
        yield Evidence("scope", old.text.strip(), new.text.strip(), effect)


def _reaches(side: Passage, sentence: Sentence) -> bool:
    """Whether a code, or what points to it, is what covers or applies."""
    verbs = cues.entries("scope-verbs", side.language) | cues.entries("holding", side.language)
    lows = [word.low for word in sentence.words]
    at = next((at for at, low in enumerate(lows) if low in verbs), None)
    if at is None or at > _SUBJECT:
        return False
    limits = cues.entries("scope-limits", side.language)
    subject = cues.entries("scope-subjects", side.language)
    small = cues.entries("faint-words", side.language) | cues.entries("negation", side.language)
    named = set(lows[:at]) - small
    return bool(named) and named <= subject and limits.isdisjoint(lows)
