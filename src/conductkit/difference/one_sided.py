"""The sentences of two texts where only one of them has any that the other has not."""

from collections.abc import Iterator

from conductkit.difference.passage import Passage
from conductkit.language import Sentence


def one_sided(old: Passage, new: Passage) -> Iterator[tuple[Passage, Sentence, str]]:
    """The sentences that came to nothing, or that nothing is left of: the side that has them, and
    their words."""
    texts = [{side.reading.quote(one) for one in side.reading.sentences} for side in (old, new)]
    if bool(texts[0] - texts[1]) == bool(texts[1] - texts[0]):
        return
    side, others = (new, texts[0]) if texts[1] - texts[0] else (old, texts[1])
    for sentence in side.reading.sentences:
        quote = side.reading.quote(sentence)
        if quote not in others:
            yield side, sentence, quote
