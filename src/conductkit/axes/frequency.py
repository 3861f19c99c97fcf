"""How regularly: always, usually, sometimes. A duty without such a word stands just below always.

A ban is not read here: its “never” is its modal.
"""

from collections.abc import Iterator

from conductkit.axis import Duty, Shift, changed_cues, define, direction

_NONE = 4.0


@define(rank=80, turns="bound")
def axis(old: Duty, new: Duty) -> Iterator[Shift]:
    if old.ban or new.ban:
        return
    before, after = changed_cues(old, new, "frequency")
    if not before and not after:
        return
    least = [min((cue.value for cue in found), default=_NONE) for found in (before, after)]
    spans = [(found[0].start, found[-1].end) if found else None for found in (before, after)]
    effect = direction(*least)
    if effect == "neutral" and not (_simple(old) and _simple(new)):
        effect = "unknown"  # “always tell them to log it”, “tell them to log it always”
    yield Shift(spans[0], spans[1], effect)


def _simple(duty: Duty) -> bool:
    """Whether there is one verb only that the word can belong to."""
    return duty.directive.main_end == duty.directive.end and not any(
        word.low in ("to", "and", "or") for word in duty.words
    )
