"""“A clerk will call. A clerk will then check the bill.”: two sentences of one subject in one."""

from collections.abc import Sequence

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
    whole: list[Line] = []
    for line in found:
        both = _both(whole[-1], line) if whole else None
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
