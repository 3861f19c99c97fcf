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


def claiming(duty: Duty, limit: int) -> bool:
    """Whether a duty says how a claim is made, rather than how it is dealt with; the time that it
    names begins at `limit`."""
    language, verb = duty.language, duty.directive.verb or ""
    if duty.presumed and duty.directive.modal.cue in cues.entries("possible", language):
        return verb in cues.entries("claims", language)  # “may be challenged within …”
    nouns, verbs = (cues.entries(name, language) for name in ("claim-nouns", "claim-verbs"))
    if verb in cues.entries("appealing", language):
        return duty.force == "duty"
    first = duty.directive.modal.start if duty.directive.modal.cue else duty.directive.end
    before = (duty.directive.subject or "").lower().split()
    before += [bare(word) for word in duty.words if word.start < first]
    said = [bare(word) for word in duty.words if word.start >= duty.directive.modal.end]
    told = [bare(word) for word in duty.words if duty.directive.modal.end <= word.start < limit]
    late = cues.entries("joints", language).intersection(told) and not verbs.isdisjoint(told)
    stems = tuple(cues.entries("services", language) | cues.entries("process-verbs", language))
    handled = any(low.startswith(stems) for low in told)
    near = not verbs.isdisjoint((verb, *said[:_NEAR])) or (late and not handled)
    if duty.force != "duty" or not near:
        return False
    if not cues.entries("claim-handlers", language).isdisjoint(before[:_NEAR]):
        return False  # “staff must send complaints to the office within a day”
    return not nouns.isdisjoint((*_head(before, language), *said[1 : 1 + _NEAR]))


def late(duty: Duty) -> bool:
    """“We cannot deal with complaints about what is more than a year old”: a ban that takes from
    whoever claims."""
    handled = duty.ban and duty.directive.verb in cues.entries("claim-services", duty.language)
    return handled and not cues.entries("claim-nouns", duty.language).isdisjoint(duty.lows)


def granted(old: Duty, new: Duty) -> Granted | None:
    """“Have 30 days to appeal”, “the time for an appeal is two weeks”: the times of both sides."""
    one, two = _granted(old), _granted(new)
    return (one, two) if one and two and one[1] != two[1] else None


def _granted(duty: Duty) -> tuple[Span, float] | None:
    known = cues.entries("claim-nouns", duty.language) | cues.entries("appealing", duty.language)
    known |= cues.entries("replying", duty.language)
    lows = {bare(word) for word in duty.words}
    if duty.ban or known.isdisjoint(lows):
        return None
    handlers = cues.entries("claim-handlers", duty.language)
    if not handlers.isdisjoint(bare(word) for word in duty.words[:_NEAR]):
        return None  # “the board has two weeks to reply to an appeal”
    grants = cues.entries("claim-grants", duty.language)
    if _refused(duty):  # “complaints received after 30 days will not be considered”
        grants |= cues.entries("too-late", duty.language)
    found: list[Time] = []
    for at in range(1, len(duty.words)):
        time = amount(duty, at)
        if time and bare(duty.words[at - 1]) in grants and duty.changed((time.start, time.end)):
            found.append(time)
    return ((found[0].start, found[0].end), found[0].hours) if len(found) == 1 else None


def _refused(duty: Duty) -> bool:
    denied = not cues.entries("negation", duty.language).isdisjoint(duty.lows)
    handled = cues.entries("services", duty.language) | cues.entries(
        "claim-services", duty.language
    )
    return denied and duty.directive.verb in handled


def _head(subject: Sequence[str], language: str) -> list[str]:
    """The words of a subject up to its first preposition: “claims for a refund”."""
    light = cues.entries("articles", language)
    opening = lexicon(primary(language)).prepositions
    behind = takewhile(lambda low: low not in opening, (low for low in subject if low not in light))
    return list(behind)[:_NEAR]
