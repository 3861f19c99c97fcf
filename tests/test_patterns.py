"""Patterns match the same in every Python that we promise."""

import re

import pytest

from conductkit.language.words import tokens
from running import ROOT

_POSSESSIVE_GROUP = re.compile(r"(?<!\\)\)(?:[*+?]|\{\d*,?\d*\})\+")
"""A group that is repeated possessively: 3.11 before 3.11.5 mismatches it (CPython gh-106052)."""


@pytest.mark.parametrize(
    ("pattern", "found"),
    [
        (r"(?:ab)*+", True),
        (r"(?:ab)++", True),
        (r"(?:ab){2,}+", True),
        (r"(?:ab)?+", True),
        (r"(?>(?:ab)*)", False),
        (r"[ab]*+", False),
        (r"\(a\)++", False),
        (r"(?:ab)+", False),
    ],
)
def test_a_possessive_group_is_known(pattern: str, found: bool) -> None:
    assert bool(_POSSESSIVE_GROUP.search(pattern)) is found


def test_no_group_is_repeated_possessively() -> None:
    sources = (ROOT / "src" / "conductkit").rglob("*.py")
    found = [
        f"{path.name}:{number}"
        for path in sources
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if _POSSESSIVE_GROUP.search(line)
    ]
    assert found == [], "write (?>(?:…)*) for (?:…)*+: Python 3.11.2, Debian’s, gets that wrong"


def test_a_stop_at_the_end_is_no_part_of_a_word() -> None:
    text = "Answer within two days."
    assert [token.low for token in tokens(text, 0, len(text))] == [
        "answer", "within", "two", "days", ".",
    ]  # fmt: skip
