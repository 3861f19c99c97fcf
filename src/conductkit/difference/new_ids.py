"""An older edition under the ids of the newer one, so that a rename is one change, and not one in
each place that names the element."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, TypeVar

from conductkit.change import Change
from conductkit.difference.renames import USED, Names
from conductkit.model import Code, Rule, Section

_Part = TypeVar("_Part", Code, Section, Rule)
_BEFORE = " (before)"  # what no id ends with


def under_new_ids(code: Code, names: Names) -> Code:
    """The code with the elements that `names` has called as they are called later.

    An element that has gone and whose id names another one later gets an id that nothing has.
    """
    later = {
        kind: {new: f"{new}{_BEFORE}" for new in ids} | {old: new for new, old in ids.items()}
        for kind, ids in names.items()
    }
    rules = {rule.id: _renamed(rule, later) for rule in code.rules}
    sections = tuple(
        replace(
            _renamed(section, later), id=_id(later, "sections", section.id),
            rules=tuple(rules[rule.id] for rule in section.rules),
        )
        for section in code.sections
    )  # fmt: skip
    lists: dict[str, Any] = {
        kind: tuple(replace(item, id=_id(later, kind, item.id)) for item in getattr(code, kind))
        for kind in ("values", "measures", "parties", "consequences") if kind in later
    }  # fmt: skip
    whole = _renamed(code, later)
    return replace(whole, sections=sections, rules=tuple(rules.values()), **lists)


def with_true_id(change: Change) -> Change:
    """A change with the id that its element had in the old edition."""
    if change.old_id is None or not change.old_id.endswith(_BEFORE):
        return change
    return replace(change, old_id=change.old_id.removesuffix(_BEFORE))


def _renamed(part: _Part, later: Mapping[str, Mapping[str, str]]) -> _Part:
    """A part with what it names called otherwise."""
    changed: dict[str, Any] = {
        field: tuple(_id(later, kind, name) for name in getattr(part, field))
        for kind, fields in USED.items() if kind in later
        for field in fields if hasattr(part, field)
        if not (isinstance(part, Code) and field in ("values", "measures"))
    }  # fmt: skip
    return replace(part, **changed) if changed else part


def _id(later: Mapping[str, Mapping[str, str]], kind: str, id: str) -> str:
    return later.get(kind, {}).get(id, id)
