"""Sentences that command nobody and bind all the same, where one of the texts has nothing beside
them: what follows a breach, who may act on it."""

from collections.abc import Iterator

from conductkit.axes.obligation import enforces
from conductkit.change import Evidence
from conductkit.difference import cues
from conductkit.difference.passage import Passage
from conductkit.language import Sentence

_NEAR = 4  # words between what leads to a consequence and the consequence


def stated(old: Passage, new: Passage) -> Iterator[Evidence]:
    """Evidence of the sentences that came to nothing, or that nothing is left of."""
    texts = [{_text(side, one) for one in side.reading.sentences} for side in (old, new)]
    if bool(texts[0] - texts[1]) == bool(texts[1] - texts[0]):
        return
    side, others = (new, texts[0]) if texts[1] - texts[0] else (old, texts[1])
    for sentence in side.reading.sentences:
        quote = _text(side, sentence)
        if quote in others or sentence.directives:
            continue
        if _follows(side, sentence.start, sentence.end):
            pair = ("", quote, "stronger") if side is new else (quote, "", "weaker")
            yield Evidence("consequence", *pair)


def _text(side: Passage, sentence: Sentence) -> str:
    return side.text[sentence.start : sentence.end]


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
    return allowed and enforces(lows, side.language)
