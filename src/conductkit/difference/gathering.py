"""The evidence that all axes find in two texts whose duties stand side by side."""

from dataclasses import replace
from functools import cache
from typing import NamedTuple

from conductkit import axes as axes_shelf
from conductkit import shelf
from conductkit.axes import obligation
from conductkit.axis import Axis, Duty
from conductkit.change import Evidence
from conductkit.difference import cues
from conductkit.difference.credible import tells
from conductkit.difference.duties import Paired, close
from conductkit.difference.weighing import weigh
from conductkit.language import lemma
from conductkit.language.lexicon import lexicon, primary

Open = tuple[frozenset[int], frozenset[int]]
"""Where the words begin that the other side does not have, old and new."""


class Found(NamedTuple):
    """Evidence; `presumed` where its sentence commands nobody in so many words, `doubtful` where
    only the place of its words in the sentence tells."""

    evidence: Evidence
    presumed: bool = False
    doubtful: bool = False


@cache
def all_axes() -> tuple[Axis, ...]:
    """The axes that compare pairs of duties, in their turn."""
    found = [module.axis for module in shelf.modules(axes_shelf) if hasattr(module, "axis")]
    return tuple(sorted(found, key=lambda axis: axis.rank))


def gather(paired: Paired, opened: Open) -> tuple[list[Found], Open]:
    """The evidence of all axes, and the words still open after them."""
    if _reformed(paired, opened):
        return [], opened
    evidence = _lone(paired)
    gone = {word.start for duty in paired.gone for word in duty.words}
    come = {word.start for duty in paired.come for word in duty.words}
    opened = opened[0] - gone, opened[1] - come
    pairs = list(paired.pairs)
    for axis in all_axes():
        closed: tuple[set[int], set[int]] = set(), set()
        for old, new in pairs:
            presumed = old.presumed or new.presumed
            for shift in axis.compare(old, new):
                weighed, capped = weigh(axis, old, new, shift)
                if presumed and not capped and not tells(axis, old, new, shift, weighed.effect):
                    continue  # of words that command nobody nothing is known to say the same
                evidence.append(Found(weighed, presumed, doubtful=capped or not shift.sure))
                closed[0].update(_starts(old, shift.old))
                closed[1].update(_starts(new, shift.new))
        if not closed[0] and not closed[1]:
            continue
        opened = opened[0] - closed[0], opened[1] - closed[1]
        olds = close((old for old, _ in pairs), frozenset(closed[0]))
        news = close((new for _, new in pairs), frozenset(closed[1]))
        pairs = list(zip(olds, news, strict=True))
    return _swapped(evidence), opened


def _swapped(found: list[Found]) -> list[Found]:
    """A clause that went where one of another kind came tells nothing: “unless they object”, “if
    they agree”."""
    axes = ("condition", "exception", "concession")
    gone = {item.evidence.axis for item in found if not item.evidence.new}.intersection(axes)
    come = {item.evidence.axis for item in found if not item.evidence.old}.intersection(axes)
    if not gone or not come or gone == come:
        return found
    return [
        item._replace(evidence=replace(item.evidence, effect="unknown"))
        if item.evidence.axis in gone | come
        else item
        for item in found
    ]


def _starts(duty: Duty, span: tuple[int, int] | None) -> set[int]:
    return {word.start for word in duty.within(span)} if span else set()


def _lone(paired: Paired) -> list[Found]:
    """Duties on one side only. On both sides: reworded past recognition, nothing can be told."""
    torn = bool(paired.gone) and bool(paired.come)
    found = []
    for duty in paired.gone:
        effect = "unknown" if torn else obligation.effect(duty, added=False)
        found.append(Found(Evidence("obligation", _quote(duty), "", effect), duty.presumed))
    for duty in paired.come:
        effect = "unknown" if torn else obligation.effect(duty, added=True)
        found.append(Found(Evidence("obligation", "", _quote(duty), effect), duty.presumed))
    return found


def _reformed(paired: Paired, opened: Open) -> bool:
    """Whether a duty of one side stands in another's words on the other: “must check and log
    calls”, “calls must be checked and logged”."""
    for lone, at in ((paired.gone, 1), (paired.come, 0)):
        others = [pair[at] for pair in paired.pairs]
        if not _verbs(others, opened[at]).isdisjoint(duty.directive.verb for duty in lone):
            return True
    return False


def _verbs(duties: list[Duty], opened: frozenset[int]) -> set[str | None]:
    """The verbs that the open words of some duties are forms of."""
    return {
        lemma.verb(cues.bare(word), lexicon(primary(duty.language)))
        for duty in duties
        for word in duty.words
        if word.start in opened and not _strength(duty, word.start)
    }


def _strength(duty: Duty, start: int) -> bool:
    """Whether a word only says how strongly something is asked: the “aim” of “aim to”."""
    modal = duty.directive.modal
    return bool(modal.cue) and modal.start <= start < modal.end


def _quote(duty: Duty) -> str:
    return duty.quote((duty.directive.start, duty.directive.end))
