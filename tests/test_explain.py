"""`conduct explain`: every check has a whole page, and a wrong name is met with a near one."""

import re

import pytest

from conductkit import axes, diff_pages, explain, fault_pages, shelf
from conductkit.change import EFFECTS, POLICY, mirror
from conductkit.check import GROUPS
from conductkit.diff import diff
from conductkit.errors import ConductError, Exit
from conductkit.lint import all_checks
from conductkit.load import load_text
from conductkit.model import Code

CHECKS = all_checks()


@pytest.mark.parametrize("name", sorted(CHECKS))
def test_a_page_has_every_part(name: str) -> None:
    page = explain.page(name)
    assert page.startswith(f"{name}\n\n{CHECKS[name].summary}\n\nWhy: ")
    parts = re.findall(r"^(Why|Example|Fix|Severity|Group|Languages|Kinds): ", page, re.MULTILINE)
    assert parts == ["Why", "Example", "Fix", "Severity", "Group", "Languages", "Kinds"]
    assert page.endswith("\n")
    assert not page.endswith("\n\n")


def test_the_page_of_one_check() -> None:
    assert (
        explain.page("verb-clash")
        == """\
verb-clash

Two forms of “to be” stand in a row, where editing left one behind.

Why: readers stumble, and cannot tell which tense was meant.

Example: “You discover that is was their fault.” → “You discover that it was their
fault.”

Fix: keep one of the two, or write “it” for the first.

Severity:  warning
Group:     proofing
Languages: English
Kinds:     staff, customers, two-sided, community
Fixed by:  conduct lint --fix --unsafe-fixes, where the words leave no doubt

To keep the words as they are, record the decision where it holds, on a rule or on the
whole code; `until` (a date) is optional:

    waive:
      - check: verb-clash
        reason: Why it is right here.
"""
    )


def test_a_check_of_every_kind_and_language_says_so() -> None:
    page = explain.page("owner-missing")
    assert "Severity:  error\n" in page
    assert "Languages: any\n" in page
    assert "Kinds:     every kind of code\n" in page


def test_a_check_of_waivers_cannot_be_waived() -> None:
    page = explain.page("waiver-unused")
    assert "--ignore" in page
    assert "- check:" not in page


@pytest.mark.parametrize("name", fault_pages.names())
def test_a_fault_has_a_page_too(name: str) -> None:
    assert explain.page(name) == fault_pages.page(name)
    assert explain.page(name).startswith(f"{name}\n\n")


def test_no_fault_has_the_name_of_a_check() -> None:
    assert not CHECKS.keys() & set(fault_pages.names())


def test_a_slip_in_the_name() -> None:
    with pytest.raises(ConductError) as caught:
        explain.page("verb-clsh")
    assert str(caught.value) == (
        "There is no check, effect, fault or profile “verb-clsh”. Did you mean “verb-clash”?"
    )
    assert caught.value.exit_code is Exit.USAGE


def test_a_name_like_no_other_is_shown_safely() -> None:
    with pytest.raises(ConductError) as caught:
        explain.page("\x1b[31mqq")
    assert str(caught.value) == (
        "There is no check, effect, fault or profile “\\u001b[31mqq”."
        " `conduct explain` lists them all."
    )


def test_the_overview_ends_with_the_faults() -> None:
    listed = explain.overview().split("Loading (what keeps a file from being a code)\n")[1]
    names = re.findall(r"^  ([a-z-]+) +error +\S", listed, re.MULTILINE)
    assert names == fault_pages.names()


def test_the_overview_has_every_check_once_under_its_group() -> None:
    groups: dict[str, list[str]] = {}
    current = ""
    for line in explain.overview().splitlines():
        if line.lower() in GROUPS:
            current = line.lower()
        elif line.startswith("Import ("):
            break
        elif found := re.match(r"  ([a-z0-9-]+) +(error|warning|info|off) +(\S.*)$", line):
            groups.setdefault(current, []).append(found[1])
            check = CHECKS[found[1]]
            assert found[2] == (check.severity.word if check.on else "off")
            assert found[3] == check.summary
    assert groups == {
        group: names
        for group in GROUPS
        if (names := [check.name for check in CHECKS.values() if check.group == group])
    }


def _rule(text: str) -> Code:
    head = "conduct: 1\nid: case\ntitle: Case\nlanguage: en\nrules:\n- id: rule\n  text: "
    code = load_text(head + text + "\n").code
    assert code is not None
    return code


def test_every_effect_and_axis_has_a_page() -> None:
    told = diff_pages.pages()
    assert [name for name, page in told.items() if page.group == "effect"] == list(EFFECTS)
    assert all(told[effect].step == POLICY[effect] for effect in EFFECTS)
    assert {name for name, page in told.items() if page.group == "axis"} == set(shelf.names(axes))
    marks = {name for name, page in told.items() if page.group == "mark"}
    assert marks == {
        "level", "binds", "serves", "channels", "status", "effective", "scope", "term", "contact",
    }  # fmt: skip
    assert not set(told) & {*CHECKS, *fault_pages.names()}


@pytest.mark.parametrize("name", [name for name, page in diff_pages.pages().items() if page.old])
def test_the_example_of_a_change_is_what_diff_says_of_it(name: str) -> None:
    page = diff_pages.pages()[name]
    old, new = _rule(page.old), _rule(page.new)
    for before, after, turned in ((old, new, False), (new, old, True)):
        (change,) = diff(before, after).changes
        effect = page.effect or name
        assert change.effect == (mirror(effect) if turned else effect)
        if page.group == "axis":
            assert change.axes == (name,)


def test_the_page_of_an_effect_and_of_an_axis() -> None:
    assert (
        explain.page("deadline")
        == """\
deadline

By when: within two days, the same day, promptly; or how long before.

A later limit is weaker, and so is a word without a number in place of one. For notice
that must be given, less is weaker.

Example:

    Old: Staff must answer within two days.
    New: Staff must answer within five days.
    → weaker

An axis: by what the words of a rule are compared.
"""
    )
    page = explain.page("reversed")
    assert "It asks for a new major version" in page
    assert "--fail-on reversed" in page.replace("\n", " ")
    assert "\n  weaker" in explain.overview()
