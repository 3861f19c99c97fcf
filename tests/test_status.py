"""The ten steps of a code's life, each from the facts that show it taken."""

import json
from datetime import date
from pathlib import Path

import pytest

icalendar = pytest.importorskip("icalendar", reason="the extra conductkit[calendar] is not here")

from conductkit.load import load_text  # noqa: E402
from conductkit.steps import Known, Standing, standing  # noqa: E402
from repository import Repository  # noqa: E402
from running import ROOT, conduct  # noqa: E402

TODAY = date(2026, 6, 1)
CODE = "codes/customer-code.yaml"
BARE = "conduct: 1\nid: case\ntitle: A code\nlanguage: en\nrules:\n- id: a\n  text: Greet people.\n"
WHOLE = """\
conduct: 1
id: case
title: A code
version: 1.1.0
status: active
language: en
purpose: It says how we serve.
authors: [Ann]
consulted: [The team]
contacts:
  - for: feedback
    email: service@example.org
effective: 2026-01-01
review_by: 2026-12-31
approved_by:
  - name: The board
    date: 2025-12-01
values:
  - id: respect
    name: Respect
sections:
  - id: one
    title: One
    rules:
      - id: a
        text: Greet people.
        values: [respect]
measures:
  - id: m
    name: M
    readings:
      - date: 2026-03-31
        value: 3
sources:
  - title: A book
changelog:
  - version: 1.1.0
    changes: [More.]
"""


def stands(text: str, findings: int = 0, readers: int = 1, today: date = TODAY) -> Standing:
    code = load_text(text).code
    assert code is not None
    return standing(code, Known(findings, readers), today)


def test_all_ten() -> None:
    whole = stands(WHOLE)
    assert [step.number for step in whole.steps if not step.done] == []
    assert whole.next is None


def test_a_bare_code_begins_at_the_first() -> None:
    bare = stands(BARE, readers=0)
    assert [step.number for step in bare.steps if step.done] == [6, 7]
    assert bare.next is not None
    assert bare.next.todo == "say under `purpose:` what it is for"


@pytest.mark.parametrize(
    ("old", "new", "step", "todo"),
    [
        ("purpose: It says how we serve.\n", "", 1, "say under `purpose:` what it is for"),
        ("sources:\n  - title: A book\n", "", 2, "name under `sources:` what it draws on"),
        ("authors: [Ann]\n", "", 3, "name under `authors:` who writes it"),
        ("consulted: [The team]\n", "", 4, "name under `consulted:` who was asked"),
        (
            "        values: [respect]\n",
            "",
            8,
            "write a rule for Respect, which no rule carries",
        ),
        (
            "approved_by:\n  - name: The board\n    date: 2025-12-01\n",
            "",
            8,
            "name under `approved_by:` who said yes",
        ),
        (
            "status: active",
            "status: draft",
            9,
            "set `status: active` and the day under `effective:` when it begins",
        ),
        ("effective: 2026-01-01", "effective: 2026-06-02", 9, "it comes into force on 2026-06-02"),
        (
            "      - date: 2026-03-31",
            "      - date: 2025-12-31",
            9,
            "measure what it changed: `conduct measure record`",
        ),
        ("review_by: 2026-12-31\n", "", 10, "set under `review_by:` when you look at it again"),
        (
            "review_by: 2026-12-31",
            "review_by: 2026-05-31",
            10,
            "the review is 1 day overdue: look at it, then set the next day",
        ),
        (
            "- for: feedback",
            "- for: questions",
            10,
            "add a contact with `for: feedback`, for the feedback",
        ),
        (
            "  - version: 1.1.0\n",
            "  - version: 1.0.0\n",
            10,
            "say in the changelog what changed: `conduct bump`",
        ),
    ],
)
def test_what_is_missing_is_next(old: str, new: str, step: int, todo: str) -> None:
    assert old in WHOLE
    found = stands(WHOLE.replace(old, new))
    assert [one.number for one in found.steps if not one.done] == [step]
    assert found.next is not None
    assert found.next.todo.startswith(todo)


