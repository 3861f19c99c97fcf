"""Words that only give a reason and bind nobody."""

from conductkit.difference import cues
from conductkit.difference.passage import Passage, passage


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

    They direct nobody, let nobody off, and name no number. `strict` is for words that come or go
    altogether: it also asks that they only praise what the rule does (“This builds trust.”), for
    what else begins so can bind (“This ends your membership.”).
    """
    part = passage(text, language)
    if not part.words or part.reading.directives:
        return False
    lows = [cues.bare(word) for word in part.words]
    stems = tuple(cues.entries("binding-stems", language))
    if not stems:  # nobody has said how this language puts a duty
        return False
    lets_off = cues.entries("binding-swaps", language)
    if any(low.startswith(stems) for low in lows) or not lets_off.isdisjoint(lows):
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
    return not strict or _praises(lows, language)


def _praises(lows: list[str], language: str) -> bool:
    """Whether words point back to a rule and say what good it does, in words that are known."""
    return (
        len(lows) > 2
        and lows[0] in cues.entries("reason-starts", language)
        and lows[1] in cues.entries("reason-verbs", language)
        and cues.entries("reason-goods", language).issuperset(lows[2:])
    )
