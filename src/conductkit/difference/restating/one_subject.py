"""“A clerk will call. A clerk will then check the bill.”: two sentences of one subject in one."""

from collections.abc import Callable, Sequence

from conductkit.difference import cues
from conductkit.difference.restating.line import Line, Tok
from conductkit.language import Directive

_SCALES = ("condition", "exception", "concession", "restrictor", "negation")
_STRICT = frozenset({"will", "must", "shall"})


def joined(found: Sequence[Line]) -> list[Line]:
    """The sentences, each joined to the one before that tells the same subject in the same way.

    Only where the second goes on with “then”: what opens the first (“After a report, …”) is said
    of both, and nobody else is meant. Nothing that could reach from one to the other stands there.
    """
    return _folded(found, _both)


def _folded(found: Sequence[Line], join: Callable[[Line, Line], Line | None]) -> list[Line]:
    """The sentences, each in one with the one before where the two can be joined."""
    whole: list[Line] = []
    for line in found:
        both = join(whole[-1], line) if whole else None
        whole[-1:] = [both] if both else [*whole[-1:], line]
    return whole


def _both(one: Line, two: Line) -> Line | None:
    first, second = _head(one), _head(two)
    size = len(second)
    if not first or first != second or two.lows[:size] != second:
        return None
    if two.lows[size : size + 1] != ["then"] or any(_reaches(line) for line in (one, two)):
        return None
    behind = two.toks[size + 1 :]
    several = len(two.side.reading.directives) > 1
    joint = () if several else (Tok("and", "and"),)
    last = one.toks[-1]._replace(gap="," if several else "")
    return Line((*one.toks[:-1], last, *joint, *behind), one.language) if behind else None


def _head(line: Line) -> list[str]:
    """The subject and the modal of a sentence that tells one party what it does."""
    told = line.side.reading.directives
    if not told or told[0].form != "modal" or any(not _goes_on(one, told[0]) for one in told[1:]):
        return []
    head = line.lows[line.at(told[0].start) : line.at(told[0].modal.end)]
    return head if len(head) > 1 and head[-1] in _STRICT else []


def _goes_on(told: Directive, first: Directive) -> bool:
    """Whether a further verb stands under the subject and modal of the first."""
    return told.form == "imperative" or told.modal.start == first.modal.start


def _reaches(line: Line) -> bool:
    return any(cues.find(line.side.reading, line.side.words, name) for name in _SCALES)


def by_means(found: Sequence[Line]) -> list[Line]:
    """“After a claim, we will reply within a day. We will reply to the claim by email.” as one
    sentence: the second repeats the first and only says by which means."""
    return _folded(found, _with_means)


def _with_means(one: Line, two: Line) -> Line | None:
    """The first sentence with what the second adds, behind the words that both have."""
    told = one.side.reading.directives
    if len(told) != 1 or not two.directive or any(tok.gap for tok in two.toks[:-1]):
        return None
    size, at = _repeated(one.lows, two.lows)
    if size < _CORE or one.at(told[0].start) > at or at + size > len(one.toks):
        return None
    added, point = _means(two, size, one.lows[:at])
    if not added:
        return None
    gap = one.toks[at + size - 1].gap if at + size == len(one.toks) else ""
    head = (*one.toks[: at + size - 1], one.toks[at + size - 1]._replace(gap=""))
    rest = one.toks[at + size :]
    if rest and rest[0].low not in one.known.prepositions:
        return None
    put = [*point, *added[:-1], added[-1]._replace(gap=gap)]
    return Line((*head, *put, *rest), one.language)


def _repeated(one: list[str], two: list[str]) -> tuple[int, int]:
    """How many words of the second sentence, from its beginning, stand together in the first, and
    where."""
    best = 0, 0
    for at in range(len(one)):
        size = 0
        while size < len(two) and at + size < len(one) and one[at + size] == two[size]:
            size += 1
        best = max(best, (size, at))
    return best


def _means(line: Line, size: int, before: list[str]) -> tuple[Sequence[Tok], Sequence[Tok]]:
    """The words that say by which means, and those before them that point to what was named."""
    rest = line.toks[size:]
    lows = [tok.low for tok in rest]
    at = next((at for at, low in enumerate(lows) if low in ("by", "via", "in")), len(lows))
    if " ".join(lows[at:]) not in cues.entries("means", line.language):
        return (), ()
    named = lows[1:at]
    if not at:
        return rest, ()
    known = any(before[i : i + len(named)] == named for i in range(len(before)))
    pointed = lows[0] in ("to", "on") and bool(named) and known
    return (rest[at:], (rest[0], Tok("it", "it"))) if pointed else ((), ())


_CORE = 4  # words of “we will reply fully”