def test_lint_and_readers_count() -> None:
    assert [one.number for one in stands(WHOLE, findings=2).steps if not one.done] == [7]
    assert [one.number for one in stands(WHOLE, readers=0).steps if not one.done] == [9]


def test_an_empty_section_waits_for_rules() -> None:
    more = "  - id: two\n    title: Two\nmeasures:"
    found = stands(WHOLE.replace("measures:", more, 1))
    assert [one.todo for one in found.steps if not one.done] == [
        "write rules for two, where there are none yet"
    ]


def test_nothing_comes_after_retirement() -> None:
    old = WHOLE.replace("status: active", "status: retired")
    found = stands(old, today=date(2030, 1, 1))
    assert (found.next, found.overdue) == (None, 0)


@pytest.fixture
def project(tmp_path: Path) -> Repository:
    made = Repository(tmp_path)
    names = ("customer-code", "cx-touchpoints", "twelve-principles")
    codes = {f"codes/{name}.yaml": (ROOT / "codes" / f"{name}.yaml").read_bytes() for name in names}
    made.commit(codes)
    return made


def test_overdue_reviews_are_told(project: Repository) -> None:
    asked = ("status", "--check", "--today")
    assert conduct(*asked, "2027-12-15", cwd=project.folder).returncode == 0
    done = conduct(*asked, "2027-12-16", cwd=project.folder)
    assert done.returncode == 1
    assert f"{CODE}: the review has been due since 2027-12-15.\n" in done.stderr
    assert "its review was due on 2027-12-15, 1 day ago." in done.stdout
    calm = conduct("status", "--today", "2027-12-16", cwd=project.folder)
    assert calm.returncode == 0


def test_an_acknowledgement_and_a_finding_are_seen(project: Repository) -> None:
    asked = ("status", CODE, "--today", "2026-11-01", "--output-format", "json")

    def done() -> list[int]:
        (told,) = json.loads(conduct(*asked, cwd=project.folder).stdout)["codes"]
        return [step["number"] for step in told["steps"] if not step["done"]]

    before = done()
    assert 9 in before
    conduct("ack", CODE, "ann", cwd=project.folder)
    assert done() == [number for number in before if number != 9]
    words = (project.folder / CODE).read_text(encoding="utf-8")
    project.write({CODE: words.replace("title: The Customer Code", "title: The  Customer Code")})
    assert 7 not in done()  # an info is no warning
    project.write({CODE: words.replace("must answer a phone call", "must must answer a call")})
    assert 7 in done()


def test_a_calendar_of_reviews(project: Repository) -> None:
    asked = ("status", "--today", "2026-06-01", "--output-format", "ics:reviews.ics")
    assert conduct(*asked, cwd=project.folder).returncode == 0
    data = (project.folder / "reviews.ics").read_bytes()
    events = icalendar.Calendar.from_ical(data).walk("VEVENT")
    assert [(str(one["uid"]), one["dtstart"].dt) for one in events] == [
        ("customer-code@conductkit.invalid", date(2027, 12, 15)),
        ("cx-touchpoints@conductkit.invalid", date(2027, 12, 15)),
    ]
    assert b"\r\n" in data
    conduct(*asked, cwd=project.folder)
    assert (project.folder / "reviews.ics").read_bytes() == data


def test_a_file_that_does_not_load(project: Repository) -> None:
    project.write({"codes/bad.yaml": "conduct: 1\nrules: nothing\n", "codes/worse.yaml": "rules:"})
    for words in (("status",), ("measure",), ("ack", "status")):
        done = conduct(*words, cwd=project.folder)
        assert done.returncode == 3
        said = done.stdout + done.stderr
        assert "codes/bad.yaml" in said
        assert "codes/worse.yaml" in said
