"""What it does to a duty that the number of a limit rises.

A limit says which cases are meant (“gifts above 50 euros”, “children under 12”), or how much is
asked or allowed (“stay more than two metres away”, “at most three guests”).
"""

from conductkit.axis import Duty
from conductkit.difference import cues
from conductkit.difference.claiming import late
from conductkit.difference.cues import bare
from conductkit.difference.limits import Limit
from conductkit.language import Word
from conductkit.language.lexicon import lexicon, primary

_SUBJECT = 3  # words of a short subject
_CASES = {"from": "weaker", "below": "stronger", "most": "stronger", "least": "weaker"}
_ASKED = {"from": "stronger", "below": "weaker", "most": "weaker", "least": "stronger"}
_OPPOSITE = {"weaker": "stronger", "stronger": "weaker"}


def rise(limit: Limit, duty: Duty) -> tuple[str, bool]:
    """What a rise does, read for a duty, and whether that is sure; "unknown" where it is open.

    Of a permission it is read as what it does to the permission.
    """
    if not cues.entries("fines", duty.language).isdisjoint(duty.lows):
        return "unknown", True  # the higher a fine, the harder for some, the better for others
    if limit.sort == "upto":
        return ("unknown", True) if duty.ban else ("stronger", True)
    if duty.ban or duty.free:
        off = any(part.start <= limit.start < part.end for part in duty.directive.exceptions)
        known = not duty.ban or off or limit.sort in ("from", "below")
        effect = _CASES[limit.sort] if known else "unknown"
        effect = _OPPOSITE.get(effect, effect) if late(duty) else effect
        return _lifted(limit, duty, effect), True
    role = _role(limit, duty)
    if not role:
        return "unknown", True
    effect = (_CASES if role == "cases" else _ASKED)[limit.sort]
    if limit.sort == "most" and _favour(limit, duty):
        return "unknown", True
    placed = lexicon(primary(duty.language)).prepositions.isdisjoint(_between(limit, duty))
    sure = (
        limit.sort == "least"
        and placed
        and start(limit, duty) == limit.start
        and not _before_modal(limit, duty)
    ) or (role == "cases" and _before_modal(limit, duty))
    sure = sure or (limit.sort == "from" and role == "cases")
    return _lifted(limit, duty, effect), sure


def describes(limit: Limit, duty: Duty) -> bool:
    """Whether a least number may say which ones are meant: “gifts of at least 50 euros”, not “a
    discount of at least 10 percent”."""
    before = [bare(word) for word in duty.words if word.start < limit.start]
    if before[-2:-1] == [duty.directive.verb]:
        return False
    if before[-1:] not in (["of"], ["worth"], ["aged"], ["is"], ["are"]):
        return False
    return before[-3:-2] not in (["a"], ["an"], ["the"])


def start(limit: Limit, duty: Duty) -> int:
    """Where a limit begins with the words that lead to it: “worth more than 25 euros”."""
    leads = cues.entries("threshold-leads", duty.language)
    first = limit.start
    for word in reversed(duty.words):
        if word.start < first:
            if bare(word) not in leads:
                break
            first = word.start
    return first


def _role(limit: Limit, duty: Duty) -> str:
    """“cases” where a limit says which ones are meant, “asked” where it says how much is asked;
    empty where nobody can tell."""
    directive = duty.directive
    clauses = (*directive.conditions, *directive.exceptions)
    # “If guests come, at least two …”: “at least” may be read as the end of the condition.
    if any(clause.start <= limit.start and limit.end <= clause.end for clause in clauses):
        return "cases"
    if _before_modal(limit, duty):
        return _of_subject(limit, duty)
    between = _between(limit, duty)
    if not between:
        return "asked"
    if limit.sort in ("least", "most"):
        return "" if describes(limit, duty) else "asked"
    if not cues.entries("quantity-nouns", duty.language).isdisjoint(between):
        return "asked"
    return "" if limit.sort == "below" else "cases"  # “help children under 12”, “keep it under 8°”


def _of_subject(limit: Limit, duty: Duty) -> str:
    """“At least two adults must …” asks for them, “groups of at least six must …” means these."""
    first = duty.words[0].start if duty.words else 0
    before = {bare(word) for word in duty.words if word.start < limit.start}
    if not cues.entries("quantity-nouns", duty.language).isdisjoint(before):
        return "asked"  # “a gap of at least two metres must …”
    opens = start(limit, duty) in (first, _behind_front(limit, duty))
    if limit.sort == "below" or not opens:
        return "cases"
    return "" if limit.sort == "from" else "asked"


def _behind_front(limit: Limit, duty: Duty) -> int:
    """Where a limit stands that opens what is asked behind a condition or a colon: “If guests come,
    at least two …”; -1 elsewhere."""
    place = start(limit, duty)
    before = duty.reading.text[:place].rstrip()
    fronted = before.endswith(",") and bool(duty.directive.conditions)
    return place if fronted or before.endswith(":") else -1


def _before_modal(limit: Limit, duty: Duty) -> bool:
    modal, verb = duty.directive.modal, duty.verb_span
    if modal.cue:
        return limit.start < modal.start
    if not verb:  # “Anyone younger than 16 needs …”
        return duty.presumed and limit.start in {word.start for word in duty.words[:_SUBJECT]}
    return duty.presumed and limit.start < verb[0]


def _between(limit: Limit, duty: Duty) -> list[str]:
    """The words that say something between the verb and the limit."""
    verb = duty.verb_span
    behind = verb[1] if verb else duty.directive.modal.end
    light = cues.entries("threshold-leads", duty.language)
    light |= cues.entries("faint-words", duty.language) | cues.entries("head-leads", duty.language)
    found: list[Word] = [word for word in duty.words if behind <= word.start < start(limit, duty)]
    return [] if all(bare(word) in light for word in found) else [bare(word) for word in found]


def _lifted(limit: Limit, duty: Duty, effect: str) -> str:
    """An effect turned round where the limit stands in what lets somebody off."""
    off = any(clause.start <= limit.start < clause.end for clause in duty.directive.exceptions)
    return _OPPOSITE.get(effect, effect) if off else effect


def _favour(limit: Limit, duty: Duty) -> bool:
    """Whether a most may be one of what people get, or of what they suffer."""
    if duty.presumed:
        allowing = cues.entries("allowed", duty.language)
        return allowing.isdisjoint(duty.lows) or _role(limit, duty) != "asked"
    return duty.directive.verb in cues.entries("giving", duty.language) or _sanctions(duty)


def _sanctions(duty: Duty) -> bool:
    stems = tuple(cues.entries("exclusion-stems", duty.language))
    return bool(stems) and any(low.startswith(stems) for low in duty.lows)
