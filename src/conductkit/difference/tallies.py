"""Numbers that are neither a time nor a limit: warnings before a ban, percentages to be reached.

The fewer warnings before a sanction, the harder it is for those bound; the higher a share that is
asked for, the more is asked.
"""

from conductkit.axis import Duty, Span
from conductkit.difference import cues
from conductkit.difference.cues import bare
from conductkit.difference.freedoms import enforces

_Tally = tuple[Span, float]


def tallied(old: Duty, new: Duty) -> tuple[_Tally, _Tally, str] | None:
    """The one number of each side, and what a rise of it does; None where nothing is known."""
    for read, more in ((_strikes, "weaker"), (_shares, "stronger")):
        one, two = read(old), read(new)
        if one and two and one[1] != two[1]:
            return one, two, more
    return None


def _strikes(duty: Duty) -> _Tally | None:
    """“After three warnings”, “who ignores two reminders”: so many before a sanction follows."""
    turns = cues.entries("strike-turns", duty.language) | cues.entries(
        "imposing-turns", duty.language
    )
    if duty.ban or duty.cues("head-turns") or not turns.isdisjoint(duty.lows):
        return None
    counted = cues.entries("strikes", duty.language)
    found = _lone(duty)
    if found is None:
        return None
    at, tally = found
    behind = [bare(word) for word in duty.words[at + 1 : at + 3]]
    before = [bare(word) for word in duty.words[max(0, at - 3) : at]]
    leads = cues.entries("before-strikes", duty.language)
    other = [low for low in duty.lows if low not in counted and enforces(low, duty.language)]
    told = not leads.isdisjoint(before) and not counted.isdisjoint(behind)
    return tally if told and other else None


def _shares(duty: Duty) -> _Tally | None:
    """“Must answer 90 % of calls”, where more is asked by a higher share."""
    asked = duty.force == "duty" and bool(duty.directive.modal.cue) and not duty.presumed
    found = _lone(duty)
    if not asked or found is None or duty.cues("head-turns") or duty.cues("threshold"):
        return None
    tally = found[1]
    behind = duty.reading.text[tally[0][1] :].lstrip().lower()
    share = behind.startswith(tuple(cues.entries("per-cent-of", duty.language)))
    return tally if share and tally[0][0] > duty.directive.modal.end else None


def _lone(duty: Duty) -> tuple[int, _Tally] | None:
    """The only open number outside the conditions, and where it stands among the words."""
    found = [
        (at, ((word.start, word.end), value))
        for at, word in enumerate(duty.words)
        if word.start in duty.open
        and (value := cues.number(word, duty.language)) is not None
        and bare(word) not in ("a", "an")
    ]
    return found[0] if len(found) == 1 else None
