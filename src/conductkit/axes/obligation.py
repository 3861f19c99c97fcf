"""Whether there is a duty at all: one that only the old or only the new text has.

Two texts are compared duty by duty; what is left over on one side comes here with nothing beside
it. A permission of those bound that goes makes the rule stronger, a right of those served weaker.
"""

import re
from collections.abc import Iterable

from conductkit.axis import Duty
from conductkit.difference import cues
from conductkit.difference.freedoms import enforces as names_sanction
from conductkit.difference.freedoms import whose
from conductkit.difference.pointers import points


def effect(duty: Duty, added: bool) -> str:
    """What it does that a duty came (or went)."""
    more, less = ("stronger", "weaker") if added else ("weaker", "stronger")
    if denies_force(duty.quote((duty.directive.start, duty.directive.end)), duty.language):
        return less
    if points(duty):
        return "unknown"
    if not duty.free:
        return less if withholds(duty) else more
    sanction = duty.force == "permission" and _among_sanctions(duty)
    holder = "served" if sanction else whose(duty)
    if holder == "bound":
        return less
    return more if holder == "served" and duty.force == "permission" else "unknown"


def _among_sanctions(duty: Duty) -> bool:
    """Whether a permission is to act on a breach, or stands in one sentence with such a one: “may
    remove comments, block accounts and cancel tickets”."""
    sentence = duty.reading.sentences[duty.directive.sentence]
    verbs = [
        one.verb or ""
        for one in (duty.directive, *sentence.directives)
        if one.modal.force == "permission"
    ]
    return any(names_sanction(verb, duty.language) for verb in verbs)


def withholds(duty: Duty) -> bool:
    """“Will not act on complaints about …”: a ban that takes from those whom the code protects."""
    if not duty.ban or duty.directive.verb not in cues.entries("services", duty.language):
        return False
    return bool(duty.cues("services-due"))


def denies_force(text: str, language: str) -> bool:
    """“Should not be considered enforceable”: it takes the force from every other duty."""
    lows = set(re.findall(r"[\w'’]+", text.lower().replace("’", "'")))
    negation = cues.entries("negation", language)
    return bool(lows & negation) and bool(lows & cues.entries("force-words", language))


def enforces(words: Iterable[str], language: str) -> bool:
    """Whether words name what is done about a breach: banning, removing, a warning."""
    return any(names_sanction(word, language) for word in words)
