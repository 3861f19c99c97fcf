"""One sentence as a row of words, each with the mark behind it."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from conductkit.difference.passage import Passage, passage
from conductkit.language import Directive
from conductkit.language.lexicon import Lexicon, lexicon

# Behind these a time stands, which a noun hardly takes: “by noon”, “within a day”.
TIMES = frozenset({"by", "within", "until", "before", "after", "throughout", "during"})

# Behind these no name goes on: “the club every year”.
OFTEN = frozenset({"daily", "each", "every", "monthly", "once", "twice", "weekly", "yearly"})
_SHORT = frozenset({"e.g", "i.e"})


class Tok(NamedTuple):
    """A word as it is written, in its comparable form, and the mark behind it ("" or one sign)."""

    text: str
    low: str
    gap: str = ""


@dataclass(frozen=True)
class Line:
    """A sentence; its words can be exchanged, its grammar is read anew."""

    toks: tuple[Tok, ...]
    language: str = "en"

    @cached_property
    def lows(self) -> list[str]:
        return [tok.low for tok in self.toks]

    @cached_property
    def text(self) -> str:
        """The sentence in writing."""
        words = " ".join(tok.text + tok.gap.replace(".", ";") for tok in self.toks[:-1])
        last = self.toks[-1]
        words = f"{words} {last.text}{last.gap or '.'}".strip()
        first = self.toks[0].text
        return words if first[1:] != first[1:].lower() else words[0].upper() + words[1:]

    @cached_property
    def side(self) -> Passage:
        return passage(self.text, self.language)

    @cached_property
    def directive(self) -> Directive | None:
        """What it tells somebody, where that is one thing."""
        found = self.side.reading.directives
        return found[0] if len(found) == 1 and len(self.side.reading.sentences) == 1 else None

    @property
    def known(self) -> Lexicon:
        return lexicon("en")

    def at(self, place: int) -> int:
        """The number of the word that begins at a place of the text or behind it."""
        starts = [word.start for word in self.side.words]
        return sum(start < place for start in starts)

    def having(self, toks: Sequence[Tok]) -> "Line":
        """The sentence with these words instead; the first is written small, the end stays."""
        if not toks:
            return self
        last = toks[-1]
        whole = [_small(toks[0]), *toks[1:]]
        whole[-1] = whole[-1]._replace(gap=self.toks[-1].gap)
        if last is not self.toks[-1] and len(whole) > 1:
            whole = [_inner(tok, self.toks[-1]) for tok in whole[:-1]] + whole[-1:]
        return Line(tuple(whole), self.language)


def _small(tok: Tok) -> Tok:
    """A word that opens a sentence without its capital."""
    return tok._replace(text=tok.low) if tok.text[1:] == tok.text[1:].lower() else tok


def _inner(tok: Tok, last: Tok) -> Tok:
    """The word that stood last has no full stop behind it inside a sentence."""
    return tok._replace(gap="") if tok is last else tok


def words(text: str) -> list[Tok]:
    """Words without marks, as they are put in."""
    return [Tok(word, word.lower()) for word in text.split()]


def lines(side: Passage) -> list[Line]:
    """The sentences of a text."""
    found: list[Line] = []
    at = 0
    for sentence in side.reading.sentences:
        row = []
        for word in sentence.words:
            gap = "" if word.low in _SHORT else side.gap(at)  # its full stop ends nothing
            row.append(Tok(side.text[word.start : word.end], word.low, gap))
            at += 1
        if row:
            found.append(Line((_small(row[0]), *row[1:]), side.language))
    return found
