"""One denial for two things: “do not run and push” may allow either alone, “do not run and do not
push” allows none."""

from conductkit.difference import cues
from conductkit.difference.passage import Passage


def shared_denial(one: Passage, two: Passage) -> bool:
    """Whether a denial came or went beside an “and” that stays: what it denies then is not sure."""
    if one.language != two.language:
        return False
    negation = cues.entries("negation", one.language)
    joints = cues.entries("joints", one.language) - cues.entries("alternatives", one.language)
    few, many = sorted(
        (
            sum(token in negation for token in side.tokens),
            sum(token in joints for token in side.tokens),
        )
        for side in (one, two)
    )
    return 0 < few[0] < many[0] and few[1] > 0 and few[1] >= many[1]
