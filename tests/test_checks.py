"""Every check has a case file, documentation in the fixed form, and does what its cases say."""

import re
from datetime import date
from typing import Any

import pytest

import casefiles
from conductkit.check import GROUPS, Context
from conductkit.lint import all_checks, lint
from conductkit.load import load_text
from conductkit.model import Code

CHECKS = all_checks()
CASE_FILES = sorted(path.stem for path in (casefiles.CASES / "checks").glob("*.yaml"))
CASES = [
    pytest.param(name, case, id=f"{name}: {case['name']}")
    for name in CASE_FILES
    for case in casefiles.read("checks", name)
]
TODAY = "2026-06-01"


def test_every_check_has_a_case_file_and_every_case_file_a_check() -> None:
    assert sorted(CHECKS) == CASE_FILES


@pytest.mark.parametrize("name", CASE_FILES)
def test_cases_are_two_sided(name: str) -> None:
    cases = casefiles.read("checks", name)
    assert any(case["findings"] for case in cases), f"{name}: no case with a finding"
    assert any(not case["findings"] for case in cases), f"{name}: no case without one"


@pytest.mark.parametrize("name", sorted(CHECKS))
def test_documentation(name: str) -> None:
    check = CHECKS[name]
    parts = [part.split(":")[0] for part in check.doc.split("\n\n")[1:]]
    assert parts[:3] == ["Why", "Example", "Fix"], f"{name}: summary, Why, Example, Fix"
    assert check.summary.endswith(".")
    assert len(check.summary) <= 98
    assert check.group in GROUPS
    assert not re.match(r"(no-|avoid-|use-|do-not-|prefer-)", name) or name == "no-directive"


@pytest.mark.parametrize(("name", "case"), CASES)
def test_case(name: str, case: dict[str, Any]) -> None:
    code = casefiles.code(case)
    catalogue = _catalogue(case)
    dictionary = frozenset(case.get("dictionary", ()))
    today = date.fromisoformat(case.get("today", TODAY))
    profiles = tuple(case.get("profiles", ()))
    context = Context(today=today, catalogue=catalogue, dictionary=dictionary, profiles=profiles)
    chosen = [CHECKS[name], *(CHECKS[other] for other in case.get("with", ()))]
    found = [item for item in lint(code, context, chosen) if item.check == name]
    wanted = case["findings"]
    assert [_shown(item, want) for item, want in zip(found, wanted, strict=False)] == wanted
    assert len(found) == len(wanted), [item.message for item in found]


@pytest.mark.parametrize("name", sorted(CHECKS))
def test_a_check_that_offers_a_fix_says_how_far_it_goes(name: str) -> None:
    context = Context(today=date.fromisoformat(TODAY))
    fixes = [
        item.fix
        for case in casefiles.read("checks", name)
        for item in lint(casefiles.code(case), context, [CHECKS[name]])
        if item.fix is not None
    ]
    assert bool(fixes) == bool(CHECKS[name].fix), f"{name}: define(…, fix=) and a case with a fix"


def _catalogue(case: dict[str, Any]) -> Code | None:
    return load_text(case["catalogue"]).code if "catalogue" in case else None


def _shown(finding: Any, wanted: dict[str, str]) -> dict[str, str]:
    """The finding in the words of the case: only what the case speaks of."""
    span = finding.span
    facts = {
        "rule": finding.rule,
        "quote": finding.quote,
        "at": f"{span.line}:{span.column}",
        "end": f"{span.end_line}:{span.end_column}",
        "message": finding.message,
        "help": finding.help,
        "severity": finding.severity.word,
        "fix": finding.fix,
        "waived": "yes" if finding.waived else "no",
        "also": str(len(finding.also)),
    }
    return {key: facts[key] for key in wanted}
