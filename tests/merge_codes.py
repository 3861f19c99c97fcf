"""Random codes, as trees, for the laws of merging."""

import random
from collections.abc import Callable
from typing import Any

Tree = dict[str, Any]
TEXTS = [
    "Answer letters within {} days.", "Greet each customer by name, {} times.",
    "You must not share data number {}.", "Staff should smile for {} minutes.",
    "Never promise {} refunds to a Guest.", "Keep a log of {} calls unless a Guest objects.",
    "Grüße jeden Gast {} Mal – auch „Stammgäste“.", "お客様に{}回あいさつする。",
    "Reply: “{}” is #1.",
    "Recieve guest {} with care. Never make a Guest wait. Say 'hello'.\n\nThen listen.",
]  # fmt: skip
LEVELS = ["must", "should", "may", "must-not"]


def code(rng: random.Random) -> Tree:
    """A small code that loads."""
    tree: Tree = {
        "conduct": "1", "id": "a", "title": "A code", "version": "1.0.0", "language": "en",
        "parties": [{"id": "staff", "name": "Staff"}, {"id": "guests", "name": "Guests"}],
        "channels": ["mail", "phone", "chat"],
        "values": [{"id": f"v{n}", "name": f"Value {n}"} for n in range(rng.randint(1, 3))],
    }  # fmt: skip
    for key, make in OPTIONAL.items():
        if rng.random() < 0.4:
            tree[key] = make(rng)
    rules = [rule(rng, f"r{n}") for n in range(rng.randint(1, 5))]
    if rng.random() < 0.5:
        tree["rules"] = rules
    else:
        cut = rng.randint(1, len(rules))
        tree["sections"] = [
            {"id": f"s{n}", "title": f"Section {n}", "text": f"Words {n}. More.", "rules": part}
            for n, part in enumerate((rules[:cut], rules[cut:]))
        ]
    return tree


def rule(rng: random.Random, id: str) -> Tree:
    made: Tree = {"id": id, "text": text(rng)}
    if rng.random() < 0.4:
        made["level"] = rng.choice(LEVELS)
    if rng.random() < 0.4:
        made["values"] = ["v0"]
    if rng.random() < 0.3:
        made["why"] = f"Because {rng.randint(0, 99)}. And so on."
    if rng.random() < 0.3:
        made["examples"] = {"good": [f"Do {rng.randint(0, 99)}."], "bad": ["Do not."]}
    if rng.random() < 0.1:
        made["backed_by"] = [f"other#r{rng.randint(0, 9)}"]
    if rng.random() < 0.1:
        made["translates"] = digest(rng)
    if rng.random() < 0.2:
        made["x-own"] = {"a": ["1", str(rng.randint(0, 9))]}
    return made


def digest(rng: random.Random) -> str:
    return f"sha256:{rng.randrange(16**64):064x}"


def text(rng: random.Random) -> str:
    return rng.choice(TEXTS).format(rng.randint(2, 99))


OPTIONAL: dict[str, Callable[[random.Random], Any]] = {
    "purpose": lambda rng: f"To serve {rng.randint(0, 99)} guests. Always.",
    "scope": lambda rng: f"Holds for {rng.randint(0, 99)} shops. Not abroad.",
    "extends": lambda rng: f"base-{rng.randint(0, 9)}@1.0.0",
    "translation_of": lambda rng: {"id": "das-original", "version": f"1.{rng.randint(0, 9)}.0"},
    "consequences": lambda rng: [
        {"id": "talk", "name": "A talk", "when": "A rule is broken.", "then": "Your lead talks."},
        {"id": "end", "name": "The end", "then": f"After {rng.randint(2, 9)} times you leave."},
    ],
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
