"""How many breaches or warnings a sanction follows: the fewer, the harder for those bound."""

from conductkit.axis import Duty
from conductkit.difference import cues
from conductkit.difference.cues import bare
from conductkit.difference.freedoms import enforces
from conductkit.language.lexicon import primary

_NEAR = 3  # words between what counts and the number


def strikes(duty: Duty, at: int, value: float) -> bool:
    """Whether the number at a word of a duty counts what a sanction follows.

    “After three warnings”, “who ignores two reminders”, “a third breach”, “warned twice”.
    """
    turns = cues.entries("strike-turns", duty.language) | cues.entries(
        "imposing-turns", duty.language
    )
    turns -= cues.entries("strike-keeps", duty.language)
    if duty.ban or duty.cues("head-turns") or not turns.isdisjoint(duty.lows) or not value:
        return False
    counted = cues.entries("strikes", duty.language)
    behind = [bare(word) for word in duty.words[at + 1 : at + _NEAR]]
    before = [bare(word) for word in duty.words[max(0, at - _NEAR) : at]]
    low = bare(duty.words[at])
    often = cues.entries("times-words", duty.language).intersection(behind[:1])
    if often or low in cues.scale("times", primary(duty.language)):
        told = not cues.entries("struck", duty.language).isdisjoint(before)
    elif low in cues.scale("ordinal", primary(duty.language)):
        told = not counted.isdisjoint(behind)
    else:
        leads = cues.entries("before-strikes", duty.language)
        told = not leads.isdisjoint(before) and not counted.isdisjoint(behind)
        told = told or _given(duty, at)
    return told and _sanctioned(duty, counted | cues.entries("struck", duty.language))


def _given(duty: Duty, at: int) -> bool:
    """“Two warnings are given before a member is excluded”."""
    rest = [bare(word) for word in duty.words[at + 1 :]]
    warned = not cues.entries("strikes-given", duty.language).isdisjoint(rest[: _NEAR - 1])
    return warned and not cues.entries("before-sanctions", duty.language).isdisjoint(rest)


def _sanctioned(duty: Duty, counted: frozenset[str]) -> bool:
    """Whether a sanction is named besides what is counted."""
    if any(low not in counted and enforces(low, duty.language) for low in duty.lows):
        return True
    return bool(duty.cues("sanction-phrases") or duty.cues("strike-ends"))
