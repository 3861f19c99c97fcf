"""For whom a permission is there: what its holder gains may be what others lose."""

from conductkit.axis import Duty
from conductkit.difference import cues
from conductkit.difference.cues import bare


def whose(duty: Duty) -> str:
    """Whose gain a permission or release is: "bound", "served" or "" where nobody can tell.

    To set the code aside frees those bound, whoever they are. To turn to somebody, to claim
    something, and to act on a breach are there for those whom the code protects.
    """
    if duty.cues("exemptions"):
        return "bound"
    if duty.force != "permission":
        return duty.holder
    verb = duty.directive.verb or ""
    if heard(duty):
        return "served"
    if (enforces(verb, duty.language) and duty.holder != "bound") or imposes(duty):
        return "served"
    subject = (duty.directive.subject or "").lower().split()
    if not cues.entries("issuer", duty.language).isdisjoint(subject):
        return duty.holder
    if duty.cues("own-report") or duty.cues("kept-back"):
        return "served"  # “you may bring a friend to talks about your report”
    turning = verb in cues.entries("contact-verbs", duty.language) and not _reaches_served(duty)
    claims = turning or verb in cues.entries("claims", duty.language)
    claims = claims or not cues.entries("claiming-words", duty.language).isdisjoint(duty.lows)
    return "served" if claims else duty.holder


def _reaches_served(duty: Duty) -> bool:
    """Whether those who are turned to are those whom a code protects: “tutors may call pupils”."""
    verb = duty.verb_span
    behind = [word for word in duty.words if verb and word.start >= verb[1]]
    light = cues.entries("articles", duty.language) | cues.entries("every", duty.language)
    near = next((bare(word) for word in behind if bare(word) not in light), "")
    return near in cues.entries("served", duty.language) | cues.entries("in-care", duty.language)


def imposes(duty: Duty) -> bool:
    """Whether a permission is one to act on a breach by what its words name: “may respond with a
    warning or a ban”, not “may appeal against the ban”."""
    verb = duty.directive.verb or ""
    if verb not in cues.entries("imposing", duty.language):
        return False
    if not duty.lows.isdisjoint(cues.entries("imposing-turns", duty.language)):
        return False
    start = duty.directive.modal.end
    behind = (word for word in duty.words if word.start >= start)
    return any(enforces(word.low, duty.language) for word in behind)


def heard(duty: Duty) -> bool:
    """Whether a sentence that commands nobody says how people can say something: “complaints can be
    made by phone or by mail”."""
    possible = duty.directive.modal.cue in cues.entries("possible-to-follow", duty.language)
    voiced = not duty.lows.isdisjoint(cues.entries("voices", duty.language))
    spoken = duty.directive.verb in cues.entries("voicing", duty.language)
    return duty.presumed and possible and voiced and spoken


def threatens(duty: Duty) -> bool:
    """Whether a sentence that commands nobody says what may follow a breach: “may be banned”."""
    possible = duty.directive.modal.cue in cues.entries("possible-to-follow", duty.language)
    return duty.presumed and possible and enforces(duty.directive.verb or "", duty.language)


def enforces(word: str, language: str) -> bool:
    """Whether a word names what is done about a breach: banning, removing, a warning."""
    stems = tuple(cues.entries("enforcement-stems", language))
    return bool(stems) and word.startswith(stems)
