"""What an axis finds in words that command nobody, and whether that tells what it seems to."""

from itertools import pairwise

from conductkit.axis import Axis, Duty, Shift
from conductkit.difference import cues
from conductkit.difference.freedoms import enforces, heard, threatens
from conductkit.difference.narrowing import refused
from conductkit.language.lexicon import lexicon, primary


def tells(axis: Axis, old: Duty, new: Duty, shift: Shift, effect: str) -> bool:
    """Whether what an axis found in words that command nobody has the direction that it seems."""
    verbs = old.directive.verb, new.directive.verb
    loose = any(duty.presumed and duty.force == "permission" and not duty.cues("exemptions")
                for duty in (old, new))  # fmt: skip
    threat = axis.name == "restrictor" and threatens(old) and threatens(new)
    if loose and not threat and not (shift.read and axis.name in ("threshold", "deadline")):
        voiced = axis.name == "list" and heard(old) and heard(new)
        return (voiced or axis.name == "polarity") and effect != "neutral"  # “dogs may be kept”
    turns = cues.entries("coverage-turns", old.language)
    if old.ban and new.ban:  # “nobody may be sent away because of …”
        turns -= cues.entries("possible", old.language)
        if refused(old) and refused(new):  # “not accepted”
            turns -= cues.entries("negation", old.language)
    if axis.name == "list" and not old.ban and "no" in old.lows | new.lows:
        return False  # “sheds need no approval”
    if axis.name in ("polarity", "modal") and "no" in old.lows & new.lows:
        return False  # “no post should be hidden”, “no post may be hidden”
    if axis.name == "polarity" and verbs[0] != verbs[1] and not (_denies(old) or _denies(new)):
        return False  # “is a breach”, “may lead to a ban”
    permits = old.free or any(map(threatens, (old, new))) or (heard(old) and heard(new))
    if axis.name == "list" and not permits and not turns.isdisjoint(old.lows | new.lows):
        return False  # “exceptions are A and B”
    if axis.name == "modal" and verbs[0] != verbs[1]:
        return bool(old.directive.modal.cue and new.directive.modal.cue)
    if axis.turns == "served" and not cues.entries("entitling", old.language).isdisjoint(
        old.lows | new.lows
    ):
        return False  # “the right to a refund within 14 days”: until when one has it, or gets it
    if axis.name == "list" and _is_told(old) and _is_told(new):
        return False  # “we are a friendly and curious club”
    follows = old.cues("enforcement-cues") and new.cues("enforcement-cues")
    if axis.name == "restrictor" and not (old.ban or old.directive.verb or follows):
        return False  # what is wished for: “patient and quiet listening”
    return effect != "neutral" and not _in_name(old, new, shift)


def _denies(duty: Duty) -> bool:
    """Whether a word denies something that the other side does not have."""
    negation = cues.entries("negation", duty.language)
    return any(word.start in duty.open and word.low in negation for word in duty.words)


def _is_told(duty: Duty) -> bool:
    """Whether a sentence says what somebody or something is."""
    being = duty.directive.verb in cues.entries("be-words", duty.language)
    if being and _reaches(duty):
        return False
    sanctions = any(enforces(low, duty.language) for low in duty.lows)
    return being and not (duty.ban or duty.directive.modal.cue or sanctions)


def _reaches(duty: Duty) -> bool:
    """Whether it says for whom or what something is: “the code is for talks and chats”."""
    forms = cues.entries("be-words", duty.language)
    reach = lexicon(primary(duty.language)).prepositions
    return any(one.low in forms and two.low in reach for one, two in pairwise(duty.words))


def _in_name(old: Duty, new: Duty, shift: Shift) -> bool:
    """Whether a cue that opens a sentence is the beginning of a name: “Premium Support”."""
    for duty, span in ((old, shift.old), (new, shift.new)):
        if span and duty.words and duty.words[0].start == span[0]:
            after = next((word for word in duty.words if word.start >= span[1]), None)
            if after and after.name:
                return True
    return False
