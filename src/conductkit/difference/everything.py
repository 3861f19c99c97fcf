"""Every rule that went, or that came to a code without any: said as that, in one entry."""

from collections.abc import Sequence

from conductkit.change import Change, held_by
from conductkit.difference.editions import Editions
from conductkit.difference.effects import combine

_GONE = "Every rule is gone: the code asks nothing of anybody any more."
_CAME = "The code had no rule before."
_WITH_RULES = ("section", "binds", "serves", "channels")
"""What says where rules stand and for whom they hold: it comes and goes with them."""


def at_once(both: Editions, changes: Sequence[Change]) -> list[Change]:
    """The changes; all rules that went or came at once, and what went with them, as one.

    Not so where a rule's words stand elsewhere in the other edition: they are not gone.
    """
    if bool(both.old.rules) == bool(both.new.rules):
        return list(changes)
    added = bool(both.new.rules)
    code = both.new if added else both.old
    ids = {rule.id for rule in code.rules}
    lone = [change for change in changes if change.kind == "rule" and change.name in ids]
    if any(change.effect == "neutral" for change in lone):
        return list(changes)
    inside = {id(change) for change in changes if _with_rules(change, added)}
    inside.update(map(id, lone))
    rest = [change for change in changes if id(change) not in inside]
    return [_one(both, lone, added=added), *rest]


def _with_rules(change: Change, added: bool) -> bool:
    """Whether a change is that a section, or what a field says of all rules, came or went."""
    whole = change.change == ("added" if added else "removed")
    what = change.kind if change.kind == "section" else change.field
    return whole and change.kind in ("section", "code") and what in _WITH_RULES


def _one(both: Editions, lone: Sequence[Change], *, added: bool) -> Change:
    effects = {change.effect for change in lone}
    way = "stronger" if added else "weaker"
    effect = way if way in effects else combine(effects)  # a permission goes with the duties
    words = "1 rule" if len(lone) == 1 else f"{len(lone)} rules"
    place = (both.new if added else both.old).place.span("title")
    return Change(
        both.new.id, "code", "added" if added else "removed", effect, both.new.id, both.old.id,
        ("obligation",), held_by(lone, "binds"), held_by(lone, "serves"),
        None if added else words, words if added else None,
        None if added else place, place if added else None,
        confidence="high" if any(change.confidence == "high" for change in lone) else "low",
        field="rules", rules=tuple(change.name for change in lone),
        notes=(_CAME if added else _GONE,),
    )  # fmt: skip
