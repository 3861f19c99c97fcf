"""Changes of one kind put together: very many that came or went, one edit of several elements."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from conductkit.change import Change
from conductkit.reports._labels import plural

_MANY = 8
_SEVERAL = 3
_ROLLED = {"added": _MANY, "removed": _MANY, "retired": _MANY, "renamed": 2}
_DESCRIBED = ("title", "examples", "why")  # what a rule has beside what it asks
_REACH = ("binds", "serves", "channels")

_Cause = tuple[object, ...]


def groups(changes: Sequence[Change]) -> Iterator[list[Change]]:
    """The changes that are one entry, each group in order; the others are left out."""
    left = list(changes)
    for cause in (_below, _same_edit, _same_list, _same_kind):
        for group in _by(cause, left):
            if cause is _below and all(one.kind != "code" for one in group):
                continue
            yield group
            done = set(map(id, group))
            left = [one for one in left if id(one) not in done]


def _by(
    cause: Callable[[Change], tuple[_Cause, int] | None], changes: Sequence[Change]
) -> list[list[Change]]:
    found: dict[_Cause, list[Change]] = {}
    least: dict[_Cause, int] = {}
    for change in changes:
        told = cause(change)
        if told:
            found.setdefault(told[0], []).append(change)
            least[told[0]] = told[1]
    return [group for key, group in found.items() if len(group) >= least[key]]


def _below(change: Change) -> tuple[_Cause, int] | None:
    """The same party or channel less or more: of the code itself, its sections and its rules."""
    if not is_edit(change) or change.field not in _REACH:
        return None
    return (change.effect, change.field, *_delta(change), change.confidence, change.notes), 2


def _same_edit(change: Change) -> tuple[_Cause, int] | None:
    """The same words, the same move, or the same party or channel less or more."""
    if not is_edit(change):
        return None
    words = _delta(change) if change.field in _REACH else (change.old, change.new)
    key = (change.kind, change.change, change.effect, change.field)
    return (*key, *words, change.confidence, change.notes), 2


def _same_list(change: Change) -> tuple[_Cause, int] | None:
    """What describes rules, in words of their own each: titles that many got, lost or changed."""
    told = change.kind == "rule" and change.field in _DESCRIBED
    headed = change.kind == "section" and change.field == "title"
    if change.evidence or not (told or headed):
        return None
    given = bool(change.old), bool(change.new)
    key = (change.kind, change.effect, change.field)
    return (*key, *given, change.notes), _MANY if all(given) else _SEVERAL


def _same_kind(change: Change) -> tuple[_Cause, int] | None:
    """Very many elements that came or went, or several with other ids."""
    if change.change not in _ROLLED:
        return None
    return (change.kind, change.change, change.effect, change.field), _ROLLED[change.change]


def is_edit(change: Change) -> bool:
    """Whether a mark or the place of an element changed, rather than what it asks in its words."""
    marked = bool(change.field) and change.change == "edited"
    if change.kind == "code":
        return marked and change.field in _REACH
    if change.kind == "consequence":
        return change.change == "moved"
    return change.kind in ("rule", "section") and (marked or change.change == "moved")


def _delta(change: Change) -> tuple[str, str]:
    """What left a list of parties or channels, and what came to it."""
    old, new = ((words or "").split(", ") for words in (change.old, change.new))
    gone, come = (", ".join(sorted({*one} - {*two})) for one, two in ((old, new), (new, old)))
    return gone, come


def alike(group: Sequence[Change]) -> bool:
    """Whether one pair of words shows all."""
    causes = _below if group[0].field in _REACH else _same_edit
    return is_edit(group[0]) and causes(group[0]) == causes(group[-1])


def shown(group: Sequence[Change]) -> Change:
    """The change that shows a group: the first, with what all of them share."""
    first = group[0]
    if first.field not in _REACH or len({(one.old, one.new) for one in group}) == 1:
        return first
    gone, come = _delta(first)
    evidence = tuple(replace(item, old=gone, new=come) for item in first.evidence)
    return replace(first, old=gone, new=come, evidence=evidence)


def counted(changes: Sequence[Change]) -> str:
    """How many of which kind: “the code, 2 sections and 22 rules”."""
    numbers = Counter(change.kind for change in changes)
    parts = [
        "the code" if kind == "code" else f"1 {kind}" if number == 1 else f"{number} {plural(kind)}"
        for kind, number in numbers.items()
    ]
    return " and ".join(filter(None, (", ".join(parts[:-1]), parts[-1])))
