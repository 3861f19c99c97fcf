"""Two editions of one code side by side."""

from dataclasses import dataclass

from conductkit.difference.pairing import Pairs, pair
from conductkit.model import Code, Rule
from conductkit.source import Span


@dataclass(frozen=True, slots=True)
class Editions:
    """The old and the new code, and which rule is which."""

    old: Code
    new: Code
    pairs: Pairs

    @property
    def languages(self) -> tuple[str, str]:
        return self.old.language, self.new.language


def editions(old: Code, new: Code) -> Editions:
    """Two editions of one code with their rules paired."""
    return Editions(old, new, pair(old, new))


def at(rule: Rule) -> Span:
    """Where a rule's words stand."""
    return rule.place.span("text")
