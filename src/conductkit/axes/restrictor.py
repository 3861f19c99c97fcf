"""A word that narrows what counts: material, serious, repeated, confirmed.

Under a ban, and in a sentence that says where a code holds, any further words narrow what is
covered (“touching people at work”), though they are on no list. Some words make a freedom larger
(“may report anonymously”).
"""

from collections.abc import Iterator

from conductkit.axis import Duty, Shift, changed_cues, define, presence, spans
from conductkit.difference import cues
from conductkit.difference.cues import Cue, bare
from conductkit.difference.narrowing import narrowing
from conductkit.difference.recipients import fewer


@define(rank=120, turns="bound")
def axis(old: Duty, new: Duty) -> Iterator[Shift]:
    before, after = changed_cues(old, new, "restrictor")
    before = [cue for cue in before if not (old.amid(cue.start, cue.end) or _again(old, cue))]
    after = [cue for cue in after if not (new.amid(cue.start, cue.end) or _again(new, cue))]
    if before or after:
        for shift in presence(spans(before), spans(after), added="weaker", removed="stronger"):
            swapped = (shift.old and old.replaced(*shift.old, new)) or (
                shift.new and new.replaced(*shift.new, old)
            )  # “serious”, “minor”
            yield shift._replace(effect="unknown") if swapped else shift
        return
    if old.force == new.force == "permission":
        before, after = changed_cues(old, new, "freeing-manner")
        if before or after:
            yield from presence(spans(before), spans(after), added="stronger", removed="weaker")
            return
    if old.ban and new.ban:
        before, after = changed_cues(old, new, "hedges")
        if before or after:
            yield from presence(spans(before), spans(after), added="weaker", removed="stronger")
            return
    if named := fewer(old, new):
        yield named
        return
    if span := narrowing(new, old):
        yield Shift(None, span, "weaker", sure=False)
    elif span := narrowing(old, new):
        yield Shift(span, None, "stronger", sure=False)


def _again(duty: Duty, cue: Cue) -> bool:
    """Whether a word is said once more of the same thing: “relevant dates which are relevant”."""
    behind = [bare(word) for word in duty.words if word.start >= cue.end]
    relatives, copulas = (cues.entries(n, duty.language) for n in ("relatives", "be-words"))
    return any(
        one in relatives and two in copulas and three == cue.entry
        for one, two, three in zip(behind, behind[1:], behind[2:], strict=False)
    )
