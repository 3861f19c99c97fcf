"""On what grounds one may not be treated worse: a list behind “because of” that a duty rests on.

A clause that begins so mostly says why a duty holds. Where it names what people are (“because of
age, religion or sex”), it says what the duty covers, and its words belong to the duty.
"""

import re
from collections.abc import Iterator

from conductkit.difference import cues
from conductkit.difference.cues import bare
from conductkit.difference.passage import Passage
from conductkit.language import Directive, Word
from conductkit.language.words import between

_ITEM = re.compile(r"\n[ \t]*+(?:[-*+•]|\d{1,3}[.)])\s")


def grounds(text: Passage, directive: Directive) -> tuple[Word, ...]:
    """The words of the list behind a directive; none where it only says why, or where a word in
    between turns or narrows what the list means."""
    if directive.exceptions or directive.concessions:
        return ()
    sentence = text.reading.sentences[directive.sentence]
    after = [one.start for one in sentence.directives if one.start > directive.start]
    end = min(after, default=sentence.end)
    tail = [*between(sentence.words, directive.end, end)]
    opening = " ".join(bare(word) for word in tail[:2])
    lows = {bare(word) for word in tail[2:]}
    named = cues.entries("grounds", text.language)
    if opening not in cues.entries("ground-cues", text.language) or lows.isdisjoint(named):
        return ()
    around = [*tail[2:], *between(sentence.words, directive.modal.end, directive.end)]
    turning = cues.entries("list-blocks", text.language) | cues.entries("negation", text.language)
    turning |= cues.entries("coverage-turns", text.language)
    return () if any(bare(word) in turning for word in around) else tuple(tail)


def banned(text: Passage, directive: Directive) -> tuple[Word, ...]:
    """What stands behind the colon of “The following is unacceptable:”; empty elsewhere."""
    sentence = text.reading.sentences[directive.sentence]
    if directive.form != "nominal" and not any(w.low == "following" for w in sentence.words):
        return ()
    after = [one.start for one in sentence.directives if one.start > directive.start]
    end = min(after, default=sentence.end)
    tail = [word for word in sentence.words if directive.end <= word.start < end]
    listed = tuple(_listed(text, directive.sentence)) if not after and not tail else ()
    behind = (*tail, *listed)
    opens = behind and text.text[directive.end : behind[0].start].lstrip(" *_").startswith(":")
    return behind if opens else ()


def _listed(text: Passage, number: int) -> Iterator[Word]:
    """The words of the items of a list behind a sentence; items that command something stand for
    themselves."""
    last = text.reading.sentences[number].end
    for sentence in text.reading.sentences[number + 1 :]:
        if not _ITEM.search(text.text[last : sentence.start]):
            return
        if not sentence.directives:
            yield from sentence.words
        last = sentence.end
