"""Changes that one cause made, put together: a section with its rules, a folded section, a list."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from conductkit.change import Change, Versions, held_by
from conductkit.difference.effects import combine
from conductkit.model import Code, Section
from conductkit.reports._labels import plural
from conductkit.reports._notes import ids_lost, others

_LONE = ("added", "removed", "retired")
_LISTS = ("value", "term", "consequence", "contact", "party", "measure")


class Cause(NamedTuple):
    """What is said of several changes, and these."""

    said: Change
    changes: tuple[Change, ...]


def causes(code: Versions, changes: Sequence[Change]) -> Iterator[Cause]:
    """The causes of several changes of one code; no change has two."""
    if code.before is None or code.after is None:
        return
    done: set[int] = set()
    for find in _FINDERS:
        left = [one for one in changes if id(one) not in done]
        for cause in find(code.before, code.after, left):
            own = set(map(id, cause.changes))
            if done.isdisjoint(own):
                done |= own
                yield cause


def _folded(old: Code, new: Code, changes: Sequence[Change]) -> Iterator[Cause]:
    """Sections whose rules stand in one other now, or came from one."""
    for added in (False, True):
        homes: dict[str, list[tuple[Change, Section]]] = defaultdict(list)
        for change, section in _sections(new if added else old, changes, added=added):
            home = _home(section, old, new, changes, added=added)
            if home is not None:
                homes[home].append((change, section))
        for home, parts in homes.items():
            moved = _moved([section for _, section in parts], changes, added=added)
            if all(one.effect == "neutral" for one in moved):  # else each heading is to be read
                yield _fold(home, parts, moved, (old, new), changes, added=added)


def _sections(
    code: Code, changes: Sequence[Change], *, added: bool
) -> Iterator[tuple[Change, Section]]:
    """The sections that came, or went."""
    by_id = {section.id: section for section in code.sections}
    what = "added" if added else "removed"
    for change in changes:
        if change.kind == "section" and change.change == what and change.name in by_id:
            yield change, by_id[change.name]


def _home(
    section: Section, old: Code, new: Code, changes: Sequence[Change], *, added: bool
) -> str | None:
    """Where the rules of a section stand in the other edition: in one section, or in none (“”);
    None where they stand in several places, or one of them nowhere."""
    pairs = [(one.id or "", one.old_id or "") for one in changes if one.change == "renamed"]
    ids = dict(pairs) if added else {before: after for after, before in pairs}
    alone = {one.name for one in changes if one.kind == "rule" and one.change in _LONE
             and bool(one.new) is added}  # fmt: skip
    other = old if added else new
    rules = [
        None if rule.id in alone else other.by_id.get(ids.get(rule.id, rule.id))
        for rule in section.rules
    ]
    homes = {home.id if (home := other.section_of(rule)) else "" for rule in rules if rule}
    if not all(rules) or len(homes) != 1 or (homes == {""} and other.sections):
        return None
    return homes.pop()


def _moved(sections: Sequence[Section], changes: Sequence[Change], *, added: bool) -> list[Change]:
    """The moves of the rules of sections."""
    inside = {rule.id for section in sections for rule in section.rules}
    moves = (one for one in changes if one.kind == "rule" and one.change == "moved")
    return [one for one in moves if (one.id if added else one.old_id) in inside]


def _fold(
    home: str, parts: Sequence[tuple[Change, Section]], moved: Sequence[Change],
    codes: tuple[Code, Code], changes: Sequence[Change], *, added: bool,
) -> Cause:  # fmt: skip
    old, new = codes
    heads = [change for change, _ in parts]
    there = [
        one for one in changes
        if one.kind == "section" and one.name == home and not one.field
        and one.change == ("removed" if added else "added")
    ]  # fmt: skip
    members = (*heads, *there, *moved)
    head = replace(
        heads[0], effect=combine(one.effect for one in members), evidence=(), axes=(),
        rules=tuple(one.name for one in moved),
        notes=tuple(dict.fromkeys(note for one in members for note in one.notes)),
        confidence="low" if any(one.confidence == "low" for one in members) else "high",
    )  # fmt: skip
    said = "; ".join(filter(None, (one.new if added else one.old for one in heads)))
    whole = next((one for one in (old if added else new).sections if one.id == home), None)
    if whole is None:
        lone = replace(head, kind="code", field="sections", id=new.id, old_id=old.id)
        return Cause(_between("" if added else said, said if added else "", lone), members)
    words = ": ".join(filter(None, (whole.title, whole.text)))
    both = said if there else f"{words}; {said}"
    names = ", ".join(change.name for change in heads)
    if added:
        id = heads[0].id if there else home
        notes = (f"Out of it came: {names}.", *head.notes)
        told = replace(head, change="split", id=id, old_id=home, notes=notes)
        return Cause(_between(words, both, told), members)
    told = replace(head, change="merged", id=home, notes=(f"Folded into it: {names}.", *head.notes))
    return Cause(_between(both, words, told), members)


def _between(old: str, new: str, change: Change) -> Change:
    return replace(change, old=old or None, new=new or None)


def _whole_sections(old: Code, new: Code, changes: Sequence[Change]) -> Iterator[Cause]:
    """A section that came or went with its rules."""
    lone = [
        one for one in changes
        if one.kind == "rule" and one.change in _LONE
        and one.effect != "neutral" and not others(one)
    ]  # fmt: skip
    for added in (False, True):
        for change, section in _sections(new if added else old, changes, added=added):
            ids = {rule.id for rule in section.rules}
            rules = [one for one in lone if one.name in ids and bool(one.new) is added]
            if rules:
                yield Cause(_with_rules(change, section, rules, added=added),
                            (change, *rules))  # fmt: skip


def _with_rules(
    change: Change, section: Section, rules: Sequence[Change], *, added: bool
) -> Change:
    effects = {one.effect for one in rules}
    way = "stronger" if added else "weaker"
    lost = way if way in effects else combine(effects)  # a permission goes with the duties
    texts = [one.new or one.old or "" for one in rules]
    said = section.title.rstrip(" .:"), " ".join(filter(None, (section.text, *texts)))
    words = ": ".join(filter(None, said))
    return replace(
        change, effect=combine((lost, change.effect)), axes=("obligation",),
        old=None if added else words, new=words if added else None, evidence=(),
        confidence="high" if any(one.confidence == "high" for one in rules) else "low",
        rules=tuple(one.name for one in rules), notes=(*change.notes, *ids_lost(rules)),
        binds=held_by(rules, "binds"), serves=held_by(rules, "serves"),
    )  # fmt: skip


def _lists(old: Code, new: Code, changes: Sequence[Change]) -> Iterator[Cause]:
    """A list of which every element came or went."""
    for kind in _LISTS:
        field = plural(kind)
        came, went = (not getattr(code, field) for code in (old, new))
        found = [one for one in changes if one.kind == kind and one.change in ("added", "removed")]
        if came is went or len(found) < 2:
            continue
        words = "; ".join(filter(None, (one.new or one.old for one in found)))
        code = new if came else old
        yield Cause(
            replace(
                found[0], kind="code", field=field, id=new.id, old_id=old.id, evidence=(),
                effect=combine(one.effect for one in found),
                old=None if came else words, new=words if came else None,
                rules=tuple(dict.fromkeys(rule for one in found for rule in one.rules)),
                old_at=None if came else code.place.span(field),
                new_at=code.place.span(field) if came else None,
            ),
            tuple(found),
        )  # fmt: skip


_FINDERS: tuple[Callable[[Code, Code, Sequence[Change]], Iterator[Cause]], ...] = (
    _folded, _whole_sections, _lists,
)  # fmt: skip
