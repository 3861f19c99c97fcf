"""Every check that looks for the words of a list leaves the house's own words alone.

The cases of a check say what it finds; with those very words in the project's dictionary, or
defined as terms of the code, it must find them no more.
"""

import ast
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

import casefiles
from conductkit.check import Check, Context
from conductkit.finding import Finding
from conductkit.lint import all_checks, lint
from conductkit.load import load_text
from conductkit.model import Code, Term
from conductkit.source import Span

CHECKS = all_checks()
LOOKS = {"listed", "find", "find_words", "spelling_variants", "word_list"}
"""What a check imports that looks for listed words."""

# Their lists do not say what is wrong: they help to see whether something is there at all.
NOT_OF_WORDS = {
    "passive-no-agent": "its list holds what is passed",
    "channel-uncovered": "its words cover a channel",
    "consequence-missing": "its words cover a part",
    "escalation-missing": "its words cover a part",
    "principle-uncovered": "its words cover a principle",
    "scope-missing": "its words cover a part",
    "level-mismatch": "it compares the level with the modal of a whole rule",
    "antonym-act": "it compares two duties",
    "same-act": "it compares two duties",
    "no-directive": "it says what is not there",
    "final-stop": "its list holds what needs no stop",
    "many-duties": "it counts verbs",
    "parallelism": "its list holds what is passed",
    "number-conflict": "it compares two numbers",
    "acronym-undefined": "its list holds what everybody knows",
}


def _imported(check: Check) -> set[str]:
    file = sys.modules[check.run.__module__].__file__
    assert file is not None
    tree = ast.parse(Path(file).read_text(encoding="utf-8"))
    nodes = [node for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)]
    return {alias.name for node in nodes for alias in node.names}


USERS = sorted(
    name for name, check in CHECKS.items() if _imported(check) & LOOKS and name not in NOT_OF_WORDS
)


def test_there_are_such_checks_and_no_exception_is_idle() -> None:
    assert len(USERS) >= 18
    assert {"vague-qualifier", "known-error", "spelling-variant", "person-drift"} <= set(USERS)
    idle = [name for name in NOT_OF_WORDS if not _imported(CHECKS[name]) & LOOKS]
    assert idle == []


@pytest.mark.parametrize("name", USERS)
def test_words_in_the_dictionary_are_no_fault(name: str) -> None:
    for code, context, found in _found(name):
        own = {*context.dictionary, *_words(code, found)}
        after = lint(code, replace(context, dictionary=frozenset(own)), [CHECKS[name]])
        assert [one.quote for one in after] == []


@pytest.mark.parametrize("name", USERS)
def test_defined_terms_are_no_fault(name: str) -> None:
    for code, context, found in _found(name):
        terms = tuple(
            Term(place=code.place, term=word, text="What it means.")
            for word in sorted(_words(code, found))
        )
        after = lint(replace(code, terms=(*code.terms, *terms)), context, [CHECKS[name]])
        assert [one.quote for one in after] == []


@pytest.mark.parametrize("name", USERS)
def test_other_words_in_the_dictionary_change_nothing(name: str) -> None:
    for code, context, found in _found(name):
        own = frozenset({*context.dictionary, "TouchPoints"})
        assert lint(code, replace(context, dictionary=own), [CHECKS[name]]) == found


def _found(name: str) -> Iterator[tuple[Code, Context, tuple[Finding, ...]]]:
    """The cases of a check in which it finds something; at least one."""
    some = False
    for case in casefiles.read("checks", name):
        code, context = casefiles.code(case), _context(case)
        found = lint(code, context, [CHECKS[name]])
        if found:
            some = True
            yield code, context, found
    assert some


def _context(case: dict[str, Any]) -> Context:
    return Context(
        today=date(2026, 6, 1),
        catalogue=load_text(case["catalogue"]).code if "catalogue" in case else None,
        dictionary=frozenset(case.get("dictionary", ())),
    )


def _words(code: Code, found: tuple[Finding, ...]) -> set[str]:
    """The words that findings show: of the finding itself, or of all its places."""
    spans = [span for one in found for span in one.also]
    quotes = {one.quote for one in found if one.quote != code.title}
    return quotes | {_text(code, span) for span in spans}


def _text(code: Code, span: Span) -> str:
    assert span.line == span.end_line
    return code.place.source.line(span.line)[span.column - 1 : span.end_column - 1]
