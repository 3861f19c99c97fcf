"""Whether there is a duty at all: one that only the old or only the new text has.

Two texts are compared duty by duty; what is left over on one side comes here with nothing beside
it. A permission of those bound that goes makes the rule stronger, a right of those served weaker.
"""

import re
from collections.abc import Iterable

from conductkit.axis import Duty
from conductkit.difference import cues


def effect(duty: Duty, added: bool) -> str:
    """What it does that a duty came (or went)."""
    if denies_force(duty.quote((duty.directive.start, duty.directive.end)), duty.language):
        return "weaker" if added else "stronger"
    if not duty.free or _serves(duty):
        return "stronger" if added else "weaker"
    if duty.holder == "bound":
        return "weaker" if added else "stronger"
    if duty.holder == "served" and duty.force == "permission":
        return "stronger" if added else "weaker"
    return "unknown"


def denies_force(text: str, language: str) -> bool:
    """“Should not be considered enforceable”: it takes the force from every other duty."""
    lows = set(re.findall(r"[\w'’]+", text.lower().replace("’", "'")))
    negation = cues.entries("negation", language)
    return bool(lows & negation) and bool(lows & cues.entries("force-words", language))


def _serves(duty: Duty) -> bool:
    """Whether a permission is there for those whom the code protects: to turn to somebody, or to
    act on a breach."""
    if duty.force != "permission":
        return False
    if duty.directive.verb in cues.entries("contact-verbs", duty.language):
        return True
    return enforces([duty.directive.verb or ""], duty.language)


def enforces(words: Iterable[str], language: str) -> bool:
    """Whether words name what is done about a breach: banning, removing, a warning."""
    stems = tuple(cues.entries("enforcement-stems", language))
    return bool(stems) and any(word.startswith(stems) for word in words)
