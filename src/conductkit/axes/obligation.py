"""Whether there is a duty at all: one that only the old or only the new text has.

Two texts are compared duty by duty; what is left over on one side comes here with nothing beside
it. A permission of those bound that goes makes the rule stronger, a right of those served weaker.
"""

from conductkit.axis import Duty
from conductkit.difference import cues


def effect(duty: Duty, added: bool) -> str:
    """What it does that a duty came (or went)."""
    if _denies_force(duty):
        return "weaker" if added else "stronger"
    if not duty.free:
        return "stronger" if added else "weaker"
    if duty.holder == "bound":
        return "weaker" if added else "stronger"
    if duty.holder == "served" and duty.force == "permission":
        return "stronger" if added else "weaker"
    return "unknown"


def _denies_force(duty: Duty) -> bool:
    """“Should not be considered enforceable”: it takes the force from every other duty."""
    lows = {cues.bare(word) for word in duty.words}
    negation = cues.entries("negation", duty.language)
    return bool(lows & negation) and bool(lows & cues.entries("force-words", duty.language))
