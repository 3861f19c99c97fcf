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


def layout(text: str, language: str, folded: bool = False) -> Sequence[str]:
    """Prose as YAML: one line, or a block's header and its lines.

    Prose with line breaks of its own is literal; where it was `folded`, it stays so.
    """
    if "\n" in text:
        parts = text.split("\n")
        if folded and quoting.fits_block(text) and all(part == part.strip() for part in parts):
            return quoting.folded(_paragraphs(parts, language))
        return quoting.literal(text) if quoting.fits_block(text) else [quoting.quoted(text)]
    if text != text.strip() or not quoting.fits_block(text):
        return [quoting.quoted(text)]
    lines = sentence_lines(text, language)
    if len(lines) == 1 and quoting.scalar(text) == text:
        return [text]
    return quoting.folded(lines)


def _paragraphs(parts: Sequence[str], language: str) -> list[str]:
    """The lines of a folded block whose value has `parts` as its lines: each break is a blank."""
    lines: list[str] = []
    for number, part in enumerate(parts):
        if number:
            lines.append("")
        if part:
            lines += sentence_lines(part, language)
    return lines
