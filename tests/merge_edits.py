"""Random codes and random edits of them, as texts with comments, for the laws of merging."""

import copy
import random
from collections.abc import Callable
from typing import Any

import yaml

from conductkit.emit import Path, emit
from conductkit.layout import Notes

Tree = dict[str, Any]
_TEXTS = [
    "Answer letters within {} days.", "Greet each customer by name, {} times.",
    "You must not share data number {}.", "Staff should smile for {} minutes.",
    "Never promise {} refunds to a Guest.", "Keep a log of {} calls unless a Guest objects.",
]  # fmt: skip
_LEVELS = ["must", "should", "may", "must-not"]


def code(rng: random.Random) -> Tree:
    """A small code that loads."""
    tree: Tree = {
        "conduct": "1", "id": "a", "title": "A code", "version": "1.0.0", "language": "en",
        "parties": [{"id": "staff", "name": "Staff"}, {"id": "guests", "name": "Guests"}],
        "channels": ["mail", "phone", "chat"],
        "values": [{"id": f"v{n}", "name": f"Value {n}"} for n in range(rng.randint(1, 3))],
    }  # fmt: skip
    for key, make in _OPTIONAL.items():
        if rng.random() < 0.4:
            tree[key] = make(rng)
    rules = [rule(rng, f"r{n}") for n in range(rng.randint(1, 5))]
    if rng.random() < 0.5:
        tree["rules"] = rules
    else:
        cut = rng.randint(1, len(rules))
        tree["sections"] = [
            {"id": f"s{n}", "title": f"Section {n}", "rules": part}
            for n, part in enumerate((rules[:cut], rules[cut:]))
        ]
    return tree


def rule(rng: random.Random, id: str) -> Tree:
    made: Tree = {"id": id, "text": text(rng)}
    if rng.random() < 0.4:
        made["level"] = rng.choice(_LEVELS)
    if rng.random() < 0.4:
        made["values"] = ["v0"]
    if rng.random() < 0.3:
        made["why"] = f"Because {rng.randint(0, 99)}. And so on."
    if rng.random() < 0.3:
        made["examples"] = {"good": [f"Do {rng.randint(0, 99)}."], "bad": ["Do not."]}
    if rng.random() < 0.2:
        made["x-own"] = {"a": ["1", str(rng.randint(0, 9))]}
    return made


def text(rng: random.Random) -> str:
    return rng.choice(_TEXTS).format(rng.randint(2, 99))


_OPTIONAL: dict[str, Callable[[random.Random], Any]] = {
    "purpose": lambda rng: f"To serve {rng.randint(0, 99)} guests. Always.",
    "binds": lambda rng: ["staff"],
    "authors": lambda rng: ["Ann", "Bob"],
    "owner": lambda rng: {"name": "Head", "email": "h@example.org"},
    "contacts": lambda rng: [{"for": "questions", "phone": str(rng.randint(100, 999))}],
    "terms": lambda rng: [
        {"term": "Guest", "text": "Who stays."},
        {"term": "Call", "text": "Any."},
    ],
    "measures": lambda rng: [
        {"id": "m", "name": "M", "readings": [{"date": "2026-01-01", "value": "3"}]}
    ],
    "changelog": lambda rng: [{"version": "1.0.0", "changes": ["First."]}],
    "x-top": lambda rng: str(rng.randint(0, 99)),
}


def lists_of_rules(tree: Tree) -> list[list[Tree]]:
    if "sections" in tree:
        return [section.setdefault("rules", []) for section in tree["sections"]]
    return [tree.setdefault("rules", [])]


def rules(tree: Tree) -> list[Tree]:
    return [item for row in lists_of_rules(tree) for item in row]


# ── edits, each of which leaves a code that loads (nearly always) ─────────────────────────────


def _some_rule(rng: random.Random, tree: Tree) -> Tree | None:
    found = rules(tree)
    return rng.choice(found) if found else None


def _reword(rng: random.Random, tree: Tree) -> None:
    found = _some_rule(rng, tree)
    if found:
        found["text"] = text(rng)


def _relevel(rng: random.Random, tree: Tree) -> None:
    found = _some_rule(rng, tree)
    if found:
        found["level"] = rng.choice(_LEVELS)


