"""Measures: progress, readings put into the file, and what customers who leave cost."""

import json
import shutil
import subprocess
import sys
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conductkit.load import load, load_text
from conductkit.measures import Progress, Retention, progress, unmeasured
from conductkit.reading_edits import edits
from conductkit.write import splice
from running import ROOT, conduct

HEAD = "conduct: 1\nid: case\ntitle: A code\nversion: 1.0.0\nlanguage: en\nrules:\n"
RULES = (
    "- id: reply\n  text: Reply within a day.\n  measures: [m]\n"
    "- id: greet\n  text: Greet people.\n"
)


def code_text(measure: str) -> str:
    return f"{HEAD}{RULES}measures:\n{measure}"


def measured(fields: str) -> Progress:
    code = load_text(code_text(f"- id: m\n  name: M\n{fields}")).code
    assert code is not None
    (one,) = progress(code)
    return one


def readings(*pairs: tuple[str, str]) -> str:
    items = "".join(f"  - date: {date}\n    value: {value}\n" for date, value in pairs)
    return f"  readings:\n{items}" if items else ""


@pytest.mark.parametrize(
    ("baseline", "target", "read", "verdict", "met"),
    [
        ("20", "40", ["31"], "55 % of the way", False),
        ("20", "40", ["40"], "target met", True),
        ("20", "40", ["45"], "target met", True),
        ("20", "40", ["19"], "further off than at the start", False),
        ("20", "40", ["20"], "0 % of the way", False),
        ("20", "40", ["39.99"], "99 % of the way", False),
        ("14", "8", ["11"], "50 % of the way", False),
        ("14", "8", ["8"], "target met", True),
        ("14", "8", ["7"], "target met", True),
        ("14", "8", ["15"], "further off than at the start", False),
        ("-10", "10", ["0"], "50 % of the way", False),
        ("", "40", ["20", "30"], "50 % of the way", False),
        ("", "40", ["30"], "no baseline", False),
        ("", "40", ["40"], "target met", True),
        ("20", "", ["30"], "no target", False),
        ("20", "40", [], "no reading yet", False),
        ("40", "40", ["39"], "target not met", False),
        ("40", "40", ["40"], "target met", True),
    ],
)
def test_verdicts(baseline: str, target: str, read: list[str], verdict: str, met: bool) -> None:
    fields = f"  baseline: {baseline}\n" if baseline else ""
    fields += f"  target: {target}\n" if target else ""
    days = [(f"2026-0{number}-01", value) for number, value in enumerate(read, start=1)]
    one = measured(fields + readings(*days))
    assert (one.verdict, one.met) == (verdict, met)


def test_the_last_day_counts_whatever_its_place() -> None:
    one = measured("  baseline: 0\n  target: 10\n" + readings(("2026-02-01", "5")))
    assert one.latest is not None
    assert one.latest.value == "5"
    assert [rule.id for rule in one.rules] == ["reply"]


def test_rules_without_a_measure() -> None:
    code = load_text(code_text("- id: m\n  name: M\n")).code
    assert code is not None
    assert [rule.id for rule in unmeasured(code)] == ["greet"]


STYLES = {
    "no readings": "- id: m  # kept\n  name: M\n  target: 4  # and this\n",
    "an empty list": "- id: m\n  name: M\n  readings: []\n",
    "indented": "  - id: m\n    name: M\n    readings:\n"
    "      - date: 2026-03-01  # a\n        value: 1  # b\n",
    "at the margin": "- name: M\n  readings:\n  - value: 1\n    date: 2026-03-01\n  id: m\n",
    "newest first": "- id: m\n  readings:\n"
    "  - {date: 2026-04-01, value: 2}\n  - {date: 2026-03-01, value: 1}\n  name: M\n",
    "quoted": "- id: m\n  name: M\n  readings:\n  - date: '2026-03-01'\n    value: \"1\"\n",
    "no last line end": "- id: m\n  name: M\n  readings:\n  - date: 2026-03-01\n    value: 1",
}


@pytest.mark.parametrize("day", ["2026-01-15", "2026-03-01", "2026-03-15", "2026-12-01"])
@pytest.mark.parametrize("style", STYLES)
def test_a_reading_is_all_that_changes(style: str, day: str) -> None:
    text = code_text(STYLES[style])
    code = load_text(text).code
    assert code is not None
    made = edits(code, code.measures[0], day, "7")
    now = load_text(splice(text, made)).code
    assert now is not None
    before = {one.date: one.value for one in code.measures[0].readings}
    after = [(one.date, one.value) for one in now.measures[0].readings]
    assert dict(after) == before | {day: "7"}
    days = [date for date, _ in after]
    assert days in (sorted(days), sorted(days, reverse=True))
    for edit in made:
        assert not text[edit.start : edit.end].strip("\"'0123456789").removeprefix("readings: []")
    for kept in ("# kept", "# and this", "# a", "# b"):
        assert (kept in text) == (kept in splice(text, made))


@given(st.lists(st.dates(), unique=True, max_size=6), st.dates())
def test_readings_stay_in_order(days: list[object], day: object) -> None:
    pairs = [(str(one), "1") for one in sorted(map(str, days))]
    text = code_text("- id: m\n  name: M\n" + readings(*pairs))
    code = load_text(text).code
    assert code is not None
    now = load_text(splice(text, edits(code, code.measures[0], str(day), "2"))).code
    assert now is not None
    got = [(one.date, one.value) for one in now.measures[0].readings]
    assert got == sorted((dict(pairs) | {str(day): "2"}).items())


def test_retention_reckons_as_its_source_does() -> None:
    told = Retention(Decimal(10_000), Decimal(5), Decimal(4), Decimal(500))
    got = [int(figure) for figure in (told.lost, told.lost_after, told.saved)]
    assert got == [250_000, 200_000, 50_000]


