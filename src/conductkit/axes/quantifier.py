"""How many: all, most, some, selected. Fewer means less; under a ban “any” adds nothing."""

from collections.abc import Iterator

from conductkit.axis import Duty, Shift, changed_cues, define, direction
from conductkit.difference import cues
from conductkit.difference.cues import Cue
from conductkit.language.lexicon import lexicon, primary

_NONE = 4.0


@define(rank=110, turns="bound", fixed=True)
def axis(old: Duty, new: Duty) -> Iterator[Shift]:
    before, after = changed_cues(old, new, "quantifier")
    for one, two in zip(before, after, strict=False):
        effect = direction(_value(one, old), _value(two, new))
        chosen = effect == "neutral" and _every(one, old) != _every(two, new)
        chosen = chosen or (effect == "neutral" and _vague(one, two))
        if chosen or _denies(one, old) != _denies(two, new):
            effect = "unknown"  # “choose any seat”, “choose every seat”
        yield Shift((one.start, one.end), (two.start, two.end), effect)
    for one in before[len(after) :]:
        if old.amid(one.start, one.end):
            continue
        effect = direction(_value(one, old), _NONE)
        unsure = _denies(one, old) or _replaced(old, one, new)
        yield Shift((one.start, one.end), None, "unknown" if unsure else effect)
    for two in after[len(before) :]:
        if new.amid(two.start, two.end):
            continue
        effect = direction(_NONE, _value(two, new))
        unsure = _denies(two, new) or _replaced(new, two, old)
        yield Shift(None, (two.start, two.end), "unknown" if unsure else effect)


def _replaced(duty: Duty, cue: Cue, other: Duty) -> bool:
    """Whether more than the number changed: it went with what it counts, for which something else
    stands on the other side (“all rooms”, “the reading room”)."""
    if duty.ban and duty.directive.form == "nominal" and _every(cue, duty):
        return True  # “forbidden in all rooms” forbids it in each, unlike “do not open all of them”
    words = duty.replaced(cue.start, cue.end, other)
    counted = next((word for word in duty.words if word.start >= cue.end), None)
    return _named(words, duty) or bool(other.open and counted and counted.start in duty.open)


def _named(words: tuple[str, ...], duty: Duty) -> bool:
    """Whether words stand for all by themselves: “all is well”, “everything is well”."""
    alone = lexicon(primary(duty.language))
    return not (alone.personal | alone.objects).isdisjoint(words)


def _vague(one: Cue, two: Cue) -> bool:
    """Whether two words for some count otherwise: “few”, “a few”; “many”, “several”."""
    return one.entry != two.entry and max(one.value, two.value) <= _NONE


def _denies(cue: Cue, duty: Duty) -> bool:
    """“No” turns what it stands before: that is more than a number."""
    return cue.entry in cues.entries("negation", duty.language)


def _value(cue: Cue, duty: Duty) -> float:
    if not duty.ban or cue.value < _NONE:
        return cue.value
    # “Do not share all of it” forbids less than “do not share it”.
    return _NONE - 1 if _every(cue, duty) else _NONE


def _every(cue: Cue, duty: Duty) -> bool:
    """All, each, every; not “any”, which leaves a choice, or adds nothing."""
    return cue.entry in cues.entries("universal", duty.language)
