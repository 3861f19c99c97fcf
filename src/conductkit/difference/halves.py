"""One order with two verbs as two orders: “Check and log calls”, “Check calls. Log calls.”"""

from collections.abc import Sequence

from conductkit.difference import cues
from conductkit.difference.passage import Passage, passage
from conductkit.language.lexicon import primary

_JOINTLY = frozenset({"both", "between", "either", "together", "jointly", "respectively", "turn"})
"""Words that say of two acts what is said of neither alone."""
_FREE = ("may", "can", "might", "could")


def halved(whole: str, parts: Sequence[str], language: str) -> bool:
    """Whether two parts repeat all of the whole but for one verb each, which the whole joins: by
    “and” in a duty, by “or” in a ban."""
    if primary(language) != "en" or len(parts) != 2:
        return False
    sides = [passage(text, language) for text in (whole, *parts)]
    one, two = sides[1].tokens, sides[2].tokens
    at = next((at for at, (a, b) in enumerate(zip(one, two, strict=False)) if a != b), -1)
    if at < 0 or len(one) != len(two) or one[at + 1 :] != two[at + 1 :]:
        return False
    joint = _joint(sides)
    ordered = [_ordered(side) for side in sides[1:]]
    return (
        joint != ""
        and ordered == [one[at], two[at]]
        and len(one) > at + 1
        and sides[0].tokens in _joined(one, two, at, joint)
    )


def _ordered(side: Passage) -> str:
    """The verb of the one order that a text gives."""
    verbs = [directive.verb for directive in side.reading.directives]
    return verbs[0] or "" if len(verbs) == 1 else ""


def _joined(one: Sequence[str], two: Sequence[str], at: int, joint: str) -> list[tuple[str, ...]]:
    return [
        (*one[:at], first, joint, second, *one[at + 1 :])
        for first, second in ((one[at], two[at]), (two[at], one[at]))
    ]


def _joint(sides: Sequence[Passage]) -> str:
    """What joins two verbs so that each is asked for itself; nothing where they are left free, or
    said of both together."""
    tokens = {token for side in sides for token in side.tokens}
    if any(len(side.reading.sentences) != 1 for side in sides):
        return ""
    if tokens & _JOINTLY or tokens.intersection(_FREE):
        return ""
    denied = tokens & cues.entries("negation", sides[0].language)
    return "or" if denied else "and"
