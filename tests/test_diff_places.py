"""Changes of places, names and reach that leave every text as it was, and bind otherwise."""

from typing import Any

import pytest

from codes import code
from conductkit.diff import diff

GREET = {"id": "greet", "text": "Greet every customer."}
DOOR = {"id": "door", "text": "Greet every guest at the door."}
CALL = {"id": "call", "text": "Log every call of a guest."}
BOTH = {"id": "both", "text": f"{DOOR['text']} {CALL['text']}"}
PARTIES = [{"id": "staff", "name": "Staff"}, {"id": "guests", "name": "Guests"}]
WARNING = {"id": "w", "name": "Warning", "when": "First breach", "then": "A manager talks to you."}
BAN = {"id": "b", "name": "Ban", "when": "Second breach", "then": "You leave the company."}
GIFT = {"term": "gift", "text": "Anything worth more than ten euros."}
STEPS = [{"id": "a", "text": "Warn the guest."}, {"id": "b", "text": "Then call the police."}]
TAPE = [
    {"id": "a", "text": "Greet guests."},
    {"id": "b", "text": "Check bags."},
    {"id": "c", "text": "Do this only with consent."},
]
CHANNELS = ["phone", "chat"]
REPORT = [{"id": "report", "text": "Report every gift."}]

PAIRS: dict[str, tuple[dict[str, Any], dict[str, Any]]] = {
    "steps in another order": ({"rules": STEPS}, {"rules": STEPS[::-1]}),
    "this after another rule": ({"rules": TAPE}, {"rules": [TAPE[0], TAPE[2], TAPE[1]]}),
    "consequences exchanged": (
        {"rules": [GREET], "consequences": [WARNING, BAN]},
        {"rules": [GREET], "consequences": [
            {**WARNING, "then": BAN["then"]}, {**BAN, "then": WARNING["then"]}]},
    ),
    "consequences in another order": (
        {"rules": [GREET], "consequences": [WARNING, BAN]},
        {"rules": [GREET], "consequences": [BAN, WARNING]},
    ),
    "a term renamed that rules still use": (
        {"rules": REPORT, "terms": [GIFT]},
        {"rules": REPORT, "terms": [{**GIFT, "term": "present"}]},
    ),
    "a split that binds others": (
        {"parties": PARTIES, "rules": [{**BOTH, "binds": ["staff"]}]},
        {"parties": PARTIES, "rules": [
            {**DOOR, "binds": ["staff"]}, {**CALL, "binds": ["guests"]}]},
    ),
    "a split that holds in one channel": (
        {"channels": CHANNELS, "rules": [BOTH]},
        {"channels": CHANNELS, "rules": [DOOR, {**CALL, "channels": ["chat"]}]},
    ),
    "a good example that became a bad one": (
        {"rules": [{**GREET, "examples": {"good": ["A quick hello."]}}]},
        {"rules": [{**GREET, "examples": {"bad": ["A quick hello."]}}]},
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", PAIRS)
def test_the_same_words_elsewhere_may_bind_otherwise(name: str) -> None:
    old, new = (code(**side) for side in PAIRS[name])
    for one, two in ((old, new), (new, old)):
        assert {item.effect for item in diff(one, two).changes} - {"neutral"}


@pytest.mark.parametrize(
    ("old", "new", "language"),
    [
        ("Gäste könnten zahlen.", "Gäste konnten zahlen.", "de"),
        ("Protégez le pêcheur.", "Protégez le pécheur.", "fr"),
        ("A secretária decide.", "A secretaria decide.", "pt"),
        ("El público vota.", "El publico vota.", "es"),
    ],
)
def test_an_accent_may_make_another_word(old: str, new: str, language: str) -> None:
    one, two = (code({"a": text}, language=language) for text in (old, new))
    assert {item.effect for item in diff(one, two).changes} - {"neutral"}


def test_rules_that_lean_on_none_may_change_places() -> None:
    found = diff(code([GREET, DOOR, CALL]), code([CALL, GREET, DOOR])).changes
    assert {(item.change, item.effect) for item in found} == {("moved", "neutral")}
