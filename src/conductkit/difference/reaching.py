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
from conductkit.language import Sentence

_SUBJECT = 6  # words before the verb


def reaching(old: Passage, new: Passage) -> Iterator[Evidence]:
    """Evidence of the sentences that came to nothing, or that nothing is left of."""
    for side, sentence, quote in one_sided(old, new):
        if sentence.directives or not _reaches(side, sentence):
            continue
        effect = "stronger" if side is new else "weaker"
        effect = mirror(effect) if any(True for _ in denials(side, sentence)) else effect
        yield Evidence("scope", *(("", quote) if side is new else (quote, "")), effect)


def _reaches(side: Passage, sentence: Sentence) -> bool:
    """Whether a code, or what points to it, is what covers or applies."""
    verbs = cues.entries("scope-verbs", side.language)
    lows = [word.low for word in sentence.words]
    at = next((at for at, low in enumerate(lows) if low in verbs), None)
    if at is None or at > _SUBJECT:
        return False
    limits = cues.entries("scope-limits", side.language)
    subject = cues.entries("scope-subjects", side.language)
    small = cues.entries("faint-words", side.language) | cues.entries("negation", side.language)
    named = set(lows[:at]) - small
    return bool(named) and named <= subject and limits.isdisjoint(lows)