def _field(rng: random.Random, tree: Tree) -> None:
    found = _some_rule(rng, tree)
    if found is None:
        return
    key = rng.choice(["title", "why", "values", "channels", "examples", "level", "binds", "x-own"])
    if key in found and rng.random() < 0.4:
        del found[key]
    elif key == "values":
        found[key] = rng.sample([value["id"] for value in tree["values"]], 1)
    elif key == "channels":
        found[key] = rng.sample(tree["channels"], rng.randint(1, len(tree["channels"])))
    elif key == "examples":
        found[key] = {"good": [f"Do {rng.randint(0, 9)}.", "Help."]}
    elif key == "binds":
        found[key] = [rng.choice(["staff", "guests"])]
    elif key == "level":
        found[key] = rng.choice(_LEVELS)
    elif key == "x-own":
        found[key] = {"b": str(rng.randint(0, 9))}
    else:
        found[key] = f"Words {rng.randint(0, 9)}."


def _example(rng: random.Random, tree: Tree) -> None:
    found = _some_rule(rng, tree)
    if found:
        good = found.setdefault("examples", {}).setdefault("good", [])
        good.insert(rng.randint(0, len(good)), f"Do {rng.randint(0, 99)}.")


def _add(rng: random.Random, tree: Tree) -> None:
    row = rng.choice(lists_of_rules(tree))
    new = rule(rng, f"n{rng.randint(0, 30)}")
    new["text"] = rng.choice(_TEXTS).format(rng.randint(100, 999))  # else it is another one renamed
    row.insert(rng.randint(0, len(row)), new)
    seen: set[str] = set()
    for items in lists_of_rules(tree):
        items[:] = [item for item in items if not (item["id"] in seen or seen.add(item["id"]))]  # type: ignore[func-returns-value]


def _remove(rng: random.Random, tree: Tree) -> None:
    row = rng.choice(lists_of_rules(tree))
    if row:
        row.pop(rng.randrange(len(row)))


def _move(rng: random.Random, tree: Tree) -> None:
    rows = lists_of_rules(tree)
    row = rng.choice(rows)
    if row:
        item = row.pop(rng.randrange(len(row)))
        other = rng.choice(rows)
        other.insert(rng.randint(0, len(other)), item)


def _value(rng: random.Random, tree: Tree) -> None:
    values = tree["values"]
    values.insert(rng.randint(0, len(values)), {"id": f"w{rng.randint(0, 9)}", "name": "New"})
    tree["values"] = list({value["id"]: value for value in values}.values())


def _rename_value(rng: random.Random, tree: Tree) -> None:
    rng.choice(tree["values"])["name"] = f"Name {rng.randint(0, 9)}"


def _drop_value(rng: random.Random, tree: Tree) -> None:
    gone = rng.choice(tree["values"])["id"]
    if len(tree["values"]) > 1:
        tree["values"] = [value for value in tree["values"] if value["id"] != gone]
        for item in rules(tree):
            if gone in item.get("values", ()):
                del item["values"]


def _top(rng: random.Random, tree: Tree) -> None:
    key = rng.choice(list(_OPTIONAL))
    if key in tree and rng.random() < 0.3:
        del tree[key]
    else:
        tree[key] = _OPTIONAL[key](rng)


def _title(rng: random.Random, tree: Tree) -> None:
    tree["title"] = f"Code {rng.randint(0, 9)}"


def _release(rng: random.Random, tree: Tree) -> None:
    tree["version"] = f"1.{rng.randint(1, 3)}.0"
    log = tree.setdefault("changelog", [])
    entry = {"version": tree["version"], "changes": [f"Change {rng.randint(0, 9)}."]}
    if all(item["version"] != tree["version"] for item in log):
        log.insert(0, entry)


def _reading(rng: random.Random, tree: Tree) -> None:
    for measure in tree.get("measures", ()):
        day = f"2026-0{rng.randint(2, 9)}-01"
        readings = measure.setdefault("readings", [])
        if all(item["date"] != day for item in readings):
            readings.append({"date": day, "value": str(rng.randint(0, 9))})
            readings.sort(key=lambda item: str(item["date"]))


def _channel(rng: random.Random, tree: Tree) -> None:
    tree["channels"].insert(rng.randint(0, 3), f"c{rng.randint(0, 9)}")
    tree["channels"] = list(dict.fromkeys(tree["channels"]))


def _term(rng: random.Random, tree: Tree) -> None:
    terms = tree.setdefault("terms", [])
    name = rng.choice(["Guest", "Call", "Data"])
    found = next((item for item in terms if item["term"] == name), None)
    if found:
        found["text"] = f"Meaning {rng.randint(0, 9)}."
    else:
        terms.append({"term": name, "text": f"Meaning {rng.randint(0, 9)}."})


