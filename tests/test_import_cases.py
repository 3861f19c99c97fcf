"""`conduct import` by cases: a small text, and exactly what must come of it."""

from typing import Any

import pytest

import casefiles
from conductkit.fmt import format_source
from conductkit.importing import import_bytes
from conductkit.load import load_text
from conductkit.source import Source

NAMES = sorted(path.stem for path in (casefiles.CASES / "import").glob("*.yaml"))
CASES = [
    pytest.param(case, id=f"{name}: {case['name']}")
    for name in NAMES
    for case in casefiles.read("import", name)
]


def shown(key: str, tree: dict[str, Any]) -> Any:
    """A field of the tree as cases write it: ids left out, one that has only words as its words."""
    if key == "rules":
        parts = [*tree.get("sections", []), tree]
        return [bare(rule) for part in parts for rule in part.get("rules", [])]
    found = tree.get(key, [] if key in ("values", "sections", "consequences", "contacts") else "")
    if key == "sections":
        return [one["title"] for one in found]
    return [bare(one) for one in found] if isinstance(found, list) else found


def bare(entry: dict[str, Any]) -> Any:
    kept = {key: value for key, value in entry.items() if key != "id"}
    return next(iter(kept.values())) if len(kept) == 1 else kept


@pytest.mark.parametrize("case", CASES)
def test_case(case: dict[str, Any]) -> None:
    path = case.get("file", "house.md")
    if path.endswith(".rst"):
        pytest.importorskip("docutils")
    made = import_bytes(case["text"].encode(), path)
    loaded = load_text(made.yaml, "made.yaml")
    assert loaded.code is not None, [finding.message for finding in loaded.findings]
    assert format_source(Source("made.yaml", made.yaml)) == made.yaml
    assert made.report.unplaced == 0
    wanted = {key: case[key] for key in case if key not in ("name", "text", "file", "left")}
    assert wanted, f"{case['name']}: a case says what must come of it"
    wanted.pop("findings", None)
    assert {key: shown(key, made.tree) for key in wanted} == wanted
    if "findings" in case:
        assert [one.check for one in made.report.findings] == case["findings"]
    for words in case.get("left", []):
        assert words in {one.text for one in made.report.left}
