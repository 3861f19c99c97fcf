"""Behind which other rule a rule stands: “Then call the police.” follows whatever is before it."""

from conductkit.difference import cues
from conductkit.difference.pairing import Pairs
from conductkit.difference.passage import passage
from conductkit.model import Code, Rule

_START = 3  # words from the beginning in which a rule points to the one before


def shaken(old: Code, new: Code, pairs: Pairs) -> bool:
    """Whether a rule that leans on the one before it has another one before it now."""
    before = _before(old), _before(new)
    twins: dict[str, str | None] = {one.id: two.id for one, two in pairs.pairs}
    twins |= dict.fromkeys(rule.id for rule in pairs.removed)
    for one, two in pairs.pairs:
        first, second = before[0][one.id], before[1][two.id]
        if twins.get(first, first) != second and (_leans(one, old) or _leans(two, new)):
            return True
    return False


def _before(code: Code) -> dict[str, str]:
    """The id of the rule before each; empty for the first of all."""
    ids = [rule.id for rule in code.rules]
    return dict(zip(ids, ["", *ids], strict=False))


def _leans(rule: Rule, code: Code) -> bool:
    """Whether a rule begins with what points to the one before it, or names it (“the above”)."""
    language = code.language
    found = passage(rule.text, language)
    leaning = cues.entries("leaning", language) | cues.entries("follow-on", language)
    start = found.tokens[:_START]
    if not leaning or not start:
        return True
    opens = leaning | cues.entries("exception", language)
    named = cues.entries("backward", language)
    pointing = cues.entries("pointing", language)
    return start[0] in opens or not pointing.isdisjoint(start) or not named.isdisjoint(found.tokens)
