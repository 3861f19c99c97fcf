"""What coverage finds: links from things to rules, gathered in rows and dimensions."""

from dataclasses import dataclass, replace
from functools import cached_property
from typing import Literal

from conductkit.model import Rule
from conductkit.source import Span

How = Literal["declared", "words", "everywhere", "binds", "serves"]
Status = Literal["covered", "missing", "overloaded"]
_FEWEST = 8  # rules from which on it can be said that one thing stands on too many


@dataclass(frozen=True, slots=True)
class Link:
    """One place that covers a thing.

    `rule` is None for words outside the rules. `how`: the file says so (declared, binds, serves),
    the `words` do (`evidence` quotes them), or the rule holds `everywhere`. `where` names the field
    that covers a thing without a rule.
    """

    rule: str | None
    how: How
    span: Span
    evidence: str = ""
    where: str = ""


def link(rule: Rule, start: int, end: int, key: str = "text") -> Link:
    """A link to a rule by the words from `start` to `end` of its text."""
    text = getattr(rule, key)
    return Link(rule.id, "words", rule.place.words(key, start, end), text[start:end])


@dataclass(frozen=True)
class Row:
    """One thing that rules may cover: a value, a principle, a party, a channel …"""

    id: str
    name: str
    links: tuple[Link, ...]
    of: int = 0
    bounded: bool = False

    @cached_property
    def rules(self) -> dict[str, tuple[Link, ...]]:
        """The links by rule, in the order of the code; those outside the rules are left out."""
        found: dict[str, tuple[Link, ...]] = {}
        for link in self.links:
            if link.rule is not None:
                found[link.rule] = (*found.get(link.rule, ()), link)
        return found

    @property
    def status(self) -> Status:
        """Missing without a link; overloaded where it stands on more than half of the rules."""
        if not self.links:
            return "missing"
        crowded = self.bounded and self.of >= _FEWEST and 2 * len(self.rules) > self.of
        return "overloaded" if crowded else "covered"

    def kept(self, by: str) -> "Row":
        """The row with the links that one kind of evidence gives; `by` is both for all."""
        if by == "both":
            return self
        wanted = [link for link in self.links if (link.how == "words") == (by == "words")]
        return replace(self, links=tuple(wanted))


@dataclass(frozen=True, slots=True)
class Dimension:
    """Things of one kind.

    `told` says whether words can cover them, `note` what limits the answer.
    """

    name: str
    title: str
    rows: tuple[Row, ...]
    told: bool = True
    note: str = ""

    @property
    def covered(self) -> int:
        """How many of its things a rule covers."""
        return sum(row.status != "missing" for row in self.rows)


@dataclass(frozen=True, slots=True)
class Coverage:
    """One code: its rules in order and what they cover."""

    code: str
    title: str
    path: str
    rules: tuple[str, ...]
    dimensions: tuple[Dimension, ...]
    extends: str = ""

    @property
    def counts(self) -> tuple[int, int]:
        """How many things are covered, and of how many."""
        of = sum(len(dimension.rows) for dimension in self.dimensions)
        return sum(dimension.covered for dimension in self.dimensions), of

    @property
    def percent(self) -> float:
        """The share that is covered; 100 where nothing is asked."""
        covered, of = self.counts
        return 100 * covered / of if of else 100.0