def _sections(rng: random.Random, tree: Tree) -> None:
    """Flat rules into sections, or a section more, or one less."""
    if "sections" not in tree:
        found = tree.pop("rules", [])
        cut = rng.randint(0, len(found))
        tree["sections"] = [
            {"id": f"s{n}", "title": f"Section {n}", "rules": part}
            for n, part in enumerate((found[:cut], found[cut:]))
        ]
    elif rng.random() < 0.5:
        id = f"t{rng.randint(0, 3)}"
        if all(section["id"] != id for section in tree["sections"]):
            moved = rules(tree)[:1]
            for row in lists_of_rules(tree):
                row[:] = [item for item in row if item not in moved]
            tree["sections"].append({"id": id, "title": f"Section {id}", "rules": moved})
    elif len(tree["sections"]) > 1:
        gone = tree["sections"].pop(rng.randrange(len(tree["sections"])))
        tree["sections"][0].setdefault("rules", []).extend(gone.get("rules", []))


_EDITS = [
    _reword, _reword, _relevel, _field, _field, _example, _add, _add, _remove, _move, _move,
    _value, _rename_value, _drop_value, _top, _title, _release, _reading, _channel, _term,
    _sections,
]  # fmt: skip


def edited(rng: random.Random, tree: Tree, most: int = 4) -> Tree:
    """A tree with a few random edits."""
    made = copy.deepcopy(tree)
    for _ in range(rng.randint(1, most)):
        rng.choice(_EDITS)(rng, made)
    for section in made.get("sections", ()):
        if not section.get("rules"):
            section.pop("rules", None)
    if not made.get("rules", True):
        del made["rules"]
    return made


# ── trees as texts ────────────────────────────────────────────────────────────────────────────


def places(tree: Tree) -> list[Path]:
    """Where a comment may stand: the paths of keys and items."""
    found: list[Path] = []

    def go(node: Any, path: Path) -> None:
        keys = list(node) if isinstance(node, dict) else range(len(node))
        for key in keys:
            here = (*path, key)
            if isinstance(key, str) and key.startswith("x-"):
                continue
            found.append(here)
            if isinstance(node[key], dict | list):
                go(node[key], here)

    go(tree, ())
    return found


def name(tree: Tree, path: Path) -> str:
    """A path by names, so that a comment follows what it stands with."""
    words = []
    node: Any = tree
    for key in path:
        node = node[key]
        if isinstance(key, int) and isinstance(node, dict):
            words = [str(next(iter(node.values())))]
        else:
            words.append(str(node) if isinstance(key, int) else str(key))
    return "/".join(words)


def written(tree: Tree, comments: dict[str, str], style: int) -> str:
    """The text of a tree: as `conduct fmt` lays it out (0), or as PyYAML does (1, 2).

    `comments` are words by the names of places.
    """
    if style:
        flow = None if style == 2 else False
        width = 60 if style == 1 else 1000
        return str(
            yaml.safe_dump(
                tree, sort_keys=False, allow_unicode=True, width=width, default_flow_style=flow
            )
        )
    notes: dict[Path, Notes] = {}
    for path in places(tree):
        words = comments.get(name(tree, path))
        if words:
            notes[path] = Notes([f"# {words}"], [f"# {words} behind"] if len(words) % 2 else [])
    return emit(tree, notes)


def remarked(rng: random.Random, tree: Tree, comments: dict[str, str]) -> dict[str, str]:
    """Comments of a tree with a few more, fewer or other ones."""
    made = dict(comments)
    names = [name(tree, path) for path in places(tree)]
    for _ in range(rng.randint(0, 2)):
        made[rng.choice(names)] = f"note {rng.randint(0, 999)}"
    if made and rng.random() < 0.2:
        del made[rng.choice(list(made))]
    return made


def triple(seed: int) -> tuple[str, str, str]:
    """A base and two sides."""
    rng = random.Random(seed)
    base = code(rng)
    comments = remarked(rng, base, {})
    out = [written(base, comments, style := rng.choice([0, 0, 0, 1, 2]))]
    for _ in range(2):
        tree = edited(rng, base)
        other = style if rng.random() < 0.9 else 0
        out.append(written(tree, remarked(rng, tree, comments), other))
    return out[0], out[1], out[2]
