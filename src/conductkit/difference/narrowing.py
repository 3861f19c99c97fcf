"""Words that narrow what a ban, or a sentence about where a code holds, covers.

What is denied of something is denied of less where the thing is described more closely: who bans
“shouting in the hall” bans less than who bans “shouting”. So one stretch of further words has a
direction, unless it lists, counts, denies or stresses something.
"""

from conductkit.axis import Duty, Span
from conductkit.difference import cues
from conductkit.difference.cues import bare
from conductkit.language import Word
from conductkit.language.lexicon import lexicon, primary

_LONGEST = 8  # words of such a stretch
_NEAR = 3  # words between “every” and what tells which
_MARKS = ",;.!?()"
# Lists whose words do something else than narrow.
_OTHER = (
    "joints", "negation", "stress", "quantifier", "number-like", "threshold-least",
    "threshold-from", "concession", "exception", "coverage",
)  # fmt: skip


def narrowing(duty: Duty, other: Duty) -> Span | None:
    """The one stretch by which a duty covers less than the other, which has no words besides."""
    if other.open or not duty.open or duty.language != other.language:
        return None
    if duty.directive.verb != other.directive.verb:
        return None  # “do not try to open it” is not “do not open it”
    run = [word for word in duty.words if word.start in duty.open]
    kinds = (_bans, holds, _permits)
    asked = _at_times(duty, other, run) or _of_all(duty, other, run)
    if not any(kind(duty) and kind(other) for kind in kinds) and not asked:
        return None
    kept = [bare(word) for word in duty.words if word.start not in duty.open]
    if len(run) > _LONGEST or kept != [bare(word) for word in other.words]:
        return None
    if not _one(duty, run) or _listed(duty, run):
        return None
    return None if _turned(duty, run[0]) else (run[0].start, run[-1].end)


def _bans(duty: Duty) -> bool:
    """Whether a ban is one: not “approval is not needed for sheds”."""
    return duty.ban and (not duty.presumed or refused(duty) or duty.promised)


def refused(duty: Duty) -> bool:
    """Whether the words of a ban refuse something: “Unacceptable: shouting”, “is not welcome”."""
    cue = duty.directive.modal.cue
    return not cue or cue in cues.entries("unaccepted", duty.language)


def _permits(duty: Duty) -> bool:
    """Whether it is a freedom: who may bring registered guests may bring fewer."""
    return duty.force == "permission" and not duty.presumed


def _at_times(duty: Duty, other: Duty, run: list[Word]) -> bool:
    """Whether the words say when something is asked that was asked always: “at night”."""
    asked = duty.force == other.force == "duty"
    found = cues.find(duty.reading, run, "occasions") if asked else []
    return bool(found) and found[0].start == run[0].start


def _of_all(duty: Duty, other: Duty, run: list[Word]) -> bool:
    """Whether the words say which of all are meant: “every complaint that names somebody”."""
    if not duty.force == other.force == "duty" or not duty.directive.modal.cue:
        return False
    at = duty.words.index(run[0])
    before = {bare(word) for word in duty.words[max(0, at - _NEAR) : at]}
    every = cues.entries("universal", duty.language) | cues.entries("everyone", duty.language)
    tells = bare(run[0]) in cues.entries("relatives", duty.language)
    return tells and not every.isdisjoint(before)


def holds(duty: Duty) -> bool:
    """Whether a sentence says where a code holds, and limits nothing."""
    blocked = cues.entries("scope-limits", duty.language) | cues.entries("negation", duty.language)
    open_ = {bare(word) for word in duty.words if word.start in duty.open}
    verb = duty.directive.verb or ""
    verbs = cues.entries("scope-verbs", duty.language)
    if duty.words and bare(duty.words[0]) in cues.entries("scope-subjects", duty.language):
        verbs |= cues.entries("holding", duty.language)  # “this code holds”, not “we hold talks”
    said = {verb, f"{verb}s"} & verbs
    return bool(duty.presumed and said) and blocked.isdisjoint(duty.lows - open_)


def _one(duty: Duty, run: list[Word]) -> bool:
    """Whether words stand together, outside what says the ban; no mark is in them, and none parts
    them from both sides."""
    first = duty.words.index(run[0])
    last = first + len(run)
    if first == 0 or duty.words[first:last] != tuple(run):
        return False
    text, modal = duty.reading.text, duty.directive.modal
    if _parted(duty, last) and (_parted(duty, first) or _governed(duty, first)):
        return False
    inside = modal.cue and any(modal.start <= word.start < modal.end for word in run)
    return not inside and not any(mark in text[run[0].end : run[-1].end] for mark in _MARKS + ":")


def _governed(duty: Duty, at: int) -> bool:
    """Whether a preposition asks for what stands at a place: the first of “because of A, B”."""
    return bare(duty.words[at - 1]) in lexicon(primary(duty.language)).prepositions


def _parted(duty: Duty, at: int) -> bool:
    """Whether a mark or a joint stands before a word, or the words end there."""
    if at >= len(duty.words):
        return True
    gap = duty.reading.text[duty.words[at - 1].end : duty.words[at].start]
    joints = cues.entries("joints", duty.language)
    joined = bare(duty.words[at]) in joints or bare(duty.words[at - 1]) in joints
    return joined or any(mark in gap for mark in _MARKS)


def _listed(duty: Duty, run: list[Word]) -> bool:
    """Whether a stretch lists, counts, denies or stresses rather than narrows."""
    for name in _OTHER:
        if cues.find(duty.reading, run, name) or any(
            bare(word) in cues.entries(name, duty.language) for word in run
        ):
            return True
    return any(cues.number(word, duty.language) not in (None, 1.0) for word in run)


def _turned(duty: Duty, word: Word) -> bool:
    """Whether a word stands where further words let off less: in an exception, behind “without”."""
    directive = duty.directive
    clauses = (*directive.conditions, *directive.exceptions, *directive.concessions)
    if any(clause.start <= word.start < clause.end for clause in clauses):
        return True
    before = {bare(one) for one in duty.words if one.start < word.start}
    return not cues.entries("turning", duty.language).isdisjoint(before)
