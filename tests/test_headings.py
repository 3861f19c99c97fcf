"""Titles: what may change in them, and rules that come to stand under another one."""

from typing import Any

import pytest

from codes import code
from conductkit.change import mirror
from conductkit.diff import diff
from conductkit.difference.headings import same_title

EN = ("en", "en")
Part = dict[str, Any]
SHOUT: Part = {"id": "shout", "text": "Shouting at people."}
GIFTS: Part = {"id": "gifts", "text": "Report every gift."}
REST: Part = {"id": "rest", "text": "Log every call."}


@pytest.mark.parametrize(
    ("old", "new", "same"),
    [
        ("Code of Conduct", "Open Code of Conduct v1.0", True),
        ("codeofconduct", "Code of Conduct", True),
        ("Code of Conduct for Members", "Members' Code of Conduct", True),
        ("Section One", "Section Two", True),
        ("Version 2", "Version 3", True),
        ("How to raise a concern", "Raising a concern", True),
        ("Phones / Watches: rules", "Phones & watches: rules", True),
        ("How to raise a concern", "Stop raising a concern", False),
        ("How to raise a concern", "Raising a concern twice", False),
        ("Raise a concern", "Raising a concern", False),
        ("Unacceptable behaviour", "Behaviour", False),
        ("Unacceptable behaviour", "Acceptable behaviour", False),
        ("Contributor Covenant Code of Conduct", "Harbour Code of Conduct", True),
        ("Contributor Covenant Code of Conduct", "Code of conduct", True),
        ("Contributor Covenant Code of Conduct", "Staff Code of Conduct", False),
        ("Contributor Covenant Code of Conduct", "Draft Code of Conduct", False),
        ("Harbour Code of Conduct", "Ferry Code of Conduct", False),
        ("Managers", "Staff", False),
        ("Drivers", "Cooks", False),
        ("Do", "Don't", False),
        ("Online", "Offline", False),
        ("At events", "Events", False),
        ("With a ticket", "Without a ticket", False),
        ("Under 16", "Under 18", False),
        ("Two drinks", "Three drinks", False),
        ("Code of conduct", "Draft code of conduct", False),
        ("Code of conduct", "Voluntary code of conduct", False),
        ("Code for members by staff", "Code for staff by members", False),
        ("New members", "Members", False),
        ("Code", "Guidelines", False),
        ("Codes of Conduct", "Northgate Tennis Club: Codes of Conduct", True),
        ("Harbour Project Code of Conduct - Reporting", "Reporting", True),
        ("Code of Conduct", "Volunteers: Code of Conduct", False),
        ("Code of Conduct", "Away Matches: Code of Conduct", False),
        ("Code of Conduct", "Draft for comment: Code of Conduct", False),
    ],
)
def test_titles_that_name_the_same(old: str, new: str, same: bool) -> None:
    assert same_title(old, new, EN) is same
    assert same_title(new, old, EN) is same


def effects(old: list[Part], new: list[Part]) -> set[str]:
    """The effects of other sections, after holding that the other way round is the mirror."""
    one, two = code([], sections=old), code([], sections=new)
    there = {change.effect for change in diff(one, two).changes}
    assert {mirror(change.effect) for change in diff(two, one).changes} == there
    return there - {"neutral"} or there


@pytest.mark.parametrize(
    ("old", "new", "rule", "effect"),
    [
        # The title of a section changed over rules that stay.
        ("Unacceptable", "Welcome", SHOUT, "unknown"),
        ("Managers", "Staff", GIFTS, "unknown"),
        ("Gifts", "Invoices", GIFTS, "unknown"),
        ("Gifts", "Every gift", GIFTS, "neutral"),
        ("Addressing grievances", "Grievances", GIFTS, "neutral"),
        ("Dress and hygiene", "Clothes and hygiene", GIFTS, "neutral"),
        ("Dress and hygiene", "Clothes and hygiene", SHOUT, "unknown"),
        ("Dress and hygiene", "Two clothes and hygiene", GIFTS, "unknown"),
        ("Hygiene", "Hygiene of members", GIFTS, "unknown"),
        ("Hygiene", "Hygiene online", GIFTS, "unknown"),
        ("Contact", "Who to contact", SHOUT, "neutral"),
        ("What we expect", "Expected behaviour", SHOUT, "neutral"),
        ("What we do not accept", "Unacceptable behaviour", SHOUT, "neutral"),
        ("What we do not accept", "Expected behaviour", SHOUT, "unknown"),
        ("Our code of conduct", "Code of conduct v2.0", GIFTS, "neutral"),
    ],
)
def test_a_section_has_another_title(old: str, new: str, rule: Part, effect: str) -> None:
    before, after = ([{"id": "s", "title": title, "rules": [rule]}] for title in (old, new))
    assert effects(before, after) == {effect}


@pytest.mark.parametrize(
    ("old", "new", "rule", "effect"),
    [
        ("One", "Two", GIFTS, "neutral"),
        ("Care", "Honesty", GIFTS, "neutral"),
        ("Care", "Managers", GIFTS, "unknown"),
        ("Care", "For managers", GIFTS, "unknown"),
        ("Care", "Suggestions", GIFTS, "unknown"),
        ("Welcome", "Unwelcome", SHOUT, "unknown"),
        ("Care", "Honesty", SHOUT, "unknown"),
    ],
)
def test_a_rule_moves_under_another_heading(old: str, new: str, rule: Part, effect: str) -> None:
    first, second = {"id": "a", "title": old}, {"id": "b", "title": new}
    before = [{**first, "rules": [rule, REST]}, {**second, "rules": [{**REST, "id": "more"}]}]
    after = [{**first, "rules": [REST]}, {**second, "rules": [rule, {**REST, "id": "more"}]}]
    assert effects(before, after) == {effect}


def test_sections_that_come_over_rules() -> None:
    flat = code([GIFTS, REST])
    for title, effect in (("Care", "neutral"), ("Suggestions", "unknown"), ("Staff", "unknown")):
        under = code([], sections=[{"id": "s", "title": title, "rules": [GIFTS, REST]}])
        assert {change.effect for change in diff(flat, under).changes} == {effect}
        assert {change.effect for change in diff(under, flat).changes} == {effect}
