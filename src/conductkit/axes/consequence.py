"""What follows a breach: dismissal, is a breach of this code, may lead to …, without warning.

How long somebody is shut out is read here too: for a month, for a year, for ever.
"""

from collections.abc import Iterator

from conductkit.axis import (
    Duty,
    Shift,
    Span,
    changed_cues,
    define,
    differing,
    direction,
    presence,
    spans,
)
from conductkit.difference import cues
from conductkit.difference.cues import Cue
from conductkit.difference.exclusion import lengths, longer
from conductkit.difference.freedoms import enforces
from conductkit.language import lemma
from conductkit.language.lexicon import lexicon, primary

_NEAR = 4  # words between what leads to a sanction and the sanction


@define(rank=25)
def axis(old: Duty, new: Duty) -> Iterator[Shift]:
    before, after = differing(old, lengths(old), new, lengths(new))
    for one, two in zip(before, after, strict=False):
        yield Shift((one.start, one.end), (two.start, two.end), longer(one, two))
    harsher = changed_cues(old, new, "sanction-scale")
    if len(harsher[0]) == len(harsher[1]) == 1 and harsher[0][0].value != harsher[1][0].value:
        values = harsher[0][0].value, harsher[1][0].value
        told = any(_of_whom(duty, cue[0]) for duty, cue in zip((old, new), harsher, strict=True))
        effect = "unknown" if told else direction(*values)
        yield Shift(spans(harsher[0])[0], spans(harsher[1])[0], effect)
        return
    if shift := _led(old, new):
        yield shift
        return
    for name in ("consequence", *(("sanction-manner",) if _sanctions(old, new) else ())):
        found = changed_cues(old, new, name)
        if len(found[0]) == len(found[1]) == 1 and (
            effect := _surer(found[0][0], found[1][0], old)
        ):
            yield Shift(spans(found[0])[0], spans(found[1])[0], effect)
            continue
        swapped = all(found)  # which of them weighs more cannot be told
        added, removed = ("unknown", "unknown") if swapped else ("stronger", "weaker")
        yield from presence(spans(found[0]), spans(found[1]), added=added, removed=removed)


def _of_whom(duty: Duty, cue: Cue) -> bool:
    """Whether a sanction only says who is meant: “a member who is expelled may appeal”."""
    if any(one.start <= cue.start < one.end for one in duty.directive.conditions):
        return True
    known = lexicon(primary(duty.language))
    done = lemma.is_participle(cue.entry.split()[0], known)
    return done and bool(duty.directive.modal.cue) and cue.start < duty.directive.modal.start


def _surer(one: Cue, two: Cue, duty: Duty) -> str:
    """“May result in”, “will result in”: whether what follows is surer; empty for other words."""
    sides = one.entry.split(), two.entry.split()
    certain, possible = (
        cues.entries(name, duty.language) for name in ("certain-to-follow", "possible-to-follow")
    )
    if sides[0][1:] != sides[1][1:] or not {sides[0][0], sides[1][0]} <= certain | possible:
        return ""
    return direction(float(sides[0][0] in certain), float(sides[1][0] in certain))


def _led(old: Duty, new: Duty) -> Shift | None:
    """“Leads to a ban”, “may lead to a ban”: what follows for sure, and what may follow."""
    one, two = _leading(old), _leading(new)
    if one is None or two is None or one[1] == two[1]:
        return None
    return Shift(one[0], two[0], direction(float(one[1]), float(two[1])))


def _leading(duty: Duty) -> tuple[Span, bool] | None:
    """The words that say that a sanction follows, and whether it surely does; None where there are
    none, or several, or where it is denied."""
    hits = duty.cues("enforcement-cues")
    if len(hits) != 1 or not cues.entries("negation", duty.language).isdisjoint(duty.lows):
        return None
    behind = [word.low for word in duty.words if word.start >= hits[0].end][:_NEAR]
    if not any(enforces(low, duty.language) for low in behind):
        return None
    before = [word for word in duty.words if word.start < hits[0].start][-1:]
    modals = cues.entries("modal-words", duty.language)
    start = next((word.start for word in before if word.low in modals), hits[0].start)
    possible = cues.entries("possible-to-follow", duty.language)
    return (start, hits[0].end), possible.isdisjoint(word.low for word in before)


def _sanctions(old: Duty, new: Duty) -> bool:
    """Whether both duties name what is done about a breach, and forbid none of it."""
    named = all(any(enforces(low, duty.language) for low in duty.lows) for duty in (old, new))
    return named and not (old.ban or new.ban)
