"""Pointers: “see the reporting guide” tells where more is said, and orders nothing by itself."""

import re
from functools import cache

from conductkit.axis import Duty
from conductkit.difference import cues

_BARRING = (
    "negation", "quantifier", "frequency", "deadline", "interval", "time-phrase", "time-unit",
    "restrictor", "modal-words",
)  # fmt: skip
_LINKED = re.compile(r"\W*\w+ (?:also |to )?(?:the |our |this )?[*_]*\[", re.IGNORECASE)


def points(duty: Duty) -> bool:
    """Whether a duty is only to look at another text: nothing says when, how often or by when.

    What the text pointed at asks for may bind, so a pointer that came or went has no direction.
    """
    directive = duty.directive
    if directive.form != "imperative" or duty.ban or duty.free:
        return False
    if directive.verb not in cues.entries("pointer-verbs", duty.language):
        return False
    if directive.conditions or directive.exceptions or len(directive.acts) > 1:
        return False
    if not _barring(duty.language).isdisjoint(word.low for word in duty.words):
        return False
    texts = cues.entries("link-nouns", duty.language) | cues.entries("pointer-nouns", duty.language)
    place = duty.verb_span
    linked = place is not None and _LINKED.match(duty.reading.text[place[0] :]) is not None
    return directive.object in texts or linked


@cache
def _barring(language: str) -> frozenset[str]:
    """The words that make an order of a pointer: “always see the handbook before you lend”."""
    words = cues.entries("pointer-bars", language)
    return words.union(*(cues.entries(name, language) for name in _BARRING))
