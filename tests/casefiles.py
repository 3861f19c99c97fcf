"""Case files: lists of cases in YAML, read for the tests of checks and axes."""

from pathlib import Path
from typing import Any

import yaml

from conductkit.load import load_text
from conductkit.model import Code

CASES = Path(__file__).resolve().parent / "cases"
_HEAD = {
    "conduct": "conduct: 1",
    "id": "id: case",
    "title": "title: A code",
    "language": "language: en",
}


def read(shelf: str, name: str) -> list[dict[str, Any]]:
    """The cases of one file; every scalar as it was written."""
    with (CASES / shelf / f"{name}.yaml").open(encoding="utf-8") as stream:
        cases = yaml.load(stream, getattr(yaml, "CBaseLoader", yaml.BaseLoader))
    assert isinstance(cases, list), f"{name}: a list of cases"
    names = [case.get("name", str(case)) for case in cases]
    assert len(set(names)) == len(names), f"{name}: two cases with one name"
    return cases


def code(case: dict[str, Any]) -> Code:
    """The code of a case: `code` (its head filled in where absent) or a list of `rules`."""
    text = case.get("code") or _from_rules(case["rules"])
    keys = {line.split(":")[0] for line in text.splitlines()}
    language = f"language: {case['language']}" if "language" in case else _HEAD["language"]
    head = [
        language if key == "language" else line for key, line in _HEAD.items() if key not in keys
    ]
    loaded = load_text("\n".join([*head, text]), "case.yaml")
    assert loaded.code is not None, [finding.message for finding in loaded.findings]
    return loaded.code


def _from_rules(rules: list[str]) -> str:
    """A code with the rules r1, r2 …: the first text is in line 7, the next three lines on."""
    lines = ["rules:"]
    for number, text in enumerate(rules, start=1):
        quoted = "'" + text.replace("'", "''") + "'"
        lines += [f"- id: r{number}", f"  text: {quoted}", ""]
    return "\n".join(lines)
