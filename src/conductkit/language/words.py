"""Words and marks of a text, with their places."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from conductkit.patterns import lazily


class Word(NamedTuple):
    """A word or, inside the grammar, a mark: its span, its comparable form, whether it is a name.

    `low` is case-folded with one form of apostrophe. A name is capitalised inside its sentence.
    """

    start: int
    end: int
    low: str
    name: bool = False


_APOSTROPHES = str.maketrans(dict.fromkeys("’‘´`ʼ′", "'"))
_TOKEN = re.compile(
    r"(?P<word>[^\W_]++(?>(?:['’´`ʼ‐‑.,_&/-](?=[^\W_])[^\W_]++)*)(?:[’'](?=[\s,;:.!?)]))?)"
    r"|[,;:()\[\]—–“”\"«»?!.…]|(?<=\s)-(?=\s)"
)
# Inside a number or an initialism these marks belong to the word; elsewhere they part two words.
_INNER = lazily(r"(?<=\d)[.,](?=\d)|(?<=\b[^\W\d_])\.(?=[^\W\d_]\b)|(?<=[^\W_])[&/](?=[^\W_])")
_OPENING = frozenset(':“"«—–-')  # a capital after these is no sign of a name
_SPLIT = re.compile(r"[.,_/]")


def fold(text: str) -> str:
    """Lower-case a word and give it one form of apostrophe."""
    return text.lower().translate(_APOSTROPHES)


def tokens(masked: str, start: int, end: int) -> list[Word]:
    """List words and marks of a masked text between two offsets; marks have no letters."""
    found: list[Word] = []
    opening = True
    for match in _TOKEN.finditer(masked, start, end):
        text = match.group()
        at = match.start()
        if match.lastgroup is None:
            found.append(Word(at, match.end(), text))
            opening = opening or text in _OPENING
        elif text.isascii() and text.isalpha() and text.islower():  # most words: nothing to ask
            found.append(Word(at, match.end(), text))
            opening = False
        elif _SPLIT.search(text):
            for first, last in _parts(text):
                part = text[first:last]
                name = not opening and _is_name(part)
                found.append(Word(at + first, at + last, fold(part), name))
                opening = False
        else:
            name = not opening and _is_name(text)
            found.append(Word(at, match.end(), fold(text), name))
            opening = False
    return found


def _is_name(part: str) -> bool:
    """Whether a word inside a sentence is a name; `MUST` and other shouted words are not."""
    return part[0].isupper() and part != "I" and not (len(part) > 2 and part.isupper())


def between(words: Sequence[Word], start: int, end: int) -> Sequence[Word]:
    """Of words in their order those that begin at `start` or behind it, and before `end`."""
    first, last = (bisect_left(words, place, key=lambda word: word.start) for place in (start, end))
    return words[first:last]


def is_word(token: Word) -> bool:
    """Whether a token is a word rather than a mark."""
    return token.low[0].isalnum()


def _parts(text: str) -> list[tuple[int, int]]:
    inner = {match.start() for match in _INNER.finditer(text)}
    spans: list[tuple[int, int]] = []
    first = 0
    for match in _SPLIT.finditer(text):
        if match.start() not in inner:
            spans.append((first, match.start()))
            first = match.end()
    spans.append((first, len(text)))
    return spans
