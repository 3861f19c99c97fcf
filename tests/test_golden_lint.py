"""The CX TouchPoints code as published: every finding that a careful reader asks for, and no other.

The rows stand in a golden file beside the real codes; its head says when a row is met.
"""

from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from conductkit.check import Context
from conductkit.finding import Finding
from conductkit.lint import all_checks, lint
from conductkit.load import load
from conductkit.model import Element
from conductkit.source import Span

ROOT = Path(__file__).resolve().parent.parent
PUBLISHED = ROOT / "tests" / "data" / "cx-touchpoints-as-published.yaml"
CATALOGUE = ROOT / "codes" / "twelve-principles.yaml"
TODAY = date(2026, 6, 1)


@cache
def findings() -> tuple[Finding, ...]:
    """What all checks say of the published code."""
    code, catalogue = load(PUBLISHED), load(CATALOGUE)
    context = Context(today=TODAY, catalogue=catalogue)
    return lint(code, context, all_checks().values())


@pytest.fixture(scope="session")
def rows(corpus: Path) -> dict[str, list[dict[str, Any]]]:
    loaded: dict[str, list[dict[str, Any]]] = yaml.safe_load(
        (corpus / "golden" / "lint-cx-touchpoints.yaml").read_text(encoding="utf-8")
    )
    return loaded


def test_every_finding_that_must_be_there(rows: dict[str, list[dict[str, Any]]]) -> None:
    missing = [f"{row['check']} {row['rule']}" for row in rows["must"] if not _met(row)]
    assert missing == []


def test_nothing_that_must_not_be_there(rows: dict[str, list[dict[str, Any]]]) -> None:
    wrong = [f"{row['check']} {row['rule']}" for row in rows["must_not"] if _met(row)]
    assert wrong == []


def test_the_golden_file_is_read_whole(rows: dict[str, list[dict[str, Any]]]) -> None:
    """Rows that went missing would let the other tests pass."""
    assert len(rows["must"]) >= 48
    assert len(rows["must_not"]) >= 50


def _met(row: dict[str, Any]) -> bool:
    """Whether a finding of that check stands on that rule (null: anywhere) and on those words."""
    rule = _rule_id(row["rule"])
    return any(
        _overlap(finding, row["quote"], row["rule"])
        for finding in findings()
        if finding.check == row["check"] and (rule is None or finding.rule == rule)
    )


def _rule_id(number: int | None) -> str | None:
    return None if number is None else load(PUBLISHED).rules[number - 1].id


def _overlap(finding: Finding, quote: str, rule: int | None) -> bool:
    """Whether the words of a finding and the quote share a place; an empty quote is any place.

    What is missing has no words: it is reported at the title.
    """
    if not quote or finding.check.endswith("-missing"):
        return True
    spans = (finding.span, *finding.also)
    return any(_meet(span, place) for span in spans for place in _places(quote, rule))


def _meet(one: Span, two: Span) -> bool:
    return (one.line, one.column) < (two.end_line, two.end_column) and (two.line, two.column) < (
        one.end_line,
        one.end_column,
    )


@cache
def _places(quote: str, rule: int | None) -> tuple[Span, ...]:
    """Where the quote stands: in its rule, or anywhere in the code."""
    code = load(PUBLISHED)
    texts: list[tuple[Element, str]] = []
    if rule is not None:
        texts.append((code.rules[rule - 1], "text"))
    else:
        texts += [(code, key) for key in ("title", "purpose", "closing", "issuer")]
        texts += [(value, "name") for value in code.values]
        texts += [(one, "text") for one in code.rules]
    found = []
    for element, key in texts:
        text, sought = getattr(element, key).lower(), quote.lower()
        start = text.find(sought)
        while start >= 0:
            found.append(element.place.words(key, start, start + len(quote)))
            start = text.find(sought, start + 1)
    assert found, f"the published code has no “{quote}”"
    return tuple(found)
