"""Whether something is asked for or forbidden: do and do not, may and may not, accept, refuse."""

from collections.abc import Iterator

from conductkit.axis import Duty, Shift, Span, define
from conductkit.difference import cues
from conductkit.difference.cues import bare

_SIGN = {"duty": 1, "ban": -1, "permission": 1, "release": 0}


@define(rank=20)
def axis(old: Duty, new: Duty) -> Iterator[Shift]:
    flipped = _SIGN[old.force] * _SIGN[new.force] < 0
    if flipped and _shifted(old, new):
        yield Shift(_cue(old), _cue(new), "unknown")
        return
    verbs = old.verb_span, new.verb_span
    opposed = _opposed(old, new) and any(
        span and duty.changed(span) for span, duty in zip(verbs, (old, new), strict=True)
    )
    if flipped and opposed:
        yield Shift(_head(old), _head(new), "unknown")  # “refuse gifts”, “never accept gifts”
    elif opposed and old.force == new.force:
        yield Shift(*verbs, "reversed")
    elif flipped and (_open(old) or _open(new)):
        refused = any(_refuses(duty) or _limits(duty) for duty in (old, new))
        yield Shift(_cue(old), _cue(new), "unknown" if refused else "reversed")


def _shifted(old: Duty, new: Duty) -> bool:
    """Whether only the denial stands elsewhere: “never agree to tell”, “agree never to tell”."""
    denials = cues.entries("negation", old.language)
    words = [[bare(word) for word in duty.words] for duty in (old, new)]
    kept = [[low for low in side if low not in denials] for side in words]
    return kept[0] == kept[1] and sorted(words[0]) == sorted(words[1])


def _opposed(old: Duty, new: Duty) -> bool:
    pair = {old.directive.verb, new.directive.verb}
    return len(pair) == 2 and any(
        pair == set(group) for group in cues.ladders("antonyms", old.language)
    )


def _refuses(duty: Duty) -> bool:
    """Whether its own verb denies, which makes two denials: “refuse gifts”, “avoid gifts”."""
    verb, span = duty.directive.verb, duty.verb_span
    opposed = any(verb == group[-1] for group in cues.ladders("antonyms", duty.language))
    opposed = opposed or verb in cues.entries("turning", duty.language)
    return opposed and span is not None and duty.changed(span)


def _limits(duty: Duty) -> bool:
    """Whether it denies or limits with further words: “promise only what you can keep”."""
    turns = cues.entries("negation", duty.language) | cues.entries("scope-shifters", duty.language)
    turns |= cues.entries("near-denials", duty.language)
    turns -= cues.entries("denial-parts", duty.language)
    cue = _cue(duty) or (0, 0)
    return any(
        word.start in duty.open and bare(word) in turns and not cue[0] <= word.start < cue[1]
        for word in duty.words
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
