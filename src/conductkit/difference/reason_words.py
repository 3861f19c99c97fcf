"""Words that only give a reason and bind nobody."""

from conductkit.difference import cues
from conductkit.difference.passage import Passage, passage

_NEAR = 4  # words from the beginning within which a sentence says what it is about


def without_reasons(text: Passage, opened: frozenset[int]) -> frozenset[int]:
    """The open words without those of sentences that plainly only give a reason."""
    for sentence in text.reading.sentences:
        own = {word.start for word in sentence.words}
        words = text.text[sentence.start : sentence.end]
        whole = bool(own) and own <= opened and sentence.kind == "reason"
        if whole and is_reason(words, text.language, strict=True):
            opened -= own
    return opened


def is_reason(text: str, language: str, strict: bool = False) -> bool:
    """Whether words give a reason and bind nobody.

    They direct nobody, let nobody off, and name no number. `strict` also asks that they open as
    reasons do (“This …”, “Because …”), deny nothing, and judge neither the code nor an act: for
    words that come or go altogether.
    """
    part = passage(text, language)
    if not part.words or part.reading.directives:
        return False
    lows = [cues.bare(word) for word in part.words]
    stems = tuple(cues.entries("binding-stems", language))
    if any(low.startswith(stems) for low in lows if stems):
        return False
    blocked = cues.entries("scope-words", language) | cues.entries("exception", language)
    if any(low in blocked or cues.number(word, language) not in (None, 1.0)
           for low, word in zip(lows, part.words, strict=True)):  # fmt: skip
        return False
    first = part.reading.clauses[0].kind if part.reading.clauses else "main"
    if first in ("condition", "exception", "concession") or lows[0] in cues.entries(
        "joints", language
    ):
        return False
    if not strict:
        return True
    told = cues.entries("negation", language) | cues.entries("reason-blocks", language)
    opens = lows[0] in cues.entries("reason-starts", language)
    return opens and told.isdisjoint(lows) and not _of_the_code(lows, language)


def _of_the_code(lows: list[str], language: str) -> bool:
    """“This code …”: a statement about the rules themselves is no reason for one."""
    pointing = cues.entries("pointing", language)
    texts = cues.entries("about-nouns", language) | cues.entries("rule-nouns", language)
    return lows[0] in pointing and not texts.isdisjoint(lows[1:_NEAR])
