"""Prose on lines: one sentence a line, so that a line diff shows the sentence that changed."""

from collections.abc import Sequence
from itertools import pairwise

from conductkit import quoting
from conductkit.language.lexicon import lexicon, primary
from conductkit.language.markup import mask
from conductkit.language.sentences import sentence_spans


def sentence_lines(text: str, language: str) -> list[str]:
    """The sentences of a one-line text; joined by single spaces they are the text again.

    Where more than one space stands between two sentences they stay on one line: folding would
    lose a space.
    """
    spans = sentence_spans(text, mask(text), lexicon(primary(language)))
    lines: list[str] = []
    first = 0
    for (_, end), (start, _) in pairwise(spans):
        cut = next((place for place in range(end, start) if text[place].isspace()), -1)
        if cut < 0 or text[cut] != " " or text[cut + 1].isspace():
            continue
        lines.append(text[first:cut])
        first = cut + 1
    return [*lines, text[first:]]


def layout(text: str, language: str) -> Sequence[str]:
    """Prose as YAML: one line, or a block's header and its lines."""
    if "\n" in text:
        return quoting.literal(text) if quoting.fits_block(text) else [quoting.quoted(text)]
    if text != text.strip() or not quoting.fits_block(text):
        return [quoting.quoted(text)]
    lines = sentence_lines(text, language)
    if len(lines) == 1 and quoting.scalar(text) == text:
        return [text]
    return quoting.folded(lines)
