"""The declared strength of a rule, and what a change of it does."""

from conductkit.language import level, read
from conductkit.model import Code, Rule

_STRENGTH = {"must": 5, "should": 3, "may": 0, "should-not": -3, "must-not": -5}


def words_level(rule: Rule, code: Code) -> str:
    """The level that a rule's words give it; empty where they direct nobody."""
    return level(read(rule.text, code.language)) or ""


def level_change(old: str, new: str) -> str:
    """The effect of one level becoming another; unknown where one is not known."""
    if old == new:
        return "neutral"
    if not old or not new:
        return "unknown"
    before, after = _STRENGTH[old], _STRENGTH[new]
    if before * after < 0 or {old, new} in ({"may", "must-not"}, {"may", "should-not"}):
        return "reversed"
    return "stronger" if abs(after) > abs(before) else "weaker"
