"""Times within which somebody must claim what is theirs: an appeal, a complaint, a refund.

“Appeals must be made within 14 days” binds whoever appeals: a longer time gives them more.
"""

from collections.abc import Sequence
from itertools import takewhile

from conductkit.axis import Duty, Span
from conductkit.difference import cues
from conductkit.difference.cues import bare
from conductkit.difference.durations import Time, amount
from conductkit.language.lexicon import lexicon, primary

_NEAR = 3  # words in which a subject or an object is named
Granted = tuple[tuple[Span, float], tuple[Span, float]]


def claiming(duty: Duty) -> bool:
    """Whether a duty says how a claim is made, rather than how it is dealt with."""
    language = duty.language
    nouns, verbs = (cues.entries(name, language) for name in ("claim-nouns", "claim-verbs"))
    verb = duty.directive.verb or ""
    if verb in cues.entries("appealing", language):
        return duty.force == "duty"
    said = [bare(word) for word in duty.words if word.start >= duty.directive.modal.end][:_NEAR]
    if duty.force != "duty" or verbs.isdisjoint((verb, *said)):
        return False
    before = [bare(word) for word in duty.words if word.start < duty.directive.modal.start]
    if not cues.entries("claim-handlers", language).isdisjoint(before[:_NEAR]):
        return False  # “staff must send complaints to the office within a day”
    behind = [bare(word) for word in duty.words if word.start >= duty.directive.modal.end]
    return not nouns.isdisjoint((*_head(before, language), *behind[1 : 1 + _NEAR]))


def granted(old: Duty, new: Duty) -> Granted | None:
    """“Have 30 days to appeal”, “the time for an appeal is two weeks”: the times of both sides."""
    one, two = _granted(old), _granted(new)
    return (one, two) if one and two and one[1] != two[1] else None


def _granted(duty: Duty) -> tuple[Span, float] | None:
    known = cues.entries("claim-nouns", duty.language) | cues.entries("appealing", duty.language)
    lows = {bare(word) for word in duty.words}
    if duty.ban or known.isdisjoint(lows):
        return None
    grants = cues.entries("claim-grants", duty.language)
    found: list[Time] = []
    for at in range(1, len(duty.words)):
        time = amount(duty, at)
        if time and bare(duty.words[at - 1]) in grants and duty.changed((time.start, time.end)):
            found.append(time)
    return ((found[0].start, found[0].end), found[0].hours) if len(found) == 1 else None


def _head(subject: Sequence[str], language: str) -> list[str]:
    """The words of a subject up to its first preposition: “claims for a refund”."""
    light = cues.entries("articles", language)
    opening = lexicon(primary(language)).prepositions
    behind = takewhile(lambda low: low not in opening, (low for low in subject if low not in light))
    return list(behind)[:_NEAR]
