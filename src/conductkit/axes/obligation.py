"""Whether there is a duty at all: one that only the old or only the new text has.

Two texts are compared duty by duty; what is left over on one side comes here with nothing beside
it. A permission of those bound that goes makes the rule stronger, a right of those served weaker.
"""

from conductkit.axis import Duty


def effect(duty: Duty, added: bool) -> str:
    """What it does that a duty came (or went)."""
    if not duty.free:
        return "stronger" if added else "weaker"
    if duty.holder == "bound":
        return "weaker" if added else "stronger"
    if duty.holder == "served" and duty.force == "permission":
        return "stronger" if added else "weaker"
    return "unknown"
