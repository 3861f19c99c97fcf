"""How strongly somebody is bound: must, should, try to, may, need not.

Of two strengths with one sign the smaller binds less. A duty that becomes a permission or a release
is weaker; the change of sign itself is the axis polarity.
"""

from collections.abc import Iterator

from conductkit.axis import Duty, Shift, define
from conductkit.difference import cues
from conductkit.language.lexicon import primary


@define(rank=10)
def axis(old: Duty, new: Duty) -> Iterator[Shift]:
    spans = _cue(old), _cue(new)
    if not any(span and duty.changed(span) for span, duty in zip(spans, (old, new), strict=True)):
        return
    effect = _effect(old, new)
    if effect:
        yield Shift(*spans, effect)


def _cue(duty: Duty) -> tuple[int, int] | None:
    """The words that give the strength, with the “you” of “you must”; None for an imperative."""
    modal, subject = duty.directive.modal, duty.directive.subject
    if not modal.cue:
        return None
    start = duty.reading.text.rfind("ou", duty.directive.start, modal.start) - 1
    if subject and subject.lower() in cues.entries("addressed", duty.language) and start >= 0:
        return start, modal.end
    return modal.start, modal.end


def _effect(old: Duty, new: Duty) -> str:
    """The effect; empty where the sign changes, which is not this axis's to say."""
    before, after = old.directive.modal, new.directive.modal
    open_ = cues.entries("possible-modals", old.language)
    if before.cue != after.cue and not open_.isdisjoint((before.cue, after.cue)):
        return "unknown"
    if old.force == new.force:
        if before.value != after.value:
            grows = abs(after.value) > abs(before.value)
            return "stronger" if grows else "weaker"
        if _denials(old) != _denials(new):
            return "unknown"  # “must never”, “must not never”
        return "neutral" if _alike(old, new) else _trying(old, new)
    if old.holder == "served" or new.holder == "served":
        return "unknown" if {old.force, new.force} != {"permission", "ban"} else ""
    if old.cues("unnamed") or new.cues("unnamed"):
        return "unknown"  # “you do not have to give your name” is there for who says something
    binding = {"duty": 1, "ban": 1, "permission": 0, "release": 0}
    pair = {old.force, new.force}
    if pair in ({"duty", "ban"}, {"permission", "ban"}):
        return ""
    if binding[old.force] == binding[new.force]:
        return "unknown"
    return "stronger" if binding[new.force] else "weaker"


def _denials(duty: Duty) -> int:
    """How often a duty denies beside the words that give its strength."""
    denials, modal = cues.entries("negation", duty.language), duty.directive.modal
    return sum(
        cues.bare(word) in denials and not modal.start <= word.start < modal.end
        for word in duty.words
    )


def _trying(old: Duty, new: Duty) -> str:
    """“Should strive to”, “must strive to”: one effort, asked for more or less strongly."""
    (head, *rest), (other, *last) = _plain(old).split() or [""], _plain(new).split() or [""]
    strength = cues.scale("presumed-modals", primary(old.language))
    if not rest or rest != last or head not in strength or other not in strength:
        return "unknown"
    if strength[head] == strength[other]:
        return "unknown"
    return "stronger" if strength[other] > strength[head] else "weaker"


def _alike(old: Duty, new: Duty) -> bool:
    """Whether two cues of one strength say the same: “must” and a bare imperative do."""
    cue = [_plain(duty) for duty in (old, new)]
    if cue[0] == cue[1] or (sorted(cue) == ["can", "may"] and _turns_to(old) and _turns_to(new)):
        return True
    groups = cues.ladders("modal-equals", old.language)
    return any(cue[0] in group and cue[1] in group for group in groups)


def _turns_to(duty: Duty) -> bool:
    """Whether somebody is free to turn to somebody, which “can” and “may” say alike."""
    return duty.directive.verb in cues.entries("contact-verbs", duty.language)


def _plain(duty: Duty) -> str:
    modal = duty.directive.modal
    return " ".join(modal.cue.split()) or ("do" if modal.force == "duty" else "")
