"""Elements that have another id, and are the ones they were: found by what they say, or by where
they are used."""

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from conductkit.difference.numbered import shifted
from conductkit.difference.pairing import Pairs
from conductkit.language.words import fold
from conductkit.model import Code

Names = Mapping[str, Mapping[str, str]]
"""The newer id to the older one, by list: `sections`, `values` … and `channels`."""

USED = {
    "values": ("values",), "measures": ("measures",), "channels": ("channels",),
    "parties": ("binds", "serves"),
}  # fmt: skip
"""The fields of rules, sections and the code in which the elements of a list are named."""

_OWN = ("values", "measures", "channels")  # what the code itself lists under this name
_FEWEST = {"values": 2, "measures": 2}  # places of use that tell which element it is
_Key = Callable[[Any], Hashable]


def renames(old: Code, new: Code, pairs: Pairs) -> Names:
    """Which elements of the new edition had another id in the old one."""
    homes = _homes(old, new, pairs)
    sections = _matched(old.sections, new.sections, [(_said, _said), homes], counted=True)
    places = (
        _Places(old, {one.id: one.id for one, _ in pairs.pairs}, {}),
        _Places(new, {two.id: one.id for one, two in pairs.pairs}, sections),
    )
    found = {
        "sections": sections,
        "consequences": _matched(
            old.consequences,
            new.consequences,
            [(_follows, _follows), (_called, _called)],
            counted=True,
        ),
    }
    for kind in ("values", "measures", "parties"):
        used = places[0].of(kind), places[1].of(kind)
        lists = getattr(old, kind), getattr(new, kind)
        found[kind] = _matched(*lists, [(_called, _called), used])
    gone, come = (tuple(map(_Channel, code.channels)) for code in (old, new))
    named = places[0].of("channels"), places[1].of("channels")
    found["channels"] = _matched(gone, come, [named])
    return {kind: names for kind, names in found.items() if names}


@dataclass(frozen=True, slots=True)
class _Channel:
    id: str


def _matched(
    olds: Sequence[Any], news: Sequence[Any], keys: Sequence[tuple[_Key, _Key]],
    *, counted: bool = False,
) -> dict[str, str]:  # fmt: skip
    """New ids to old ones: elements on one side only, one on each that have the same key.

    Where ids may be `counted`, so are those that name something else in each edition.
    """
    both = {item.id for item in olds} & {item.id for item in news}
    both -= shifted(olds, news, keys[0]) if counted else set()
    gone = [item for item in olds if item.id not in both]
    come = [item for item in news if item.id not in both]
    found: dict[str, str] = {}
    for key in keys:
        sides = _by_key(gone, key[0]), _by_key(come, key[1])
        for name in (name for name in sides[0] if name in sides[1]):
            if len(sides[0][name]) == len(sides[1][name]) == 1:
                found[sides[1][name][0].id] = sides[0][name][0].id
        gone = [item for item in gone if item.id not in found.values()]
        come = [item for item in come if item.id not in found]
    return {new: old for new, old in found.items() if new != old}


def _by_key(items: Iterable[Any], key: _Key) -> dict[Hashable, list[Any]]:
    found: dict[Hashable, list[Any]] = defaultdict(list)
    for item in items:
        name = key(item)
        if name:
            found[name].append(item)
    return found


def _said(section: Any) -> Hashable:
    return fold(section.title) and (fold(section.title), section.text)


def _called(item: Any) -> Hashable:
    return fold(item.name)


def _follows(item: Any) -> Hashable:
    return (item.when or item.then) and (item.when, item.then)


def _homes(old: Code, new: Code, pairs: Pairs) -> tuple[_Key, _Key]:
    """Sections by the rules that both editions have in them: half of them at least, no others."""
    homes = [(old.section_of(one), new.section_of(two)) for one, two in pairs.pairs]
    ids = [(one.id if one else "", two.id if two else "") for one, two in homes]
    shared = Counter(ids)
    kept = Counter(one for one, _ in ids), Counter(two for _, two in ids)
    sizes = [{item.id: len(item.rules) for item in code.sections} for code in (old, new)]
    found: tuple[dict[str, Hashable], dict[str, Hashable]] = {}, {}
    for (one, two), number in shared.items():
        half = 2 * number >= max(sizes[0].get(one, 0), sizes[1].get(two, 0))
        if one and two and half and kept[0][one] == kept[1][two] == number:
            found[0][one] = found[1][two] = (one, two)
    return (lambda item: found[0].get(item.id)), (lambda item: found[1].get(item.id))


@dataclass(frozen=True)
class _Places:
    """Where one edition names its elements, in the ids that the old edition has for the places."""

    code: Code
    rules: Mapping[str, str]
    sections: Mapping[str, str]

    def of(self, kind: str) -> _Key:
        """The places in which an element of a list is named; none where they are too few."""
        used: dict[str, set[tuple[str, str, str]]] = defaultdict(set)
        for field in USED[kind]:
            for level, id, part in self._parts:
                for name in () if part is self.code and kind in _OWN else getattr(part, field, ()):
                    used[name].add((level, id, field))
        fewest = _FEWEST.get(kind, 1)
        return lambda item: frozenset(used[item.id]) if len(used[item.id]) >= fewest else None

    @cached_property
    def _parts(self) -> list[tuple[str, str, Any]]:
        """The code, its sections and those of its rules that both editions have."""
        sections = [
            ("section", self.sections.get(one.id, one.id), one) for one in self.code.sections
        ]
        rules = [
            ("rule", self.rules[rule.id], rule)
            for rule in self.code.rules if rule.id in self.rules
        ]  # fmt: skip
        return [("code", "", self.code), *sections, *rules]
