"""The life of one rule within that of its code: what changed it, under each id that it had."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import product

from conductkit.change import Change
from conductkit.model import Code

_ALL = ("", "rules")  # of a code that came or went, or whose rules all did
_REACH = {"binds": Code.bound, "serves": Code.served, "channels": Code.channels_of}

Told = tuple[Sequence[Change], Code | None, Code | None]
"""What a commit did to a code, and the code on both sides of it."""


def of_rule(told: Sequence[Told], rule: str) -> Iterator[tuple[Change, ...]]:
    """Of each commit, the newest first, the changes of a rule, under each id that it had."""
    ids = _rule_ids(told, rule)
    for changes, old, new in told:
        sides = _before(ids, changes, old, new), ids
        found = (_on_rule(change, sides, old, new) for change in changes)
        yield tuple(change for change in found if change)
        ids = sides[0]


def _rule_ids(told: Sequence[Told], rule: str) -> frozenset[str]:
    """The ids of a rule through renames both ways, and back through splits and merges."""
    changes = [
        change for commit, old, new in told for change in commit
        if change.kind == "rule" and not change.field and not _counted_anew(change, old, new)
    ]  # fmt: skip
    ids = {rule}
    size = 0
    while size < len(ids):
        size = len(ids)
        for change in changes:
            both = {change.id, change.old_id} - {None}
            if change.change == "renamed" and ids & both:
                ids |= {str(id) for id in both}
            elif change.change == "split" and ids & set(change.rules):
                ids.add(change.old_id or rule)
            elif change.change == "merged" and change.id in ids:
                ids |= set(change.rules)
    return frozenset(ids)


def _counted_anew(change: Change, old: Code | None, new: Code | None) -> bool:
    """Whether one of the two ids of a renamed rule names another rule in the other edition."""
    lone = change.kind == "rule" and not change.field
    if not lone or change.change != "renamed" or old is None or new is None:
        return False
    return change.id in old.by_id or change.old_id in new.by_id


def _before(
    ids: frozenset[str], changes: Sequence[Change], old: Code | None, new: Code | None
) -> frozenset[str]:
    """The ids that a rule had before its row of ids was counted anew; else those that it has."""
    former = {one.id: one.old_id for one in changes if _counted_anew(one, old, new)}
    return frozenset(former.get(id) or id for id in ids) if former else ids


def _on_rule(
    change: Change, known: tuple[frozenset[str], frozenset[str]],
    old: Code | None, new: Code | None,
) -> Change | None:  # fmt: skip
    """A change as far as it is one of the rule, which is known by its ids before and after."""
    olds, ids = known
    if change.kind == "rule":
        merged = change.change == "merged"
        before = {change.old_id or "", *(change.rules if merged else ())}
        after = {change.id or "", *(() if merged else change.rules)}
        return change if olds & before or ids & after else None
    if change.kind == "code" and change.field in _ALL and change.change in ("added", "removed"):
        code = new if change.change == "added" else old
        mine = next((code.by_id[id] for id in sorted(ids) if code and id in code.by_id), None)
        if code is None or mine is None:
            return None
        sides = (None, mine.text) if change.change == "added" else (mine.text, None)
        name = (None, mine.id) if change.change == "added" else (mine.id, None)
        return replace(change, kind="rule", old_id=name[0], id=name[1], old=sides[0], new=sides[1],
                       field="", rules=())  # fmt: skip
    if change.kind in ("code", "section") and change.field in _REACH and old and new:
        look = _REACH[change.field]
        for former, id in zip(ids, ids, strict=True) if olds == ids else product(olds, ids):
            one, two = old.by_id.get(former), new.by_id.get(id)
            if one and two and set(look(old, one)) != set(look(new, two)):
                return change
        return None
    return change if ids & set(change.rules) else None
