"""From evidence to one effect."""

from collections.abc import Iterable, Sequence

from conductkit.change import Evidence

_TURNED = {"stronger": "weaker", "weaker": "stronger"}


def combine(effects: Iterable[str]) -> str:
    """One effect for several: reversed before mixed, a direction before unknown, else neutral."""
    found = set(effects)
    if "reversed" in found:
        return "reversed"
    if "mixed" in found or {"stronger", "weaker"} <= found:
        return "mixed"
    for effect in ("stronger", "weaker", "unknown"):
        if effect in found:
            return effect
    return "neutral"


def turned(effect: str, turns: str, holder: str) -> str:
    """An effect on a permission or right, read for the one who has it.

    Narrowing what the bound are free to do makes the rule stronger for those served; what an axis
    says of a duty's time limits is the other way round for a right of the served. Where nobody
    knows whose freedom it is, nothing can be said.
    """
    if effect not in _TURNED:
        return effect
    if not holder:
        return "unknown"
    return _TURNED[effect] if turns == holder else effect


def axes(evidence: Sequence[Evidence]) -> tuple[str, ...]:
    """The axes that the evidence names, each once, in order."""
    return tuple(dict.fromkeys(item.axis for item in evidence))
