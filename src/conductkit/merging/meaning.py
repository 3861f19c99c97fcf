"""What merges cleanly as text and not as meaning: two sides that changed what one rule demands."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from conductkit.change import Change, Diff
from conductkit.diff import diff
from conductkit.difference.elements import users
from conductkit.merging.conflict import Conflict
from conductkit.merging.names import Path, named
from conductkit.model import Code, Rule

_FEW = 5
_SIDES = ("ours", "theirs")
_LOOK = {"binds": Code.bound, "serves": Code.served, "channels": Code.channels_of}


@dataclass(frozen=True, slots=True)
class Sides:
    """The three codes, and the ids of rules that a side renamed (new to old)."""

    base: Code
    ours: Code
    theirs: Code
    renamed: tuple[Mapping[str, str], Mapping[str, str]]

    def rules(self, side: int) -> dict[str, Rule]:
        """The rules of a side by the ids of the base."""
        code, renamed = (self.ours, self.theirs)[side], self.renamed[side]
        return {renamed.get(rule.id, rule.id): rule for rule in code.rules}


def clashes(sides: Sides) -> dict[Path, Conflict]:
    """The rules that must not be merged without a person who reads them, each with the reason."""
    rules = sides.rules(0), sides.rules(1)
    changed = [_changed(sides.base, mine) for mine in rules]
    shared = changed[0] & changed[1]
    told = [_Told(sides.base, code) for code in (sides.ours, sides.theirs)]
    found: dict[Path, Conflict] = {}
    if any(name in sides.base.by_id and _differ(name, rules) for name in shared):
        demands = [_demands(made(), sides.renamed[n]) for n, made in enumerate(told)]
        why = "both sides changed what it demands"
        for name in sides.base.by_id:
            mine, yours = (demand.get(name, "") for demand in demands)
            if name in shared and _differ(name, rules) and mine and yours:
                where: Path = ("rules", name)
                found[where] = Conflict(named(where), why, mine, yours, meaning=True)
    if any(code.terms != sides.base.terms for code in (sides.ours, sides.theirs)):
        for n in (0, 1):
            for path, conflict in _terms(sides, n, changed[1 - n], told):
                found.setdefault(path, conflict)
    return found


class _Told:
    """A diff that is made when it is asked for."""

    def __init__(self, old: Code, new: Code) -> None:
        self.sides = old, new
        self.made: Diff | None = None

    def __call__(self) -> Diff:
        if self.made is None:
            self.made = diff(*self.sides)
        return self.made


def _changed(base: Code, rules: Mapping[str, Rule]) -> set[str]:
    """The rules of a side that are not as they were."""
    return {name for name, rule in rules.items() if base.by_id.get(name) != rule}


def _differ(name: str, rules: tuple[Mapping[str, Rule], Mapping[str, Rule]]) -> bool:
    return rules[0].get(name) != rules[1].get(name)


def _demands(told: Diff, renamed: Mapping[str, str]) -> dict[str, str]:
    """Base id of a rule to the words for what changed in what it demands."""
    found: dict[str, list[str]] = {}
    for change in told.changes:
        if change.effect == "neutral":
            continue
        if change.kind == "rule" and change.old_id is not None:
            ids = [change.old_id]
        elif change.kind == "code":
            ids = [renamed.get(id, id) for id in change.rules]
        else:
            continue
        for id in ids:
            found.setdefault(id, []).append(words(change))
    return {id: "; ".join(said) for id, said in found.items()}


def words(change: Change) -> str:
    """A change in one line: its field, its effect, the words that decide."""
    field = change.field or "text"
    said = [f"“{item.old}” became “{item.new}”" for item in change.evidence if item.old or item.new]
    if not said:
        said = [f"“{change.old or ''}” became “{change.new or ''}”"]
    shown = ", ".join(said).replace("“” became ", "new: ").replace(" became “”", " went")
    return f"{field} ({change.effect}): {shown}"


def _terms(
    sides: Sides, side: int, changed: set[str], told: list[_Told]
) -> Iterator[tuple[Path, Conflict]]:
    """Terms that a side defined anew, and rules that the other side changed and that use them."""
    codes = sides.ours, sides.theirs
    other = 1 - side
    mine, yours = codes[side], codes[other]
    for change in told[side]().changes:
        if change.kind != "term" or change.effect == "neutral":
            continue
        term = change.id or change.old_id or ""
        if _meaning_of(yours, term) == _meaning_of(mine, term):
            continue
        using = {sides.renamed[other].get(id, id) for id in users(yours, term)}
        before = set(users(sides.base, term))
        demands = _demands(told[other](), sides.renamed[other])
        for name in sorted(using & changed):
            if name in sides.base.by_id and name in before and name not in demands:
                continue
            path = ("rules", name)
            anew = f"the term “{term}” has another meaning: {words(change)}"
            rule = sides.rules(other).get(name)
            use = f"uses it: {demands.get(name) or (rule.text if rule else '')}"
            said = [anew, use] if side == 0 else [use, anew]
            why = (
                f"{_SIDES[side]} defined “{term}” anew, {_SIDES[other]} changed this rule, which"
                " uses it"
            )
            yield path, Conflict(named(path), why, said[0], said[1], meaning=True)


def _meaning_of(code: Code, term: str) -> str:
    return next((item.text for item in code.terms if item.term == term), "")


def reach_clashes(sides: Sides, merged: Code) -> tuple[dict[Path, Conflict], list[str]]:
    """Rules that would bind, serve or hold where neither side had them do so; and what to read.

    That a side moves a rule and the other changes what holds where it went is a conflict; that a
    rule which a side added or changed now reaches as far as the other side said of all is told.
    """
    found: dict[Path, Conflict] = {}
    further: dict[str, list[str]] = {}
    codes = sides.ours, sides.theirs
    tables = sides.rules(0), sides.rules(1)
    renamed = {new: old for table in sides.renamed for new, old in table.items()}
    for rule in merged.rules:
        name = renamed.get(rule.id, rule.id)
        for axis, look in _LOOK.items():
            now = look(merged, rule)
            was = [look(codes[n], tables[n][name]) if name in tables[n] else None for n in (0, 1)]
            if set(now) in [set(told) for told in was if told is not None]:
                continue
            path = ("rules", name)
            said = [", ".join(told) if told is not None else "" for told in was]
            moved = any(
                name in tables[n] and not _stays(codes[n], tables[n][name], merged, rule)
                for n in (0, 1)
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


def _some(ids: Sequence[str]) -> str:
    shown = ", ".join(f"“{id}”" for id in ids[:_FEW])
    more = f" and {len(ids) - _FEW} more" if len(ids) > _FEW else ""
    return f"rule{'s' if len(ids) > 1 else ''} {shown}{more}"


def _stays(code: Code, rule: Rule, merged: Code, now: Rule) -> bool:
    """Whether a rule stands in the section in which a side has it."""
    homes = code.section_of(rule), merged.section_of(now)
    return (homes[0].id if homes[0] else "") == (homes[1].id if homes[1] else "")