def test_the_command_tells_the_arithmetic(tmp_path: Path) -> None:
    asked = ("--customers", "10,000", "--churn", "5%", "--churn-after", "6", "--value", "499.50")
    done = conduct("measure", "retention", *asked, cwd=tmp_path)
    assert done.returncode == 0
    assert "10,000 customers × 5 % × 499.5 each = 249,750 a year" in done.stdout
    assert "The change costs 49,950 a year." in done.stdout


@pytest.mark.parametrize(
    ("option", "given", "said"),
    [
        ("--customers", "many", "--customers takes a number such as 10000 or 4.5, not “many”."),
        ("--customers", "10.000", "--customers takes a whole number such as 10000, not “10.000”."),
        ("--churn", "101", "--churn is in percent: at most 100, not 101."),
        ("--value", "1,00", "--value takes a number such as 10000 or 4.5, not “1,00”."),
        ("--churn-after", "1e9", "--churn-after takes a number such as 10000 or 4.5, not “1e9”."),
    ],
)
def test_what_is_no_number(option: str, given: str, said: str, tmp_path: Path) -> None:
    asked = {"--customers": "1", "--churn": "5", "--churn-after": "4", "--value": "1"}
    words = [word for pair in (asked | {option: given}).items() for word in pair]
    done = conduct("measure", "retention", *words, cwd=tmp_path)
    assert done.returncode == 2
    assert done.stderr == f"conduct: {said}\n"


def test_a_reading_is_recorded(tmp_path: Path) -> None:
    file = tmp_path / "c.yaml"
    old = (ROOT / "codes" / "customer-code.yaml").read_text(encoding="utf-8")
    file.write_text(old, encoding="utf-8")
    record = ("measure", "record", "c.yaml", "nps")
    done = conduct(*record, "-3.5", "--date", "2026-12-31", cwd=tmp_path)
    assert done.stdout == "nps: -3.5 points on 2026-12-31; further off than at the start.\n"
    added = "      - date: 2026-12-31\n        value: -3.5\n"
    now = file.read_text(encoding="utf-8")
    assert now.replace(added, "", 1) == old != now
    again = conduct(*record, "-3.50", "--date", "2026-12-31", cwd=tmp_path)
    assert (again.returncode, file.read_text(encoding="utf-8")) == (0, now)
    other = conduct(*record, "4", "--date", "2026-12-31", cwd=tmp_path)
    assert other.returncode == 2
    assert "has a reading of 2026-12-31 already: -3.5. Nothing was written." in other.stderr
    new = conduct(*record, "4", "--date", "2026-12-31", "--replace", cwd=tmp_path)
    assert new.returncode == 0
    assert file.read_text(encoding="utf-8") == now.replace("value: -3.5", "value: 4")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("npss", "3"), "there is no measure “npss”. Did you mean “nps”?"),
        (("nps", "three"), "A reading is a number, such as 31 or 4.5, not “three”."),
        (("nps", "3", "--date", "today"), "--date takes a day such as 2026-01-31, not “today”."),
    ],
)
def test_what_cannot_be_recorded(words: tuple[str, ...], said: str, tmp_path: Path) -> None:
    file = tmp_path / "c.yaml"
    file.write_bytes((ROOT / "codes" / "customer-code.yaml").read_bytes())
    done = conduct("measure", "record", "c.yaml", *words, cwd=tmp_path)
    assert done.returncode == 2
    assert said in done.stderr
    assert file.read_bytes() == (ROOT / "codes" / "customer-code.yaml").read_bytes()


def test_runs_at_once_lose_no_reading(tmp_path: Path) -> None:
    shutil.copy(ROOT / "codes" / "cx-touchpoints.yaml", tmp_path / "code.yaml")
    asked = [sys.executable, "-m", "conductkit", "measure", "record", "code.yaml", "complaint-days"]
    days = [f"2025-01-0{number}" for number in range(1, 9)]
    runs = [
        subprocess.Popen([*asked, "9", "--date", day], cwd=tmp_path, stdout=subprocess.DEVNULL)
        for day in days
    ]
    assert [run.wait() for run in runs] == [0] * 8
    measure = next(one for one in load(tmp_path / "code.yaml").measures if one.id == asked[-1])
    assert [one.date for one in measure.readings][:8] == days


def test_braces_are_refused(tmp_path: Path) -> None:
    text = code_text("- {id: m, name: M}\n")
    (tmp_path / "c.yaml").write_text(text, encoding="utf-8")
    done = conduct("measure", "record", "c.yaml", "m", "3", cwd=tmp_path)
    assert done.returncode == 2
    assert "cannot be edited in place" in done.stderr
    assert (tmp_path / "c.yaml").read_text(encoding="utf-8") == text


def test_json_has_every_figure(tmp_path: Path) -> None:
    path = ROOT / "codes" / "customer-code.yaml"
    done = conduct("measure", str(path), "--output-format", "json", cwd=tmp_path)
    (told,) = json.loads(done.stdout)["codes"]
    nps = next(one for one in told["measures"] if one["id"] == "nps")
    assert (nps["start"], nps["target"], nps["share"], nps["met"]) == (20, 40, 0.55, False)
    assert nps["readings"][-1] == {"date": "2026-09-30", "value": 31}
    assert "no-threats" in told["rules_without_measure"]


def test_html_draws_the_course(tmp_path: Path) -> None:
    path = ROOT / "codes" / "customer-code.yaml"
    done = conduct("measure", str(path), "--output-format", "html", cwd=tmp_path)
    assert done.stdout.count("<svg") >= 4
    assert "<script" not in done.stdout
