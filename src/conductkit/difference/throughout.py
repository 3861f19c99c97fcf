"""One cause, one entry: a word, a name or an address changed throughout is one change, which lists
its rules and says where else it stands."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from conductkit.change import Change, held_by
from conductkit.difference.editions import Editions
from conductkit.difference.effects import combine
from conductkit.difference.swaps import Swap, is_address, swaps_of
from conductkit.redline import redline

_LEAST = 3
_NAMING = 2  # where one of them is the name itself, or an address
_WORDS = {
    "rule": ("", "why", "title", "examples"),
    "code": ("title", "purpose", "scope", "summary", "issuer", "owner", "authors", "consulted",
             "approved_by", "redress", "limits", "closing", "sources"),
}  # fmt: skip
"""The fields whose words are looked at; of all else every field."""
_LISTED = ("binds", "serves", "channels")  # names of parties and channels are no words
_HEADS = ("party", "contact", "value", "measure", "consequence")


def gathered(both: Editions, changes: Sequence[Change]) -> list[Change]:
    """The changes; those that one term with a new name explains, or one replacement, as one."""
    heads: dict[int, list[Change]] = defaultdict(list)
    inside = set[int]()
    for head, group in _groups(both, changes):
        heads[id(group[0])].append(head)
        inside |= {id(change) for change in group}
    return [
        one
        for change in changes
        for one in heads.get(id(change), [] if id(change) in inside else [change])
    ]


def _groups(both: Editions, changes: Sequence[Change]) -> Iterator[tuple[Change, list[Change]]]:
    """What stands for several changes, and these."""
    found = _by_swap([(change, swaps) for change in changes if (swaps := _swaps(both, change))])
    for swap, those in found.items():
        for group in _of_one_effect(those):
            head = _head(group)
            least = _NAMING if head or is_address(swap[0]) else _LEAST
            if len(group) >= least:
                yield _one(swap, group, head), group


def _by_swap(found: Sequence[tuple[Change, frozenset[Swap]]]) -> dict[Swap, list[Change]]:
    """Changes by their replacement; one with several stands under each that has the same effect
    where it stands alone. Where none ever does, all together are one."""
    by_swap: dict[Swap, list[Change]] = defaultdict(list)
    for change, swaps in found:
        if len(swaps) == 1:
            by_swap[next(iter(swaps))].append(change)
    alone = {swap: those[:] for swap, those in by_swap.items() if len(those) >= _NAMING}
    for change, swaps in found:
        if len(swaps) == 1:
            continue
        own = [
            swap for swap in sorted(swaps & alone.keys())
            if any(one.effect == change.effect for one in alone[swap])
        ]  # fmt: skip
        if own and swaps <= alone.keys():
            for swap in own:
                by_swap[swap].append(change)
        elif alone.keys().isdisjoint(swaps):
            old, new = zip(*sorted(swaps), strict=True)
            by_swap["; ".join(old), "; ".join(new)].append(change)
    return by_swap


def _swaps(both: Editions, change: Change) -> frozenset[Swap]:
    fields = _WORDS.get(change.kind, (change.field,))
    whole = change.change in ("reworded", "edited") or (
        change.change == "renamed" and change.kind not in ("rule", "code")
    )
    own = change.effect == "neutral" and change.notes  # such as that its reason moved
    if own or change.field in _LISTED:
        return frozenset()
    if not (whole and change.field in fields and change.old and change.new):
        return frozenset()
    return swaps_of(change.old, change.new, both.languages)


def _of_one_effect(changes: Sequence[Change]) -> Iterator[list[Change]]:
    """The changes by their effect; the neutral ones with those that must be read."""
    by_effect: dict[str, list[Change]] = defaultdict(list)
    term = any(_of_term(change) for change in changes)
    doubtful = term or any(change.effect == "unknown" for change in changes)
    for change in changes:
        neutral = change.effect == "neutral" and doubtful
        by_effect["unknown" if neutral else change.effect].append(change)
    yield from by_effect.values()


def _of_term(change: Change) -> bool:
    return change.kind == "term" and change.change == "renamed"


def _head(group: Sequence[Change]) -> Change | None:
    """The change of the name itself: whose terms, issuer, party or contact it is."""
    named = [
        change for change in group
        if (change.kind == "term" and change.change == "renamed")
        or change.field == "issuer"
        or (change.kind in _HEADS and change.field in ("", "name", "email", "url", "phone"))
    ]  # fmt: skip
    ranks = ("term", "code", *_HEADS)
    return min(named, key=lambda change: ranks.index(change.kind), default=None)


def _one(swap: Swap, group: Sequence[Change], head: Change | None) -> Change:
    effect = combine(change.effect for change in group)
    term = head if head and _of_term(head) else None
    effect = term.effect if term else effect  # what it means decides what all that use it mean
    told = next((one for one in group if one.effect == effect and one.evidence), group[0])
    words = _as_written(swap, told)
    whole = replace(
        told, kind="code", id=told.code, old_id=told.code, change="reworded", field="",
        old=words[0] or None, new=words[1] or None, notes=(),
        evidence=tuple(one for one in told.evidence if (one.old, one.new) != (told.old, told.new)),
    )  # fmt: skip
    if head and (term or effect != "neutral"):
        whole = head
    rules = (one.name for one in group if one.kind == "rule")
    others = [change for change in group if change is not head or whole is not head]
    return replace(
        whole, effect=effect, notes=(*whole.notes, _where(others)),
        rules=tuple(dict.fromkeys((*whole.rules, *rules))),
        binds=held_by(group, "binds"), serves=held_by(group, "serves"),
        confidence="low" if any(one.confidence == "low" for one in group) else "high",
    )  # fmt: skip


def _as_written(swap: Swap, told: Change) -> Swap:
    """Several words as they stand in the text; one is given in its base form."""
    pieces = [one for one in redline(told.old or "", told.new or "") if not one.same]
    if len(pieces) != 1 or not any(" " in words for words in swap):
        return swap
    return pieces[0].old.strip(), pieces[0].new.strip()


def _where(changes: Sequence[Change]) -> str:
    """“The same in 9 rules, 2 sections and the purpose.”"""
    rules = {change.name for change in changes if change.kind == "rule"}
    counts = Counter(change.kind for change in changes if change.kind not in ("rule", "code"))
    parts = [_number(len(rules), "rule")] if rules else []
    parts += [_number(number, kind) for kind, number in counts.items()]
    parts += [f"the {one.field.replace('_', ' ')}" for one in changes if one.kind == "code"]
    listed = " and ".join(filter(None, (", ".join(parts[:-1]), parts[-1])))
    return f"The same in {listed}."


def _number(number: int, kind: str) -> str:
    plural = "parties" if kind == "party" else f"{kind}s"
    return f"1 {kind}" if number == 1 else f"{number} {plural}"
