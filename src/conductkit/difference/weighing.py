"""What a shift on an axis does to the duty, read for whoever has a freedom that it changes."""

from conductkit.axes import obligation
from conductkit.axis import Axis, Duty, Shift
from conductkit.change import Evidence, mirror
from conductkit.difference import cues
from conductkit.difference.effects import turned
from conductkit.difference.freedoms import enforces, whose

_READ = ("modal", "polarity", "consequence")  # say what a permission is by themselves


def weigh(axis: Axis, old: Duty, new: Duty, shift: Shift) -> tuple[Evidence, bool]:
    """The evidence, and whether it is that of a freedom of which nobody knows whose it is."""
    effect, doubtful = shift.effect, False
    placed = axis.fixed and shift.old and shift.new
    if effect == "neutral" and placed and _around(old, shift.old) != _around(new, shift.new):
        effect = "unknown"  # the same words in another place may belong to another verb
    if not shift.read and axis.name not in _READ and (old.free or new.free):
        holder = whose(old) if whose(old) == whose(new) else ""
        verbs = (old.directive.verb or "", new.directive.verb or "")
        if axis.name == "list" and all(map(enforces, verbs, (old.language, new.language))):
            holder = "served"  # one sanction more is there for those whom the code protects
        if not holder and axis.turns == "bound" and _serves(old) and _serves(new):
            doubtful, holder = True, "bound"
        effect = turned(effect, axis.turns, holder)
    elif axis.turns == "bound" and obligation.withholds(old) and obligation.withholds(new):
        effect = mirror(effect)  # what is not acted on grows: the protected have less
    directed = shift.effect in ("stronger", "weaker")
    capped = effect == "unknown" and directed and _caps(axis, old, new, shift)
    effect = turned(shift.effect, axis.turns, "bound") if capped else effect
    return Evidence(
        axis.name, old.quote(shift.old), new.quote(shift.new), effect
    ), capped or doubtful


def _serves(duty: Duty) -> bool:
    """Whether those who have a freedom have it for the sake of others: “coaches may …”."""
    subject = (duty.directive.subject or "").lower().split()
    return not cues.entries("serving", duty.language).isdisjoint(subject)


def _caps(axis: Axis, old: Duty, new: Duty, shift: Shift) -> bool:
    """Whether the limit of a freedom changed: “members may bring up to two guests”. A limit is
    there for the sake of others, whoever has the freedom."""
    if not (old.free and new.free and shift.old and shift.new) or whose(old) or whose(new):
        return False
    if not old.lows.isdisjoint(cues.entries("receiving", old.language)):
        return False  # “may be paid up to 20 euros”
    caps = tuple(cues.entries("caps", old.language))
    said = [duty.quote(span).lower() for duty, span in ((old, shift.old), (new, shift.new))]
    return axis.name == "threshold" or all(words.startswith(caps) for words in said)


def _around(duty: Duty, span: tuple[int, int] | None) -> tuple[str, str]:
    """The words before and behind a span."""
    before = after = ""
    for word in duty.words:
        if span and word.start < span[0]:
            before = word.low
        elif span and word.start >= span[1]:
            after = word.low
            break
    return before, after
