"""The digest of what binds changes with a duty and with nothing else."""

import re
from typing import Any

import pytest

from codes import code
from conductkit import bundled, digest
from conductkit.load import load_file
from conductkit.model import Code

RULES = {"privacy": "Never share a customer’s data.", "answer": "Answer within two days."}


def _base(**fields: Any) -> Code:
    head = {"language": "en-GB", "version": "1.0.0", "scope": "All staff.", **fields}
    return code(head.pop("rules", RULES), **head)


@pytest.mark.parametrize(
    "fields",
    [
        {"version": "1.0.1"},
        {"title": "Another title"},
        {"purpose": "A purpose."},
        {"rules": dict(reversed(RULES.items()))},
        {"rules": {**RULES, "privacy": "Never share a customer's  *data*."}},
        {"rules": [{"id": key, "text": text, "why": "So."} for key, text in RULES.items()]},
        {"scope": "all staff."},
    ],
)
def test_what_binds_nobody_leaves_it(fields: dict[str, Any]) -> None:
    assert digest.of_code(_base(**fields)) == digest.of_code(_base())


@pytest.mark.parametrize(
    "fields",
    [
        {"rules": {**RULES, "answer": "Answer within three days."}},
        {"rules": {"privacy": RULES["privacy"]}},
        {"rules": [{"id": key, "text": text, "level": "should"} for key, text in RULES.items()]},
        {"scope": "All sales staff."},
        {"effective": "2026-02-01"},
        {"terms": [{"term": "Data", "text": "Names and addresses."}]},
        {"consequences": [{"id": "warning", "name": "Warning", "then": "A word."}]},
        {"parties": [{"id": "staff", "name": "Staff"}], "binds": ["staff"]},
    ],
)
def test_what_binds_changes_it(fields: dict[str, Any]) -> None:
    assert digest.of_code(_base(**fields)) != digest.of_code(_base())


@pytest.mark.parametrize("name", sorted(bundled.codes()))
def test_it_has_the_shape_that_the_format_reads(name: str) -> None:
    found = load_file(str(bundled.codes()[name])).code
    assert found is not None
    assert re.fullmatch("sha256:[0-9a-f]{64}", digest.of_code(found))
    assert all(
        re.fullmatch("[0-9a-f]{12}", digest.short(digest.of_rule(found, rule)))
        for rule in found.rules
    )
