"""Where the conditions, exceptions and concessions of a duty stand."""

from dataclasses import dataclass

from conductkit.axis import Duty, Span
from conductkit.difference import cues
from conductkit.difference.cues import Cue, bare
from conductkit.language import Clause, normalise

_STOPS = ".;:!?"


@dataclass(frozen=True, slots=True)
class Found:
    """A clause: its place, the end of the words that open it, and itself in comparable form."""

    span: Span
    cue: Span
    text: str


def clauses(duty: Duty, kind: str) -> list[Found]:
    """The clauses of one kind, in order."""
    own = {
        "condition": duty.directive.conditions,
        "exception": duty.directive.exceptions,
        "concession": duty.directive.concessions,
    }[kind]
    hits = duty.cues(kind)
    if kind == "exception":
        known = {hit.start for hit in hits}
        hits += [_opening(clause) for clause in own if clause.start not in known]
        hits += _bare_exceptions(duty, hits)
        hits.sort()
    escapes = [(cue.start, cue.end) for cue in _escapes(duty)]
    found: list[Found] = []
    for hit in hits:
        if any(start <= hit.start < end for start, end in escapes):
            continue
        clause = next((c for c in own if c.start <= hit.start < c.end), None)
        start = clause.start if clause and clause.start == hit.start else hit.start
        end = _end(duty, max(hit.end, clause.end if clause else hit.end))
        end = _before_modal(duty, hit.end, end) if duty.presumed else end
        if found and start < found[-1].span[1]:
            continue
        text = normalise(duty.reading.text[start:end], duty.language)
        found.append(Found((start, end), (hit.start, hit.end), text))
    return found


def _before_modal(duty: Duty, start: int, end: int) -> int:
    """Where a clause in the subject of a statement ends: “taken without consent | must …”."""
    said = duty.directive.modal
    inside = [word.end for word in duty.words if start <= word.end <= said.start]
    return max(inside, default=end) if said.cue and start <= said.start < end else end


def _bare_exceptions(duty: Duty, known: list[Cue]) -> list[Cue]:
    """What a ban lets off by one word: “do not enter without knocking”."""
    opening = cues.entries("ban-exceptions", duty.language)
    if not duty.ban or opening.isdisjoint(duty.lows):
        return []
    joints = cues.entries("joints", duty.language)
    found = []
    verb = duty.verb_span or (duty.directive.start, duty.directive.end)
    for at, word in enumerate(duty.words[:-1]):
        if word.start < verb[1]:
            continue
        taken = any(hit.start <= word.start < hit.end for hit in known)
        joined = at > 0 and bare(duty.words[at - 1]) in joints
        if bare(word) in opening and not taken and not joined:
            found.append(Cue(word.start, word.end, bare(word), 0))
    return found


def _opening(clause: Clause) -> Cue:
    return Cue(clause.start, clause.start + len(clause.cue), clause.cue, 0)


def _escapes(duty: Duty) -> list[Cue]:
    """Cues that look like conditions and are read on axes of their own."""
    names = ("escape-clause", "frequency")
    return [cue for name in names for cue in duty.cues(name)]


def _end(duty: Duty, end: int) -> int:
    """Where a clause ends: with the relative clauses in it, before the next mark or directive."""
    starts = [one.start for one in duty.reading.directives if one.start >= end]
    starts += [c.start for c in duty.reading.clauses if c.start >= end and c.kind != "relative"]
    limit = min(starts, default=len(duty.reading.text))
    last = end
    for word in duty.words:
        if word.start < end:
            continue
        gap = duty.reading.text[last : word.start]
        if word.start >= limit or any(mark in gap for mark in _STOPS + ","):
            break
        last = word.end
    return last
