"""What a rule directs, case by case."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from conductkit.language import Directive, Reading, level, read

CASES: list[dict[str, Any]] = [
    case
    for path in sorted((Path(__file__).parent / "cases").glob("*.yaml"))
    for case in yaml.safe_load(path.read_text(encoding="utf-8"))
]


def show(directive: Directive) -> str:
    """Write a directive as a case does: "value verb object"."""
    modal = directive.modal
    value = modal.force if modal.force in ("permission", "release") else str(modal.value)
    return f"{value} {directive.verb or '-'} {directive.object or '-'}"


def observe(reading: Reading) -> dict[str, Any]:
    """Everything a case may ask of a reading."""
    found = reading.directives
    return {
        "level": level(reading),
        "directives": [show(one) for one in found],
        "quotes": [reading.quote(one) for one in found],
        "subjects": [one.subject for one in found],
        "cues": [one.modal.cue for one in found],
        "acts": [f"{verb} {object_ or '-'}" for one in found for verb, object_ in one.acts],
        "kinds": [sentence.kind for sentence in reading.sentences],
        "sentences": [reading.quote(sentence) for sentence in reading.sentences],
        "conditions": [[reading.quote(part) for part in one.conditions] for one in found],
        "exceptions": [[reading.quote(part) for part in one.exceptions] for one in found],
        "words": reading.word_count,
    }


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_case(case: dict[str, Any]) -> None:
    observed = observe(read(case["text"], case.get("language", "en")))
    expected = {key: value for key, value in case.items() if key in observed}
    assert expected, "a case asks for something"
    assert set(case) <= {*observed, "name", "text", "language"}, "a case asks only what is known"
    assert {key: observed[key] for key in expected} == expected


def test_names_are_unique() -> None:
    names = [case["name"] for case in CASES]
    assert len(names) == len(set(names))
