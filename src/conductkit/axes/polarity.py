"""Whether something is asked for or forbidden: do and do not, may and may not, accept, refuse."""

from collections.abc import Iterator

from conductkit.axis import Duty, Shift, Span, define
from conductkit.difference import cues

_SIGN = {"duty": 1, "ban": -1, "permission": 1, "release": 0}


@define(rank=20)
def axis(old: Duty, new: Duty) -> Iterator[Shift]:
    flipped = _SIGN[old.force] * _SIGN[new.force] < 0
    verbs = old.verb_span, new.verb_span
    opposed = _opposed(old, new) and any(
        span and duty.changed(span) for span, duty in zip(verbs, (old, new), strict=True)
    )
    if flipped and opposed:
        yield Shift(_head(old), _head(new), "unknown")  # “refuse gifts”, “never accept gifts”
    elif opposed and old.force == new.force:
        yield Shift(*verbs, "reversed")
    elif flipped and (_open(old) or _open(new)):
        yield Shift(_cue(old), _cue(new), "reversed")


def _opposed(old: Duty, new: Duty) -> bool:
    pair = {old.directive.verb, new.directive.verb}
    return len(pair) == 2 and any(
        pair == set(group) for group in cues.ladders("antonyms", old.language)
    )


def _cue(duty: Duty) -> Span | None:
    modal = duty.directive.modal
    return (modal.start, modal.end) if modal.cue else None


def _open(duty: Duty) -> bool:
    cue = _cue(duty)
    return cue is not None and duty.changed(cue)


def _head(duty: Duty) -> Span | None:
    cue, verb = _cue(duty), duty.verb_span
    if cue and verb:
        return min(cue[0], verb[0]), max(cue[1], verb[1])
    return cue or verb
