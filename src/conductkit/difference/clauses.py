"""Conditions, exceptions and concessions of two duties compared clause by clause."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile

from conductkit.axis import Duty, Shift, Span
from conductkit.difference import cues
from conductkit.difference.cues import Cue, bare
from conductkit.difference.embedded import embeds
from conductkit.language import Clause, lemma, normalise
from conductkit.language.lexicon import lexicon, primary
from conductkit.redline import blocks

_FLIP = {"weaker": "stronger", "stronger": "weaker"}
_STOPS = ".;:!?"


@dataclass(frozen=True, slots=True)
class _Found:
    """A clause: its place, the end of the words that open it, and itself in comparable form."""

    span: Span
    cue: Span
    text: str


def compare_clauses(
    old: Duty, new: Duty, kind: str, added: str, qualifiers: str = ""
) -> Iterator[Shift]:
    """Shifts for the clauses of one kind; `added` is what a new one does to the duty.

    A clause that only moved within its sentence is neutral where one verb can have it. `qualifiers`
    names a list of words that make an exception harder to claim.
    """
    before, after = _clauses(old, kind), _clauses(new, kind)
    for one in list(before):
        same = next((two for two in after if two.text == one.text), None)
        if same:
            before.remove(one)
            after.remove(same)
            if old.changed(one.span) or new.changed(same.span):
                apart = _embedded(old, one) or _embedded(new, same)
                yield Shift(one.span, same.span, "unknown" if apart else "neutral")
    for one, two in zip(before, after, strict=False):
        effect = _changed(old, new, one, two, added, qualifiers)
        if effect != "unknown" or added == "weaker":  # the items of a concession are a list
            yield Shift(one.span, two.span, effect)
        if effect == "unknown" and added == "weaker" and (item := _item(old, new, one, two)):
            more = "weaker" if qualifiers else "stronger"
            yield Shift(one.span, two.span, more if item > 0 else _FLIP[more])
    for one in before[len(after) :]:
        if old.changed(one.cue) and not _within_item(old, one):
            swapped = _described(new) or old.replaced(*one.span, new) or _moved(old, one, new)
            whole = _whole(old, one) and not swapped
            yield Shift(one.span, None, _FLIP[added] if whole else "unknown")
    for two in after[len(before) :]:
        if new.changed(two.cue) and not _within_item(new, two):
            swapped = _described(old) or new.replaced(*two.span, old) or _moved(new, two, old)
            whole = _whole(new, two) and not swapped
            yield Shift(None, two.span, added if whole else "unknown")


def _moved(duty: Duty, clause: _Found, other: Duty) -> bool:
    """Whether “without” stands elsewhere on the other side."""
    lows = [bare(word) for word in duty.within(clause.cue)]
    opening = cues.entries("ban-exceptions", duty.language)
    return len(lows) == 1 and lows[0] in opening and lows[0] in other.lows


def _described(duty: Duty) -> bool:
    """Whether a relative clause stands on this side alone: “whoever is late” for “if late”."""
    opening = cues.entries("relatives", duty.language)
    return any(word.start in duty.open and bare(word) in opening for word in duty.words)


def _embedded(duty: Duty, clause: _Found) -> bool:
    """Whether a clause might belong to a verb inside the duty: “tell them to call if …”."""
    start, end = clause.span
    rest = [bare(word) for word in duty.words if not start <= word.start < end]
    return embeds(rest, duty.language)


def _within_item(duty: Duty, clause: _Found) -> bool:
    """Whether a clause came or went as part of an item: “, and in public when you represent us”."""
    before = [word for word in duty.words if word.start < clause.span[0]]
    run = list(takewhile(lambda word: word.start in duty.open, reversed(before)))
    return bool(run) and bare(run[-1]) in cues.entries("joints", duty.language)


def _whole(duty: Duty, clause: _Found) -> bool:
    """Whether a clause is on one side only, rather than its words in another place, or another
    clause behind its first word: “without consent”, “without telling them”."""
    parts = [duty.within(clause.span)]
    if len(parts[0]) > 1 and parts[0][0].start not in duty.open:
        return False
    if len(cue := duty.within(clause.cue)) > 2:  # “with or without” says it all
        parts.append(cue)
    return any(2 * sum(word.start in duty.open for word in part) > len(part) for part in parts)


def _changed(old: Duty, new: Duty, one: _Found, two: _Found, added: str, qualifiers: str) -> str:
    """One clause whose words changed: what was taken out and put in, if only one of the two."""
    if old.changed(one.cue) or new.changed(two.cue):
        return "unknown"
    out, into = _said(old, one), _said(new, two)
    if bool(out) == bool(into):
        return "unknown"
    words, effect = (into, added) if into else (out, _FLIP[added])
    harder = cues.entries(qualifiers, old.language) if qualifiers else frozenset()
    if harder and all(word in harder for word in words):
        return _FLIP[effect]
    narrower = cues.entries("restrictor", old.language)
    if added == "weaker" and narrower.issuperset(words) and not _denied(old, one):
        return _FLIP[effect] if qualifiers else effect  # “if a serious incident happens”
    joint = _joint(words, old.language) or _inner_joint(*((new, two) if into else (old, one)))
    if not joint:
        return "unknown"
    # “Unless A or B” lets off more, “if A or B” binds more; “if you cannot reach A or B” neither.
    if qualifiers == "" and _denied(old, one):
        return "unknown"
    wider = joint in cues.entries("alternatives", old.language)
    opens = qualifiers != "" or added == "stronger"
    if not wider and not opens and not _happens(words, old):
        # “when serving guests and staff” holds for each, “if the cook and the guest agree” for both
        known = lexicon(primary(old.language))
        acts = any(lemma.is_gerund(word, known) for word in words)
        each = _doing(old, one) and _doing(new, two) and not acts
        return _FLIP[effect] if each else "unknown"
    return effect if wider == opens or added == "stronger" else _FLIP[effect]


def _denied(duty: Duty, clause: _Found) -> bool:
    negation = cues.entries("negation", duty.language)
    return any(bare(word) in negation for word in duty.within(clause.span))


def _joint(words: list[str], language: str) -> str:
    """The coordinator at an edge of the words that one side of a clause has besides."""
    joints = cues.entries("joints", language)
    return next((word for word in (words[0], words[-1]) if word in joints), "")


def _inner_joint(duty: Duty, clause: _Found) -> str:
    """The “or” of a list in a clause of which an inner item is open: “A, B or C”."""
    words = duty.within(clause.span)
    found = {bare(word) for word in words} & cues.entries("joints", duty.language)
    places = [at for at, word in enumerate(words) if word.start in duty.open]
    if not found or not found <= cues.entries("alternatives", duty.language) or not places:
        return ""
    first, last = places[0], places[-1]
    whole = places == list(range(first, last + 1)) and first > 0 and last + 1 < len(words)
    text = duty.reading.text
    if not whole or "," not in text[words[first - 1].end : words[first].start]:
        return ""
    closed = "," in text[words[last].end : words[last + 1].start]
    return found.pop() if closed or bare(words[last + 1]) in found else ""


def _happens(words: list[str], duty: Duty) -> bool:
    """Whether words say that something happens, rather than name a further thing."""
    known = lexicon(primary(duty.language))
    verbs = known.verbs | known.auxiliaries
    return any(
        low in verbs or low in known.personal or lemma.is_finite(low, known) for low in words
    )


def _doing(duty: Duty, clause: _Found) -> bool:
    """Whether a clause tells what one does at the time: “when serving …”."""
    words = duty.within((clause.cue[1], clause.span[1]))
    return bool(words) and lemma.is_gerund(bare(words[0]), lexicon(primary(duty.language)))


def _said(duty: Duty, clause: _Found) -> list[str]:
    """The open words of a clause, those aside that say nothing beside others: “both A and B”."""
    found = [bare(word) for word in duty.within(clause.span) if word.start in duty.open]
    light = cues.entries("articles", duty.language) | cues.entries("paired", duty.language)
    return [word for word in found if word not in light]


def _item(old: Duty, new: Duty, one: _Found, two: _Found) -> int:
    """1 where a clause whose words changed has an alternative more (“or the council”), -1 where it
    has one less, else 0."""
    sides = [[bare(word) for word in duty.within(c.span)] for duty, c in ((old, one), (new, two))]
    found = blocks(*sides)
    alternatives = cues.entries("alternatives", old.language)
    more = any(c < d and sides[1][c] in alternatives for _, _, c, d in found)
    less = any(a < b and sides[0][a] in alternatives for a, b, _, _ in found)
    return int(more) - int(less)


def _clauses(duty: Duty, kind: str) -> list[_Found]:
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
    found: list[_Found] = []
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
        found.append(_Found((start, end), (hit.start, hit.end), text))
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
