"""What a merge lets rules say to whom: what neither side said, and what one said of all rules."""

from collections.abc import Iterator, Sequence

from conductkit.change import Change
from conductkit.merging.conflict import Conflict
from conductkit.merging.names import Path, named
from conductkit.merging.sides import REACH, Side
from conductkit.model import Code, Rule

_FEW = 5
_WIDE = ("scope", "status", "effective", "limits", *REACH)
"""Fields of the code that say something of every rule."""


def reach_clashes(ours: Side, theirs: Side, merged: Code) -> tuple[dict[Path, Conflict], list[str]]:
    """Rules that would bind, serve or hold where neither side had them do so; and what to read.

    That a side moves a rule and the other changes what holds where it went is a conflict; that a
    rule which a side added or changed now reaches as far as the other side said of all is told.
    """
    found: dict[Path, Conflict] = {}
    further: dict[str, list[str]] = {}
    sides = ours, theirs
    renamed = {new: old for side in sides for new, old in side.renamed.items()}
    for rule in merged.rules:
        name = renamed.get(rule.id, rule.id)
        for axis, look in REACH.items():
            now = look(merged, rule)
            was = [
                look(side.code, side.rules[name]) if name in side.rules else None for side in sides
            ]
            if set(now) in [set(told) for told in was if told is not None]:
                continue
            path = ("rules", name)
            said = [", ".join(told) if told is not None else "" for told in was]
            moved = any(
                name in side.rules and not _stays(side.code, side.rules[name], merged, rule)
                for side in sides
            )
            what = f"{axis}: {', '.join(now) or 'nobody in particular'}"
            if moved:
                why = f"merged, it would have {what}, which neither side says"
                found[path] = Conflict(named(path), why, said[0], said[1], meaning=True)
            else:
                further.setdefault(what, []).append(rule.id)
    notes = [
        f"Merged, {_some(ids)} {'have' if len(ids) > 1 else 'has'} {what}, which neither side had"
        " by itself. Read it."
        for what, ids in further.items()
    ]
    return found, notes


def wide_notes(ours: Side, theirs: Side) -> Iterator[str]:
    """What one side said of all rules, of the code or of a section, and the other side's rules.

    Both hold, as each is a field of its own; but nobody has read the two together yet.
    """
    for side, other in ((ours, theirs), (theirs, ours)):
        if not other.touched or not _may_reach(side):
            continue
        for place, fields in _wide(side).items():
            ids = [
                rule.id for rule in other.code.rules
                if _new_words(rule, other) and place in ("", _section(other.code, rule))
            ]  # fmt: skip
            if ids:
                where = f"section “{place}”" if place else "the code"
                yield (
                    f"{side.name} changed {' and '.join(fields)} of {where}, and {other.name}"
                    f" {_some(ids)}, for which that holds too. Read them together."
                )


def _may_reach(side: Side) -> bool:
    """Whether a side has another word for all rules; asked first, as a diff takes its time."""
    old, new = side.base, side.code
    return any(getattr(old, key) != getattr(new, key) for key in _WIDE) or any(
        (one.text, *(getattr(one, key) for key in REACH))
        != (two.text, *(getattr(two, key) for key in REACH))
        for one in old.sections for two in new.sections if one.id == two.id
    )  # fmt: skip


def _wide(side: Side) -> dict[str, list[str]]:
    """The section, or "" for the code, to what of it changed and may bind."""
    found: dict[str, list[str]] = {}
    for change in side.told.changes:
        if change.effect != "neutral":
            for place, field in _places(change):
                found.setdefault(place, []).append(field)
    return found


def _places(change: Change) -> Iterator[tuple[str, str]]:
    if change.kind == "code" and change.field in _WIDE and not change.rules:
        yield "", change.field
    elif change.kind == "section" and change.id and change.old_id:
        for field in change.field.split(", "):
            if field in ("text", *REACH):
                yield change.id, field


def _new_words(rule: Rule, side: Side) -> bool:
    name = side.known(rule.id)
    return name in side.touched and (name not in side.base.by_id or name in side.demands)


def _section(code: Code, rule: Rule) -> str:
    section = code.section_of(rule)
    return section.id if section else ""


def _some(ids: Sequence[str]) -> str:
    shown = ", ".join(f"“{id}”" for id in ids[:_FEW])
    more = f" and {len(ids) - _FEW} more" if len(ids) > _FEW else ""
    return f"rule{'s' if len(ids) > 1 else ''} {shown}{more}"


def _stays(code: Code, rule: Rule, merged: Code, now: Rule) -> bool:
    """Whether a rule stands in the section in which a side has it."""
    return _section(code, rule) == _section(merged, now)
