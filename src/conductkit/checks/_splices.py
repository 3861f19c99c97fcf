"""Where two sentences are run together: with a comma only, or with nothing at all."""

from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from conductkit.checks._second import MARK, listed, second_verb
from conductkit.language import Reading, Sentence, Word

_REACH = 80  # words of a sentence that are looked at; longer ones are no prose


class Splice(NamedTuple):
    """From the last word of the first sentence to the verb of the second."""

    start: int
    end: int
    comma: bool


def splices(reading: Reading, sentence: Sentence) -> Iterator[Splice]:
    """The first splice of a sentence, if it has one."""
    words = sentence.words
    for clause in sentence.clauses:
        if clause.joint == "run-on":
            at = next(n for n, word in enumerate(words) if word.start >= clause.start)
            yield Splice(words[at - 1].start, words[min(at + 1, len(words) - 1)].end, comma=False)
            return
    for at in range(3, min(len(words) - 1, _REACH)):
        if reading.text[words[at - 1].end : words[at].start].strip(" \n*_") != ",":
            continue
        last = second_verb(reading, sentence, at) if _complete(reading, sentence, at) else None
        if last is not None:
            yield Splice(words[at - 1].start, words[last].end, comma=True)
            return


def _complete(reading: Reading, sentence: Sentence, at: int) -> bool:
    """Whether the words before the comma can stand as a sentence."""
    left = sentence.words[:at]
    opening = " ".join(word.low for word in left[:3])
    if any(opening.startswith(start) for start in listed("fronted")):
        return False
    first = _segment(reading, left)
    if any(_subordinates(left[n:]) for n in (0, 1)):
        return False
    if first and (_subordinates(left[first:]) or left[first].low in listed("coordinators")):
        return False
    end = left[-1].end
    if sentence.directives and sentence.directives[0].start < end:
        own = sentence.directives[0]
        return own.start <= left[1].end or all(one.end > own.start for one in sentence.clauses[:1])
    finite = listed("auxiliaries")
    return left[0].low not in finite and any(word.low in finite for word in left[1:])


def _segment(reading: Reading, left: Sequence[Word]) -> int:
    """The number of the first word after the last mark before the comma; 0 where there is none."""
    for at in range(len(left) - 1, 0, -1):
        if MARK.search(reading.text, left[at - 1].end, left[at].start):
            return at
    return 0


def _subordinates(words: Sequence[Word]) -> bool:
    """Whether these words open a clause or phrase that cannot stand alone."""
    runs = {" ".join(word.low for word in words[:size]) for size in range(1, 5)}
    return not runs.isdisjoint(_opening())


@cache
def _opening() -> frozenset[str]:
    names = ("condition-clause", "concession-clause", "reason-clause", "prepositions")
    return frozenset().union(*(listed(name) for name in names))
