"""Who is bound and served, and on which channels: what a change of these does."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from conductkit.change import Change, Evidence
from conductkit.difference.editions import Editions, at
from conductkit.model import Code, Rule, Section

AXES = ("binds", "serves", "channels")
_LOOK = {"binds": Code.bound, "serves": Code.served, "channels": Code.channels_of}


def reach_effect(old: Sequence[str], new: Sequence[str]) -> str:
    """More parties or channels: the duty reaches further; others: nobody can tell."""
    before, after = set(old), set(new)
    if before == after:
        return "neutral"
    if not before or not after:
        return "unknown"
    if before < after:
        return "stronger"
    return "weaker" if after < before else "unknown"


def reach_changes(both: Editions) -> Iterator[Change]:
    """Changes of binds, serves and channels: on the code, its sections and its rules.

    A rule is named only where what holds for it changed by its own words or by its move, not where
    the code or its section changed. A field that no part of the old code had is one change.
    """
    for new, old in both.renamed.get("channels", {}).items():
        yield _renamed(both, old, new)
    for axis in AXES:
        if not _given(both.old, axis) and _given(both.new, axis):
            yield _first(both, axis, added=True)
        elif _given(both.old, axis) and not _given(both.new, axis):
            yield _first(both, axis, added=False)
        else:
            yield from _each(both, axis)


def _given(code: Code, axis: str) -> bool:
    return bool(named_in(code, axis))


def named_in(code: Code, axis: str) -> set[str]:
    """All that a code names in `binds`, `serves` or `channels`, wherever it does."""
    parts = (code, *code.sections, *code.rules)
    return {name for part in parts for name in getattr(part, axis)}


def _renamed(both: Editions, old: str, new: str) -> Change:
    """A channel that is called otherwise wherever it is named; whether it is one, nobody knows."""
    rules = tuple(rule.id for rule in both.new.rules if new in rule.channels)
    return Change(
        both.new.id, "code", "renamed", "unknown", both.new.id, both.old.id, ("channels",),
        both.new.binds, both.new.serves, old, new, both.old.place.span("channels"),
        both.new.place.span("channels"), confidence="low", field="channels", rules=rules,
    )  # fmt: skip


def _first(both: Editions, axis: str, *, added: bool) -> Change:
    code = both.new if added else both.old
    told = getattr(code, axis)
    own = tuple(rule.id for rule in code.rules if getattr(rule, axis))
    words = ", ".join(told) or _by(code, axis)
    sides = ("", words) if added else (words, "")
    place = code.place.span(axis if told else "title")
    what = "had not been said before" if added else "is not said any more"
    return Change(
        both.new.id, "code", "added" if added else "removed", "unknown", both.new.id, both.old.id,
        (axis,), both.new.binds, both.new.serves, sides[0] or None, sides[1] or None,
        None if added else place, place if added else None,
        (Evidence(axis, *sides, "unknown"),), "low", axis, own,
        (f"{_SAYS[axis]} {what}.",),
    )  # fmt: skip


def _by(code: Code, axis: str) -> str:
    """Who is named and by how many parts: “staff, guests by 2 sections and 1 rule”."""
    numbers = {
        "section": sum(bool(getattr(section, axis)) for section in code.sections),
        "rule": sum(bool(getattr(rule, axis)) for rule in code.rules),
    }
    parts = [f"{n} {part}{'s' if n > 1 else ''}" for part, n in numbers.items() if n]
    return f"{', '.join(sorted(named_in(code, axis)))} by {' and '.join(parts)}"


_SAYS = {
    "binds": "Whom the rules bind", "serves": "Whom the rules serve",
    "channels": "Where the rules hold",
}  # fmt: skip


def _each(both: Editions, axis: str) -> Iterator[Change]:
    old, new = both.old, both.new
    if getattr(old, axis) != getattr(new, axis):
        yield from _entry(both, axis, "code", new.id, old, new)
    sections = {section.id: section for section in old.sections}
    for section in new.sections:
        before = sections.get(section.id)
        if before and getattr(before, axis) != getattr(section, axis):
            same = _same_below(both, axis, before, section)
            for change in _entry(both, axis, "section", section.id, before, section):
                yield replace(change, effect="neutral", evidence=()) if same else change
    for one, two in both.pairs.pairs:
        yield from _rule(both, axis, one, two)


def _same_below(both: Editions, axis: str, old: Section, new: Section) -> bool:
    """Whether a section only left to its rules what it said for all of them, or took it on."""
    look = _LOOK[axis]
    pairs = {two.id: one for one, two in both.pairs.pairs}
    kept = [(pairs[rule.id], rule) for rule in new.rules if rule.id in pairs]
    ids = {one.id for one, _ in kept}
    whole = len(kept) == len(new.rules) and all(rule.id in ids for rule in old.rules)
    return (
        not (old.text or new.text)
        and whole
        and all(set(look(both.old, one)) == set(look(both.new, two)) for one, two in kept)
    )


def _entry(
    both: Editions, axis: str, kind: str, id: str, old: Code | Section, new: Code | Section
) -> Iterator[Change]:
    before = getattr(old, axis) or (getattr(both.old, axis) if kind == "section" else ())
    after = getattr(new, axis) or (getattr(both.new, axis) if kind == "section" else ())
    effect = reach_effect(before, after)
    if effect != "neutral":
        evidence = Evidence(axis, ", ".join(before), ", ".join(after), effect)
        yield Change(
            both.new.id, kind, "edited", effect, id, old.id, (axis,), both.new.binds,
            both.new.serves, evidence.old, evidence.new, old.place.span(axis), new.place.span(axis),
            (evidence,), field=axis,
        )  # fmt: skip


def _rule(both: Editions, axis: str, old: Rule, new: Rule) -> Iterator[Change]:
    look = _LOOK[axis]
    before, after = look(both.old, old), look(both.new, new)
    effect = reach_effect(before, after)
    if (
        effect == "neutral"
        or _source(both.old, old, axis) == _source(both.new, new, axis) != "rule"
    ):
        return
    evidence = Evidence(axis, ", ".join(before), ", ".join(after), effect)
    yield Change(
        both.new.id, "rule", "edited", effect, new.id, old.id, (axis,), both.new.bound(new),
        both.new.served(new), evidence.old, evidence.new, at(old), at(new), (evidence,),
        field=axis,
    )  # fmt: skip


def _source(code: Code, rule: Rule, axis: str) -> str:
    """Which part of the code says what holds for a rule."""
    if getattr(rule, axis):
        return "rule"
    section = code.section_of(rule)
    return f"section {section.id}" if section and getattr(section, axis) else "code"
