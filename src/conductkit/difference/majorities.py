"""How many must agree or be there for a decision: a majority, two thirds, all, ten members.

The more are asked for, the more a decision needs. Of a sanction nobody can tell whose side that is.
"""

from conductkit.axis import Duty, Span
from conductkit.difference import cues
from conductkit.difference.cues import bare
from conductkit.difference.freedoms import enforces
from conductkit.difference.shares import share

_NEAR = 3  # words between a number and those who are counted
_Vote = tuple[Span, float, bool]


def voted(old: Duty, new: Duty) -> tuple[Span, Span, float, float] | None:
    """The places and the parts of those who must agree, where they changed."""
    one, two = _vote(old), _vote(new)
    if not one or not two or one[1] == two[1] or one[2] != two[2]:
        return None
    return one[0], two[0], one[1], two[1]


def _vote(duty: Duty) -> _Vote | None:
    """The one part, or number, of those who must agree that the other side has not."""
    context = cues.entries("voting", duty.language)
    if context.isdisjoint(duty.lows) or any(enforces(low, duty.language) for low in duty.lows):
        return None
    parts = [((cue.start, cue.end), cue.value, True) for cue in duty.cues("majority")]
    parts += [((duty.words[at].start, part[1]), part[0], True)
              for at in range(len(duty.words)) if (part := share(duty, at))]  # fmt: skip
    found = [one for one in parts if duty.changed(one[0])]
    if not parts:
        found = [one for one in _heads(duty) if duty.changed(one[0])]
    whole = {one[0][0]: one for one in sorted(found, reverse=True)}
    kept = [one for one in whole.values() if not any(_inside(one[0], o[0]) for o in found)]
    return kept[0] if len(kept) == 1 else None


def _inside(one: Span, other: Span) -> bool:
    return one != other and other[0] <= one[0] and one[1] <= other[1]


def _heads(duty: Duty) -> list[_Vote]:
    people = cues.entries("roles", duty.language) | cues.entries("heads", duty.language)
    people -= cues.entries("voting", duty.language)
    found = []
    for at, word in enumerate(duty.words):
        value = cues.number(word, duty.language)
        behind = {bare(one) for one in duty.words[at + 1 : at + _NEAR]}
        if value and bare(word) not in ("a", "an") and not people.isdisjoint(behind):
            found.append(((word.start, word.end), value, False))
    return found
