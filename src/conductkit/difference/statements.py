"""Sentences that command nobody and bind all the same, where one of the texts has nothing beside
them: what follows a breach, who may act on it."""

from collections.abc import Iterator, Sequence

from conductkit.axes.obligation import enforces
from conductkit.change import Evidence
from conductkit.difference import cues
from conductkit.difference.certainty import certainty
from conductkit.difference.one_sided import one_sided
from conductkit.difference.passage import Passage
from conductkit.redline import Block

_LEADS = (("be",), ("lead", "to"), ("result", "in"))  # what stands before a sanction
_NEAR = 4  # words between what leads to a consequence and the consequence


def stated(old: Passage, new: Passage) -> Iterator[Evidence]:
    """Evidence of the sentences that came to nothing, or that nothing is left of."""
    for side, sentence, quote in one_sided(old, new):
        if sentence.directives:
            continue
        if _follows(side, sentence.start, sentence.end):
            pair = ("", quote, "stronger") if side is new else (quote, "", "weaker")
            yield Evidence("consequence", *pair)


def threatened(old: Passage, new: Passage, left: Sequence[Block]) -> Evidence | None:
    """“May be removed”, “will be removed”: what may follow and what does, where all else is equal.

    None where another word changed, or where what is said to follow is denied or no sanction.
    """
    if len(left) != 1:
        return None
    a, b, c, d = left[0]
    sides = (old, old.tokens[a:b], old.tokens[b:]), (new, new.tokens[c:d], new.tokens[d:])
    sure = [certainty(side.language, words) for side, words, _ in sides]
    if None in sure or sure[0] == sure[1]:
        return None
    for side, _, behind in sides:
        near = behind[:_NEAR]
        denied = not cues.entries("negation", side.language).isdisjoint(near)
        if denied or not _followed(behind, side.language):
            return None
    effect = "stronger" if sure[1] else "weaker"
    return Evidence("consequence", " ".join(old.tokens[a:b]), " ".join(new.tokens[c:d]), effect)


def _followed(words: Sequence[str], language: str) -> bool:
    """Whether words say that a sanction follows: “be banned”, “result in a temporary ban”."""
    if words[:1] == ("be",):
        return _sanctions(words[1:], language)
    leads = (cue.split() for cue in cues.entries("enforcement-cues", language))
    sizes = [len(cue) for cue in leads if list(words[: len(cue)]) == cue]
    phrases = cues.entries("sanction-phrases", language)
    return any(
        enforces(words[size : size + _NEAR], language)
        or any(phrase in " ".join(words[size : size + 2 * _NEAR]) for phrase in phrases)
        for size in sizes
    )


def _sanctions(words: Sequence[str], language: str) -> bool:
    """Whether words begin with what is done about a breach: “banned”, “asked to leave”."""
    said = f"{' '.join(words)} "
    phrases = cues.entries("sanction-phrases", language)
    return enforces(words[: _NEAR - 1], language) or any(said.startswith(f"{p} ") for p in phrases)


def _follows(side: Passage, start: int, end: int) -> bool:
    words = [word for word in side.words if start <= word.start < end]
    lows = [cues.bare(word) for word in words]
    if not cues.entries("negation", side.language).isdisjoint(lows):
        return False
    for hit in cues.find(side.reading, words, "enforcement-cues"):
        behind = [low for low, word in zip(lows, words, strict=True) if word.start >= hit.end]
        if enforces(behind[:_NEAR], side.language):
            return True
    allowed = not cues.entries("modal-words", side.language).isdisjoint(lows)
    named = bool(cues.find(side.reading, words, "sanction-phrases"))
    return allowed and (named or enforces(lows, side.language))
