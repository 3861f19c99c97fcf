"""What an axis is: one dimension on which a duty can be weaker or stronger."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple, Protocol, TypeVar

from conductkit.difference import cues
from conductkit.difference.cues import Cue
from conductkit.language import Clause, Directive, Reading, Word

Span = tuple[int, int]


class Shift(NamedTuple):
    """A difference found on an axis: its words on each side (None: nothing stands there).

    `neutral` says that the two sides mean the same; such words are explained and not shown.
    `sure` is false where the words are none that a list knows. `read` says that the effect is
    read for whoever has a permission already.
    """

    old: Span | None
    new: Span | None
    effect: str
    sure: bool = True
    read: bool = False


@dataclass(frozen=True, slots=True)
class Duty:
    """One directive of a text, as an axis sees it.

    `words` are those that belong to it, fronted clauses included. `open` holds the starts of the
    words that the other side does not have and that nothing has explained yet: an axis looks at
    these only. `holder` says who has a permission: "bound", "served" or "" (unknown). `lows` are
    the forms of the words. `presumed` says that its sentence commands nobody in so many words,
    `promised` that it says all the same what those bound do.
    """

    reading: Reading
    directive: Directive
    words: tuple[Word, ...]
    open: frozenset[int] = frozenset()
    holder: str = ""
    lows: frozenset[str] = frozenset()
    presumed: bool = False
    promised: bool = False

    @property
    def language(self) -> str:
        return self.reading.language

    @property
    def force(self) -> str:
        return self.directive.modal.force

    @property
    def ban(self) -> bool:
        return self.force == "ban"

    @property
    def free(self) -> bool:
        """Whether it lets somebody do something rather than tells them to."""
        return self.force in ("permission", "release")

    @property
    def verb_span(self) -> Span | None:
        """Where the verb stands: the first word of the directive that begins as it does."""
        verb = self.directive.verb or ""
        stem = verb[: max(3, len(verb) - 2)]
        for word in self.within((self.directive.start, self.directive.end)):
            if stem and word.low.startswith(stem):
                return word.start, word.end
        return None

    def quote(self, span: Span | None) -> str:
        """The words of a span as they stand in the text; empty for none."""
        return self.reading.text[span[0] : span[1]] if span else ""

    def within(self, span: Span) -> list[Word]:
        """The words of the duty that stand in a span."""
        return [word for word in self.words if span[0] <= word.start < span[1]]

    def changed(self, span: Span) -> bool:
        """Whether a word of the span is still open."""
        return any(span[0] <= start < span[1] for start in self.open)

    def whole(self, span: Span) -> bool:
        """Whether every word of the span is still open."""
        return all(word.start in self.open for word in self.within(span))

    def amid(self, start: int, end: int) -> bool:
        """Whether a stretch stands among open words: it came or went with what it is about."""
        before = [word for word in self.words if word.start < start][-1:]
        after = [word for word in self.words if word.start >= end][:1]
        beside = [word.start in self.open for word in (*before, *after)]
        return len(beside) > 0 and all(beside)

    def replaced(self, start: int, end: int, other: "Duty") -> tuple[str, ...]:
        """The open words of another duty that stand where this one has a stretch, between the same
        words."""
        kept = [word for word in self.words if word.start not in self.open]
        before = next((word.low for word in reversed(kept) if word.start < start), None)
        after = next((word.low for word in kept if word.start >= end), None)
        lows = [word.low for word in other.words]
        for at in range(-1, len(lows)):
            if (lows[at] if at >= 0 else None) != before:
                continue
            last = at + 1
            while last < len(lows) and other.words[last].start in other.open:
                last += 1
            if last > at + 1 and (lows[last] if last < len(lows) else None) == after:
                articles = cues.entries("articles", self.language)
                return tuple(low for low in lows[at + 1 : last] if low not in articles)
        return ()

    def cues(self, name: str) -> list[Cue]:
        """The cues of a word list, in order."""
        return cues.find(self.reading, self.words, name, self.lows)


Compare = Callable[[Duty, Duty], Iterator[Shift]]


@dataclass(frozen=True)
class Axis:
    """One axis. Its module's docstring says what it reads.

    `rank` is its turn: words that an earlier axis explained are closed to the later ones. `turns`
    names whose freedom turns the direction: narrowing what the bound may do makes the duty
    stronger, and giving the served more time makes their right stronger. On a `fixed` axis equal
    words are the same only in the same place.
    """

    compare: Compare = field(repr=False)
    rank: int
    turns: str = ""
    fixed: bool = False

    @property
    def name(self) -> str:
        return self.compare.__module__.rpartition(".")[2]


def define(rank: int, turns: str = "", *, fixed: bool = False) -> Callable[[Compare], Axis]:
    """Make a function an axis."""
    return lambda compare: Axis(compare, rank, turns, fixed)


class Placed(Protocol):
    """What stands somewhere in a text."""

    @property
    def start(self) -> int: ...

    @property
    def end(self) -> int: ...


Item = TypeVar("Item", bound=Placed)


def differing(
    old: Duty, before: Sequence[Item], new: Duty, after: Sequence[Item]
) -> tuple[list[Item], list[Item]]:
    """What is not the same on both sides: items with no open word leave in pairs of equal words."""
    left, right = list(before), list(after)
    for one in before:
        if old.changed((one.start, one.end)):
            continue
        words = old.quote((one.start, one.end)).lower()
        for two in right:
            span = two.start, two.end
            if not new.changed(span) and new.quote(span).lower() == words:
                left.remove(one)
                right.remove(two)
                break
    closed = not any(old.changed((item.start, item.end)) for item in left)
    if closed and not any(new.changed((item.start, item.end)) for item in right):
        return [], []
    return left, right


def changed_cues(old: Duty, new: Duty, name: str) -> tuple[list[Cue], list[Cue]]:
    """The cues of a word list that are not the same on both sides."""
    return differing(old, old.cues(name), new, new.cues(name))


def presence(
    old: Sequence[Span], new: Sequence[Span], added: str, removed: str, swapped: str = "unknown"
) -> Iterator[Shift]:
    """Shifts for cues whose being there decides, first with first, second with second …"""
    for before, after in zip(old, new, strict=False):
        yield Shift(before, after, swapped)
    for before in old[len(new) :]:
        yield Shift(before, None, removed)
    for after in new[len(old) :]:
        yield Shift(None, after, added)


def spans(found: Sequence[Cue] | Sequence[Clause]) -> list[Span]:
    """The places of cues or clauses."""
    return [(item.start, item.end) for item in found]


def direction(old: float, new: float, *, more: str = "stronger") -> str:
    """The effect of a number that rises or falls; `more` is what a rise does."""
    if old == new:
        return "neutral"
    less = "weaker" if more == "stronger" else "stronger"
    return more if new > old else less
