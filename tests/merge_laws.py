"""The laws of merging, checked by facts that are read without any code of ours."""

import re
from collections import Counter
from typing import Any

import yaml

from conductkit.load import load_text
from conductkit.merge import Merged, merge

Facts = dict[tuple[str, ...], str]
_NAMES = ("id", "term", "version", "date", "for")


def facts(text: str) -> Facts:
    """What a code says, as paths and words: elements by their names, items of lists one by one."""
    found: Facts = {}

    def element(node: dict[str, Any], path: tuple[str, ...]) -> None:
        found[path] = "is there"
        for key, value in node.items():
            go(value, (*path, key))

    def go(node: Any, path: tuple[str, ...]) -> None:
        if isinstance(node, dict):
            for key, value in node.items():
                go(value, (*path, key))
        elif isinstance(node, list):
            for item in node:
                if not isinstance(item, dict):
                    found[(*path, f"= {item}")] = "is there"
                    continue
                name = next(item[key] for key in _NAMES if key in item)
                if path[-1] == "rules":
                    found["rules", name, "@home"] = path[1] if len(path) > 1 else "none"
                    element(item, ("rules", name))
                else:
                    element(item, (*path, name))
        elif node:
            found[path] = node.strip()

    go(yaml.load(text, Loader=yaml.BaseLoader), ())
    return found


def comments(text: str) -> Counter[str]:
    """The comments of a text whose words hold no #."""
    return Counter(re.findall(r"# (.*)", text))


def picked(base: str | None, ours: str | None, theirs: str | None) -> tuple[bool, str | None]:
    """Whether one side decides, and for what."""
    if ours == theirs or theirs == base:
        return True, ours
    return ours == base, theirs


def check(base: str, ours: str, theirs: str) -> str:
    """Merge three texts and hold the result to the laws; "clean", "conflict" or "no code"."""
    texts = (base, ours, theirs)
    if any(load_text(text).code is None for text in texts):
        return "no code"
    for side in (ours, theirs):
        assert merge(base, side, side) == Merged(side)
        assert merge(base, base, side) == Merged(side)
        assert merge(base, side, base) == Merged(side)
    made, turned = merge(base, ours, theirs), merge(base, theirs, ours)
    assert bool(made.conflicts) == bool(turned.conflicts), "the sides do not commute"
    assert _named(made) == _named(turned), "the sides do not commute"
    assert all(conflict.what != "the code" for conflict in made.conflicts)
    if made.conflicts:
        _nothing_lost(made.text, base, ours, theirs)
        _apart(made, base, ours, theirs)
        return "conflict"
    assert load_text(made.text).code is not None
    assert facts(made.text) == facts(turned.text), "the sides do not commute"
    assert comments(made.text) == comments(turned.text), "the sides do not commute"
    _decided(made, base, ours, theirs)
    _comments_stay(made.text, base, ours, theirs)
    return "clean"


def _named(made: Merged) -> list[str]:
    return sorted(conflict.what for conflict in made.conflicts)


def _decided(made: Merged, base: str, ours: str, theirs: str) -> None:
    """Each fact is what the side made of it that changed it."""
    b, o, t, now = facts(base), facts(ours), facts(theirs), facts(made.text)
    for path in {**b, **o, **t, **now}:
        sure, fact = picked(b.get(path), o.get(path), t.get(path))
        if path == ("version",) and not sure:
            sure, fact = True, max(o[path], t[path])
        if path[-1] == "@home" and path[:-1] not in now:
            continue  # a rule that one side took out and the other only moved is gone
        assert sure, f"{path} was decided for nobody"
        if path[-1] == "@home" and now.get(path) != fact:
            assert f"rule “{path[1]}”" in " ".join(made.notes), f"{path} moved in silence"
            continue
        assert now.get(path) == fact, f"{path}: {now.get(path)} in place of {fact}"


def _comments_stay(text: str, base: str, ours: str, theirs: str) -> None:
    b, o, t, now = (comments(part) for part in (base, ours, theirs, text))
    for words in {**o, **t}:
        least = max(o[words], t[words]) if min(o[words], t[words]) >= b[words] else 0
        assert now[words] >= least, f"the comment “{words}” is lost"
    assert set(now) <= {*b, *o, *t}


def _nothing_lost(text: str, base: str, ours: str, theirs: str) -> None:
    """What a side wrote stands in a text with conflicts, in the marks or outside."""
    there = " ".join(text.split())
    b = facts(base)
    for side in (ours, theirs):
        for path, words in facts(side).items():
            told = words if words != "is there" else path[-1].removeprefix("= ")
            if b.get(path) != words and path[-1] != "@home" and path != ("version",):
                assert told in there, f"{path}: {told} is lost"
        for words in comments(side) - comments(base):
            assert words in there, f"the comment “{words}” is lost"


_SHARED = ("values", "terms", "channels", "binds", "sections", "measures", "parties", "version")


def _apart(made: Merged, base: str, ours: str, theirs: str) -> None:
    """There is no conflict where the sides changed different elements."""
    b, o, t = facts(base), facts(ours), facts(theirs)
    mine, yours = ({path[:2] for path in {**b, **side} if b.get(path) != side.get(path)}
                   for side in (o, t))  # fmt: skip
    touched = mine | yours
    if any(path[0] in _SHARED for path in touched) or comments(ours) + comments(theirs):
        return
    assert mine & yours, f"{made.conflicts} though the sides changed {mine} and {yours}"
