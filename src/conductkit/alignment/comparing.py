"""A promise beside a rule of a staff code: is it carried, weakened or contradicted?"""

from functools import lru_cache

from conductkit.alignment.asks import Ask
from conductkit.alignment.result import Backing, Carried
from conductkit.alignment.topics import read
from conductkit.change import Evidence
from conductkit.difference.effects import combine
from conductkit.difference.wording import Verdict, judge
from conductkit.language.lexicon import primary

_NEAR = 0.5  # share of words in common from which on two duties are the same one reworded
_NOBODY = frozenset({"party", "restrictor"})


def carried(promise: Ask, staff: Ask) -> Carried | None:
    """What a staff rule makes of a promise; None where it is about something else."""
    if not staff.meets(promise):
        return None
    if near(promise, staff):
        return _reworded(promise, staff)
    if promise.topics & staff.topics:
        return _of_one_topic(promise, staff)
    lesser = read(primary(promise.code.language)).lesser
    first = any(lesser.get(topic) in staff.topics for topic in promise.topics)
    if first and staff.channels is not None:  # else it is about one matter, such as complaints
        return _too_late(promise, staff)
    return None


def near(one: Ask, two: Ask) -> bool:
    """Whether most of the words that two asks are about are the same."""
    total = len(one.about) + len(two.about)
    return bool(total) and 2 * len(one.about & two.about) >= _NEAR * total + 1e-9


def _answer(staff: Ask, verdict: Backing, axis: str = "", old: str = "", new: str = "") -> Carried:
    promised, asked = (f"“{words}”" if words else "nothing" for words in (old, new))
    why = f"{axis}: {promised} in the promise, {asked} in the rule" if axis else ""
    return Carried(verdict, staff.code, staff.rule, axis, why)


def _reworded(promise: Ask, staff: Ask) -> Carried:
    found = _judged(promise.text, staff.text, promise.code.language, staff.code.language)
    evidence = [item for item in found.evidence if not _said_anyway(item)]
    # What is stricter in one way and less strict in another still falls short of the promise.
    effect = combine(item.effect for item in evidence if item.effect != "stronger")
    if not evidence and found.effect == "unknown":
        told = promise.about <= staff.about
        return _answer(staff, "backed") if told else Carried("unsure", staff.code, staff.rule)
    first = next((item for item in evidence if item.effect == effect), None)
    verdicts: dict[str, Backing] = {
        "reversed": "contrary", "weaker": "weaker", "mixed": "unsure", "unknown": "unsure",
    }  # fmt: skip
    verdict = verdicts.get(effect, "backed")
    if verdict == "backed":
        return _of_one_topic(promise, staff)
    shown = (first.axis, first.old, first.new) if first else ("", "", "")
    if verdict == "contrary":
        shown = (shown[0], promise.text, staff.text)
    return _answer(staff, verdict, shown[0], *(words.removeprefix("You ") for words in shown[1:]))


def _said_anyway(item: Evidence) -> bool:
    """Whom it binds is not compared here, and a bare plural means all."""
    return item.axis in _NOBODY or (item.axis == "quantifier" and not (item.old and item.new))


@lru_cache(maxsize=4096)
def _judged(old: str, new: str, language: str, other: str) -> Verdict:
    """The verdict on two texts; many codes of a family say the same."""
    return judge(old, new, (language, other))


def _of_one_topic(promise: Ask, staff: Ask) -> Carried:
    asked, given = promise.duty.directive, staff.duty.directive
    if abs(given.modal.value) < abs(asked.modal.value):
        return _answer(staff, "weaker", "modal", asked.modal.cue or "must", given.modal.cue)
    late = _too_late(promise, staff)
    if late:
        return late
    if promise.times and not staff.times:
        return _answer(staff, "weaker", "deadline", _quoted(promise))
    if staff.channels is not None and not (promise.reach and promise.reach <= staff.channels):
        missing = sorted((promise.reach or frozenset()) - staff.channels)
        return _answer(staff, "weaker", "channels", ", ".join(missing) or "every channel",
                       ", ".join(sorted(staff.channels)))  # fmt: skip
    if given.exceptions and not asked.exceptions:
        clause = given.exceptions[0]
        return _answer(
            staff, "weaker", "exception", "no exception", staff.duty.reading.quote(clause)
        )
    return _answer(staff, "backed")


def _too_late(promise: Ask, staff: Ask) -> Carried | None:
    if not (promise.times and staff.times):
        return None
    soonest = min(time.hours for time in promise.times)
    latest = max(time.hours for time in staff.times)
    if latest <= soonest:
        return None
    return _answer(staff, "weaker", "deadline", _quoted(promise), _quoted(staff))


def _quoted(ask: Ask) -> str:
    return ask.duty.quote((ask.times[0].start, ask.times[0].end))
