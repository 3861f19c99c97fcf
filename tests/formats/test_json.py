"""The whole code as JSON: nothing left out, nothing to look up."""

import json
from typing import Any

import pytest
from everything import everything

from conductkit import bundled, project
from conductkit.fields import CODE, Shape, shapes
from conductkit.load import load
from conductkit.render import render
from hostile import HOSTILE

CODES = bundled.codes()


def data(name: str) -> Any:
    code = load(CODES[name])
    return json.loads(render(code, "json", catalogue=project.catalogue(code)))


def test_every_field_is_there_under_its_key_even_where_it_is_not_given() -> None:
    full, small = json.loads(render(everything("words"), "json")), data("twelve-principles")
    keys = ["format", *(field.key for field in CODE.fields), "digest"]
    assert list(full) == list(small) == keys
    held: dict[str, set[str]] = {}
    _collect(CODE, full, held)
    for shape in shapes():
        assert held[shape.name] >= {field.key for field in shape.fields}, shape.name


def _collect(shape: Shape, found: dict[str, Any], held: dict[str, set[str]]) -> None:
    held.setdefault(shape.name, set()).update(found)
    for field in shape.fields:
        for one in found[field.key] if field.many else [found[field.key]]:
            if isinstance(field.type, Shape) and isinstance(one, dict):
                _collect(field.type, one, held)


def test_rules_are_numbered_and_know_what_holds_for_them() -> None:
    rules = data("cx-touchpoints")["rules"]
    assert [rule["number"] for rule in rules] == list(range(1, 34))
    one = next(rule for rule in rules if rule["id"] == "same-day-acknowledgement")
    assert one["section"] == "seeing-it-through"
    assert one["binds"] == [{"id": "staff", "name": "Customer service professionals"}]
    assert [channel["name"] for channel in one["channels"]] == ["Email", "Chat", "Social media"]
    assert one["values"] == [{"id": "responsiveness", "name": "Responsiveness"}]
    assert one["principles"][0] == {"id": "responsiveness", "name": "Responsiveness"}
    assert (one["level"], one["level_name"]) == ("must", "Must")


def test_rules_of_a_section_are_named_and_stand_once() -> None:
    whole = data("cx-touchpoints")
    named = [rule for section in whole["sections"] for rule in section["rules"]]
    assert named == [rule["id"] for rule in whole["rules"]]


def test_links_between_rules_are_taken_apart() -> None:
    whole = json.loads(render(everything("words"), "json"))
    assert whole["rules"][0]["backed_by"] == [
        {"code": "staff-code", "rule": "privacy", "number": None},
        {"code": "everything", "rule": "privacy", "number": 1},
    ]
    assert whole["retired"][0]["replaced_by"] == {
        "code": "everything", "rule": "privacy", "number": 1,
    }  # fmt: skip


@pytest.mark.parametrize("words", HOSTILE, ids=range(len(HOSTILE)))
def test_words_come_back_as_they_are_and_nothing_reaches_the_terminal(words: str) -> None:
    code = everything(words)
    text = render(code, "json")
    found = json.loads(text)
    assert found["purpose"] == code.purpose
    assert found["rules"][0]["text"] == code.rules[0].text
    assert not any(char in text for char in "\u202e\u2066\x1b\x9b\u2028")
