"""What a code says, read without any code of ours, so that the laws of merging can compare it."""

import re
from collections import Counter
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

import yaml

Facts = dict[tuple[str, ...], str]
_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_NAMES = ("id", "term", "version", "date", "for")


def facts(text: str, known: Mapping[str, str]) -> Facts:
    """What a code says, as paths and words: elements by their names, items of lists one by one.

    `known` has the id in the base for rules with another one.
    """
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
                    name = known.get(name, name)
                    found["rules", name, "@home"] = path[1] if len(path) > 1 else "none"
                    element(item, ("rules", name))
                else:
                    element(item, (*path, name))
        elif node:
            found[path] = node.strip()

    go(_tree(text), ())
    return found


@lru_cache(16)
def _tree(text: str) -> Any:
    return yaml.load(text, Loader=_LOADER)


def known_ids(base: str, ours: str, theirs: str) -> tuple[dict[str, str], dict[str, str]]:
    """The new ids of rules on each side, to the ids that these have in the base.

    A rule that kept its text is known again, and one that has the new id of the other side.
    """
    old, *sides = (_rules(text) for text in (base, ours, theirs))
    found = [_known(old, new) for new in sides]
    for number, new in enumerate(sides):
        for id, was in list(found[1 - number].items()):
            if id in new and was not in {*new, *found[number].values()}:
                found[number].setdefault(id, was)
    return found[0], found[1]


def _known(old: dict[str, str], new: dict[str, str]) -> dict[str, str]:
    gone = [(id, words) for id, words in old.items() if id not in new]
    came = [(id, words) for id, words in new.items() if id not in old]
    found = {}
    for id, words in came:
        was = [other for other, told in gone if told == words]
        if len(was) == 1 and [told for _, told in came].count(words) == 1:
            found[id] = was[0]
    return found


def _rules(text: str) -> dict[str, str]:
    tree = _tree(text)
    rows = [tree.get("rules"), *(section.get("rules") for section in tree.get("sections") or ())]
    return {item["id"]: item["text"].strip() for row in rows for item in row or ()}


def comments(text: str) -> Counter[str]:
    """The comments of a text whose words hold no # before a space."""
    return Counter(found.strip() for found in re.findall(r"# (.*)", text))


def sentences(words: str) -> list[str]:
    return re.split(r"(?<=[.!?…:;])\s+|\n+", words)


def decided(text: str, side: str) -> str:
    """A text with conflict marks as it is when each is decided for "ours" or "theirs"."""
    keep, lines = "both", []
    for line in text.splitlines(keepends=True):
        if line.startswith("<<<<<<< "):
            keep = "ours"
        elif line.rstrip() == "=======" and keep == "ours":
            keep = "theirs"
        elif line.startswith(">>>>>>> "):
            keep = "both"
        elif keep in ("both", side):
            lines.append(line)
    return "".join(lines)
