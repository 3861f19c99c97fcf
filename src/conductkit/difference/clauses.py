"""Conditions, exceptions and concessions of two duties compared clause by clause."""

from collections.abc import Iterator
from itertools import pairwise, takewhile

from conductkit.axis import Duty, Shift
from conductkit.change import mirror
from conductkit.difference import cues
from conductkit.difference.clause_changes import changed, one_more
from conductkit.difference.clause_places import Found, clauses
from conductkit.difference.cues import bare
from conductkit.difference.embedded import embeds
from conductkit.difference.limits import limited
from conductkit.difference.majorities import voted

_AGENT = 7  # words of “by a clerk of the complaints office”


def compare_clauses(
    old: Duty, new: Duty, kind: str, added: str, qualifiers: str = ""
) -> Iterator[Shift]:
    """Shifts for the clauses of one kind; `added` is what a new one does to the duty.

    A clause that only moved within its sentence is neutral where one verb can have it. `qualifiers`
    names a list of words that make an exception harder to claim.
    """
    before, after = _telling(old, kind), _telling(new, kind)
    for one in list(before):
        same = next((two for two in after if two.text == one.text), None)
        if same:
            before.remove(one)
            after.remove(same)
            if old.changed(one.span) or new.changed(same.span):
                apart = _embedded(old, one) or _embedded(new, same)
                yield Shift(one.span, same.span, "unknown" if apart else "neutral")
    for one, two in zip(before, after, strict=False):
        if limited(old, one.span, new, two.span) or voted(old, new):
            continue  # “if it costs more than 20 euros”: the axis threshold reads that
        effect = changed(old, new, one, two, added, qualifiers)
        if effect != "unknown" or added == "weaker":  # the items of a concession are a list
            yield Shift(one.span, two.span, effect)
        if effect == "unknown" and added == "weaker" and (more_of := one_more(old, new, one, two)):
            more = "weaker" if qualifiers else "stronger"
            yield Shift(one.span, two.span, more if more_of > 0 else mirror(more))
    for one in before[len(after) :]:
        if old.changed(one.cue) and not _within_item(old, one):
            swapped = _described(new) or old.replaced(*one.span, new) or _moved(old, one, new)
            swapped = swapped or (added == "weaker" and _torn(old, one, new))
            whole = _whole(old, one) and not swapped
            yield Shift(one.span, None, mirror(added) if whole else "unknown")
    for two in after[len(before) :]:
        if new.changed(two.cue) and not _within_item(new, two):
            swapped = _described(old) or new.replaced(*two.span, old) or _moved(new, two, old)
            swapped = swapped or (added == "weaker" and _torn(new, two, old))
            whole = _whole(new, two) and not swapped
            yield Shift(None, two.span, added if whole else "unknown")


def _telling(duty: Duty, kind: str) -> list[Found]:
    """The clauses of one kind; who acts “without being asked” is let off nothing, and neither is
    the one left out in “heard by a clerk other than the one who complains”."""
    unasked = cues.entries("unprompted", duty.language)
    found = (one for one in clauses(duty, kind) if one.text not in unasked)
    return [one for one in found if not _chooses(duty, one)]


def _chooses(duty: Duty, clause: Found) -> bool:
    """Whether a clause says which of several acts: “by a clerk other than …”."""
    before = [bare(word) for word in duty.words if word.start < clause.span[0]][-_AGENT:]
    return any(
        f"{one} {two}" in cues.entries("by-one", duty.language) for one, two in pairwise(before)
    )


def _torn(duty: Duty, clause: Found, other: Duty) -> bool:
    """Whether the other side has words of a clause, and others instead of the rest: “before it
    begins”, “unless it has begun”."""
    return bool(other.open) and not duty.whole(clause.span)


def _moved(duty: Duty, clause: Found, other: Duty) -> bool:
    """Whether “without” stands elsewhere on the other side."""
    lows = [bare(word) for word in duty.within(clause.cue)]
    opening = cues.entries("ban-exceptions", duty.language)
    return len(lows) == 1 and lows[0] in opening and lows[0] in other.lows


def _described(duty: Duty) -> bool:
    """Whether a relative clause stands on this side alone: “whoever is late” for “if late”."""
    opening = cues.entries("relatives", duty.language)
    return any(word.start in duty.open and bare(word) in opening for word in duty.words)


def _embedded(duty: Duty, clause: Found) -> bool:
    """Whether a clause might belong to a verb inside the duty: “tell them to call if …”."""
    start, end = clause.span
    rest = [bare(word) for word in duty.words if not start <= word.start < end]
    return embeds(rest, duty.language)


def _within_item(duty: Duty, clause: Found) -> bool:
    """Whether a clause came or went as part of an item: “, and in public when you represent us”."""
    before = [word for word in duty.words if word.start < clause.span[0]]
    run = list(takewhile(lambda word: word.start in duty.open, reversed(before)))
    return bool(run) and bare(run[-1]) in cues.entries("joints", duty.language)


def _whole(duty: Duty, clause: Found) -> bool:
    """Whether a clause is on one side only, rather than its words in another place, or another
    clause behind its first word: “without consent”, “without telling them”."""
    parts = [duty.within(clause.span)]
    behind = next((word for word in duty.words if word.start >= clause.span[1]), None)
    if clause.span == clause.cue and behind and behind.start not in duty.open:
        return False  # “cierre si”, “cierre salvo si”: what stood there is turned
    if len(parts[0]) > 1 and parts[0][0].start not in duty.open:
        return False
    if len(cue := duty.within(clause.cue)) > 2:  # “with or without” says it all
        parts.append(cue)
    return any(2 * sum(word.start in duty.open for word in part) > len(part) for part in parts)
