"""One sentence has one direction, wherever it stands; beside the rules it is never sure."""

from collections.abc import Callable
from typing import Any

import pytest

from codes import code
from conductkit.change import mirror
from conductkit.diff import diff
from conductkit.model import Code

BE_KIND = {"id": "be-kind", "text": "Be kind to each other."}
SECTION = {"id": "care", "title": "Care", "rules": [BE_KIND]}
STEP = {"id": "step", "name": "A step", "when": "A rule is broken."}


def _rule(said: str) -> Code:
    return code([BE_KIND, {"id": "a", "text": said}])


def _behind(said: str) -> Code:
    return _rule(f"Greet newcomers warmly. {said}")


def _if(said: str) -> Code:
    return _rule(f"When there is a public event, {said[0].lower()}{said[1:]}")


def _section(said: str) -> Code:
    text = f"Here is how we look after each other. {said}"
    return code([], sections=[{**SECTION, "text": text}])


def _item(said: str) -> Code:
    text = f"How it works:\n\n1. We all care for the place.\n2. {said}\n3. Swallows nest here."
    return code([], sections=[{**SECTION, "text": text}])


def _field(name: str) -> Callable[[str], Code]:
    return lambda said: code([BE_KIND], **{name: f"Thank you for reading this. {said}"})


def _consequence(said: str) -> Code:
    return code([BE_KIND], consequences=[{**STEP, "then": said}])


def _value(said: str) -> Code:
    return code([BE_KIND], values=[{"id": "care", "name": "Care", "text": f"We care. {said}"}])


RULES = {"rule": _rule, "second sentence": _behind, "behind a condition": _if}
BESIDE = {
    "section": _section, "item": _item, "purpose": _field("purpose"), "closing": _field("closing"),
    "consequence": _consequence, "value": _value,
}  # fmt: skip
PAIRS = [
    ("Complaints are answered within five days.", "Complaints are answered within ten days.",
     "weaker"),
    ("Members should sign the register.", "Members must sign the register.", "stronger"),
    ("Helpers must be at least 16 years old.", "Helpers must be at least 18 years old.",
     "stronger"),
    ("Dogs must stay at least 20 metres away.", "Dogs must stay at least 50 metres away.",
     "stronger"),
    ("Staff must not accept gifts above £20.", "Staff must not accept gifts above £5.",
     "stronger"),
    ("At least two adults must be present.", "At least one adult must be present.", "weaker"),
    ("Everyone must wear a badge.", "Everyone must wear a badge unless they are under 12.",
     "weaker"),
    ("All reports will be handled with care.", "All reports may be handled with care.", "weaker"),
    ("Swearing is not tolerated.", "Swearing is tolerated.", "reversed"),
    ("The hall seats 100 people.", "The hall seats 200 people.", "unknown"),
    ("The hut is closed until 15 June.", "The hut is closed until 30 June.", "unknown"),
    ("Sheds may be built here.", "Barns may be built here.", "unknown"),
]  # fmt: skip


@pytest.mark.parametrize("place", [*RULES, *BESIDE])
@pytest.mark.parametrize(("old", "new", "effect"), PAIRS)
def test_a_sentence_has_its_direction_in_every_place(
    place: str, old: str, new: str, effect: str
) -> None:
    put: Any = {**RULES, **BESIDE}[place]
    there, back = diff(put(old), put(new)).changes, diff(put(new), put(old)).changes
    assert [one.effect for one in there] == [effect]
    assert [one.effect for one in back] == [mirror(effect)]
    if place in BESIDE:
        assert {one.confidence for one in (*there, *back)} == {"low"}
