"""Two editions of one code side by side."""

from dataclasses import dataclass
from functools import cached_property

from conductkit.difference.elsewhere import settled
from conductkit.difference.pairing import Pairs, pair
from conductkit.difference.runs import Key
from conductkit.model import Code, Rule
from conductkit.source import Span


@dataclass(frozen=True)
class Editions:
    """The old and the new code, and which rule is which."""

    old: Code
    new: Code
    pairs: Pairs

    @cached_property
    def settled(self) -> frozenset[Key]:
        """The sentences that only moved, or are said once more than before."""
        return settled(self.old, self.new, self.pairs)

    @property
    def languages(self) -> tuple[str, str]:
        return self.old.language, self.new.language


def editions(old: Code, new: Code) -> Editions:
    """Two editions of one code with their rules paired."""
    return Editions(old, new, pair(old, new))


def at(rule: Rule) -> Span:
    """Where a rule's words stand."""
    return rule.place.span("text")
