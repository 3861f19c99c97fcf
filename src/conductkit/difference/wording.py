"""What a change of words does to the duty: the evidence, the effect, how sure it is.

The words of both texts are aligned; corrections are set aside; then each axis looks at the words
that differ, duty by duty. What no axis explains keeps a change from being called neutral.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache

from conductkit import axes as axes_shelf
from conductkit import shelf
from conductkit.axes import obligation
from conductkit.axis import Axis, Duty, Shift
from conductkit.change import Evidence
from conductkit.difference.coverage import coverage, opened
from conductkit.difference.duties import Paired, close, pair
from conductkit.difference.editorial import corrections, loosened
from conductkit.difference.effects import combine, turned
from conductkit.difference.holders import NOBODY, Holders
from conductkit.difference.literals import same_literals
from conductkit.difference.passage import Passage, clause_moved, passage, reordered
from conductkit.difference.punctuation import harmless
from conductkit.difference.reason_words import without_reasons
from conductkit.difference.runs import runs
from conductkit.difference.shared import NOTHING, Shared
from conductkit.difference.statements import stated
from conductkit.redline import Block, blocks

_UNSURE = 0.25  # share of words without explanation from which on nothing is sure
_Open = tuple[frozenset[int], frozenset[int]]


@dataclass(frozen=True, slots=True)
class Verdict:
    """The effect of a change of words, with its evidence; `confidence` is "high" or "low"."""

    effect: str = "neutral"
    evidence: tuple[Evidence, ...] = ()
    confidence: str = "high"


Excuse = Callable[[Verdict, Passage, Passage], bool]


@cache
def all_axes() -> tuple[Axis, ...]:
    """The axes that compare pairs of duties, in their turn."""
    found = [module.axis for module in shelf.modules(axes_shelf) if hasattr(module, "axis")]
    return tuple(sorted(found, key=lambda axis: axis.rank))


def judge(
    old: str, new: str, languages: tuple[str, str],
    holders: tuple[Holders, Holders] = NOBODY,
    *, excused: Excuse | None = None, shared: Shared = NOTHING,
) -> Verdict:  # fmt: skip
    """What the change from one text to the other does to the duty they state.

    Sentences that both have are left out; what differs is judged stretch by stretch. `excused`
    says of a stretch that does not read as neutral whether it binds nobody all the same;
    `shared` is what the editions as wholes say of it.
    """
    if old == new:
        return Verdict()
    one, two = passage(old, languages[0]), passage(new, languages[1])
    whole = languages[0] != languages[1] or (one.lone and two.lone)
    changed = [(one, two)] if whole and not shared.settled else runs(one, two, shared.settled)
    if changed is None:
        return Verdict("unknown", (), "low")
    return together([_excused(_judge(*pair, holders, shared), pair, excused) for pair in changed])


def _excused(verdict: Verdict, sides: tuple[Passage, Passage], excused: Excuse | None) -> Verdict:
    if excused is None or verdict.effect == "neutral" or not excused(verdict, *sides):
        return verdict
    return Verdict()


def together(verdicts: Sequence[Verdict]) -> Verdict:
    """Several verdicts on one thing as one; it is sure if all that say something are."""
    if len(verdicts) == 1:
        return verdicts[0]
    effect = combine(item.effect for item in verdicts)
    evidence = dict.fromkeys(one for item in verdicts for one in item.evidence)
    sure = all(item.confidence == "high" for item in verdicts)
    return Verdict(effect, tuple(evidence), "high" if sure else "low")


def _judge(one: Passage, two: Passage, holders: tuple[Holders, Holders], shared: Shared) -> Verdict:
    """The verdict on two texts taken whole."""
    found = loosened(one, two, blocks(one.tokens, two.tokens))
    same = same_literals(one, two, found)
    if found and reordered(one, two):
        return Verdict("unknown", (), "low")
    if found and same and clause_moved(one, two):
        return Verdict()
    lists = opened(one, two, found)
    explained = {*corrections(one, two, found), *lists}
    explained |= {
        (a, b, c, d) for a, b, c, d in found if (one.tokens[a:b], two.tokens[c:d]) in shared.renamed
    }
    safe = same and one.residue == two.residue and harmless(one, two, found)
    left = [block for block in found if block not in explained]
    if not left and not lists:
        return Verdict("neutral" if safe else "unknown", (), "high" if safe else "low")
    listed = coverage(one, two) if safe else []
    if listed:
        return Verdict(combine(item.effect for item in listed), tuple(listed))
    open_ = _opened(one, two, left)
    paired = pair(one, two, open_, holders)
    evidence, open_ = _evidence(paired, open_)
    evidence += [*lists.values(), *stated(one, two)]
    open_ = without_reasons(one, open_[0]), without_reasons(two, open_[1])
    return _verdict(evidence, open_, safe, len(one.words) + len(two.words))


def _verdict(evidence: list[Evidence], opened: _Open, safe: bool, words: int) -> Verdict:
    shown = tuple(item for item in dict.fromkeys(evidence) if item.effect != "neutral")
    rest = len(opened[0]) + len(opened[1])
    if not shown:
        return Verdict("neutral") if safe and not rest else Verdict("unknown", (), "low")
    effect = combine(item.effect for item in shown)
    sure = safe and rest <= _UNSURE * words and effect != "unknown"
    return Verdict(effect, shown, "high" if sure else "low")


def _opened(one: Passage, two: Passage, left: list[Block]) -> _Open:
    """Where the words begin that the other side does not have."""
    old = {one.words[one.owners[at]].start for a, b, _, _ in left for at in range(a, b)}
    new = {two.words[two.owners[at]].start for _, _, c, d in left for at in range(c, d)}
    return frozenset(old), frozenset(new)


def _evidence(paired: Paired, opened: _Open) -> tuple[list[Evidence], _Open]:
    """The evidence of all axes, and the words still open after them."""
    evidence = _lone(paired)
    gone = {word.start for duty in paired.gone for word in duty.words}
    come = {word.start for duty in paired.come for word in duty.words}
    opened = opened[0] - gone, opened[1] - come
    pairs = list(paired.pairs)
    for axis in all_axes():
        closed: tuple[set[int], set[int]] = set(), set()
        for old, new in pairs:
            for shift in axis.compare(old, new):
                evidence.append(_weigh(axis, old, new, shift))
                closed[0].update(_starts(old, shift.old))
                closed[1].update(_starts(new, shift.new))
        if not closed[0] and not closed[1]:
            continue
        opened = opened[0] - closed[0], opened[1] - closed[1]
        olds = close((old for old, _ in pairs), frozenset(closed[0]))
        news = close((new for _, new in pairs), frozenset(closed[1]))
        pairs = list(zip(olds, news, strict=True))
    return evidence, opened


def _starts(duty: Duty, span: tuple[int, int] | None) -> set[int]:
    return {word.start for word in duty.within(span)} if span else set()


def _weigh(axis: Axis, old: Duty, new: Duty, shift: Shift) -> Evidence:
    effect = shift.effect
    placed = axis.fixed and shift.old and shift.new
    if effect == "neutral" and placed and _around(old, shift.old) != _around(new, shift.new):
        effect = "unknown"  # the same words in another place may belong to another verb
    if axis.name not in ("modal", "polarity") and (old.free or new.free):
        holder = old.holder if old.holder == new.holder else ""
        effect = turned(effect, axis.turns, holder)
    return Evidence(axis.name, old.quote(shift.old), new.quote(shift.new), effect)


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


def _lone(paired: Paired) -> list[Evidence]:
    """Duties on one side only. On both sides: reworded past recognition, nothing can be told."""
    torn = bool(paired.gone) and bool(paired.come)
    found = []
    for duty in paired.gone:
        effect = "unknown" if torn else obligation.effect(duty, added=False)
        found.append(Evidence("obligation", _quote(duty), "", effect))
    for duty in paired.come:
        effect = "unknown" if torn else obligation.effect(duty, added=True)
        found.append(Evidence("obligation", "", _quote(duty), effect))
    return found


def _quote(duty: Duty) -> str:
    return duty.quote((duty.directive.start, duty.directive.end))
