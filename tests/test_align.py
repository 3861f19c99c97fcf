"""Codes side by side: the verdicts of a careful reader, and the command that gives them."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from typer.testing import CliRunner

from codes import code
from conductkit.align import align
from conductkit.alignment.result import Alignment
from conductkit.cli import app
from conductkit.load import load
from conductkit.model import Code

ROOT = Path(__file__).resolve().parent.parent
CASES = yaml.safe_load((ROOT / "tests/cases/alignment/verdicts.yaml").read_text(encoding="utf-8"))
DAY = date(2026, 6, 1)
CUSTOMER, CX = (
    str(ROOT / "codes" / f"{name}.yaml") for name in ("customer-code", "cx-touchpoints")
)
CLASHING = str(ROOT / "tests/cases/alignment/clashing-staff-code.yaml")


def run(*words: str) -> tuple[int, str]:
    result = CliRunner().invoke(app(["align"]), ["align", *words])
    return result.exit_code, result.output


@pytest.fixture(params=CASES, ids=lambda case: case["name"])
def case(request: pytest.FixtureRequest) -> Any:
    return request.param


@pytest.fixture
def found(case: Any) -> Alignment:
    return align([load(str(ROOT / path)) for path in case["codes"]], DAY)


def test_values_and_terms(case: Any, found: Alignment) -> None:
    values = {
        one.key: one.holders[0][0].id if one.verdict == "alone" else one.verdict
        for one in found.values
    }
    assert values == case["values"]
    assert {one.key: one.verdict for one in found.terms} == case["terms"]


def test_promises(case: Any, found: Alignment) -> None:
    said = {}
    for promise in found.promises:
        assert len(promise.carried) <= 1
        by = "".join(f" by {one.rule.id}" for one in promise.carried)
        said[promise.rule.id] = f"{promise.verdict}{by}"
    assert said == {**case["promises"], **case.get("missed", {})}


def test_siblings(case: Any, found: Alignment) -> None:
    said = [f"{clash.kind} {clash.one.rule.id} {clash.two.rule.id}" for clash in found.clashes]
    assert sorted(said) == sorted(case["siblings"])


SIDES = [{"id": "company", "name": "The company"}, {"id": "customers", "name": "Customers"}]


def public(*rules: dict[str, Any], **more: Any) -> Code:
    fields = {"kind": "two-sided", "id": "charter", "parties": SIDES, "binds": ["company"], **more}
    return code(rules, "charter.yaml", **fields)


def staff(*rules: dict[str, Any], id: str = "desk", **more: Any) -> Code:
    return code(rules, f"{id}.yaml", id=id, **more)


LETTERS = {"id": "letters", "text": "The company must answer a letter within two days."}


@pytest.mark.parametrize(
    ("text", "verdict", "axis"),
    [
        ("Answer a letter within two days.", "backed", ""),
        ("Answer a letter within one day.", "backed", ""),
        ("Answer a letter within three days.", "weaker", "deadline"),
        ("You should answer a letter within two days.", "weaker", "modal"),
        ("Answer a letter.", "weaker", "deadline"),
        ("Never answer a letter within two days.", "contrary", "polarity"),
        ("Answer a letter within two days, unless it is rude.", "weaker", "exception"),
        ("File each letter within two days.", "unbacked", ""),
        ("Answer an email within two days.", "unbacked", ""),
        ("Acknowledge each letter within three days.", "weaker", "deadline"),
        ("Acknowledge each letter within one day.", "unbacked", ""),
    ],
)
def test_what_a_staff_rule_makes_of_a_promise(text: str, verdict: str, axis: str) -> None:
    found = align([public(LETTERS), staff({"id": "r", "text": text})], DAY)
    (promise,) = found.promises
    assert (promise.verdict, "".join(one.axis for one in promise.carried)) == (verdict, axis)


def test_what_binds_customers_is_no_promise() -> None:
    asked = {"id": "r", "text": "Customers must answer letters.", "binds": ["customers"]}
    assert align([public(asked), staff({"id": "s", "text": "Be kind."})], DAY).promises == ()


def test_without_a_staff_code_nothing_is_promised_in_vain() -> None:
    other = public(LETTERS, id="other")
    assert align([public(LETTERS), other], DAY).promises == ()


def test_one_staff_code_that_backs_is_enough() -> None:
    good, none = (staff({"id": "r", "text": text}, id=id) for id, text in
                  (("good", "Answer a letter within two days."), ("none", "Be kind.")))  # fmt: skip
    found = align([public(LETTERS), good, none], DAY)
    assert found.promises[0].verdict == "backed"
    assert not [one for one in found.findings if one.check.startswith("promise-")]


def test_backed_by_carries_a_promise_and_must_name_a_rule() -> None:
    desk = staff({"id": "post", "text": "Keep the tray empty."})
    kept = public({**LETTERS, "backed_by": ["desk#post"]})
    assert align([kept, desk], DAY).promises[0].verdict == "backed"
    lost = align([public({**LETTERS, "backed_by": ["desk#mail"]}), desk], DAY)
    unknown = next(one for one in lost.findings if one.check == "backing-unknown")
    assert (unknown.check, unknown.quote, unknown.severity.word) == (
        "backing-unknown", "desk#mail", "error",
    )  # fmt: skip
    elsewhere = align([public({**LETTERS, "backed_by": ["works-rules#mail"]}), desk], DAY)
    assert elsewhere.findings == ()


@pytest.mark.parametrize("side", ["charter", "desk", "whole"])
def test_a_waiver_on_either_side_counts(side: str) -> None:
    waive: dict[str, Any] = {
        "waive": [{"check": "promise-weakened", "reason": "Agreed.", "until": "2026-12-31"}]
    }
    late: dict[str, Any] = {"id": "late", "text": "Answer a letter within three days."}
    one = public({**LETTERS, **(waive if side == "charter" else {})})
    two = staff({**late, **(waive if side == "desk" else {})},
                **(waive if side == "whole" else {}))  # fmt: skip
    (finding,) = align([one, two], DAY).findings
    assert finding.check == "promise-weakened"
    assert not finding.counts
    (late_finding,) = align([one, two], date(2027, 1, 1)).findings
    assert late_finding.counts


def test_opposite_acts_are_told_once_and_only_where_people_and_channels_meet() -> None:
    def clashes(one: dict[str, Any], two: dict[str, Any]) -> int:
        return len(align([staff(one, id="a"), staff(two, id="b")], DAY).clashes)

    yes, no = {"id": "y", "text": "Accept gifts."}, {"id": "n", "text": "Never accept gifts."}
    assert clashes(yes, no) == clashes(no, yes) == 1
    assert clashes(no, no) == clashes(yes, yes) == 0
    assert clashes(yes, {"id": "n", "text": "Never accept gifts worth more than 20 euros."}) == 0
    assert clashes({**yes, "channels": ["phone"]}, {**no, "channels": ["chat"]}) == 0
    assert clashes(yes, {"id": "n", "text": "Never accept gifts, unless they are small."}) == 0


def test_a_catalogue_is_nobody_to_align_with() -> None:
    list_of = code((), "list.yaml", id="list", kind="catalogue",
                   values=[{"id": "order", "name": "Order"}])  # fmt: skip
    one = staff({"id": "r", "text": "Be kind."}, values=[{"id": "care", "name": "Care"}])
    found = align([list_of, one], DAY, [("desk", "list")])
    assert (found.codes, found.findings) == ((one,), ())
    assert align([list_of], DAY).codes == ()


def test_codes_that_share_less_than_half_of_their_values() -> None:
    def valued(id: str, *names: str) -> Code:
        return staff({"id": "r", "text": "Be kind."}, id=id,
                     values=[{"id": name, "name": name.title()} for name in names])  # fmt: skip

    def told(*names: str) -> list[tuple[str, str]]:
        found = align([valued("a", "care", "truth", "speed", "order"), valued("b", *names)], DAY)
        return [(one.check, one.message) for one in found.findings]

    assert told("care", "truth", "play", "song") == []
    said = "a and b share 1 of 4 values by name"
    assert told("care", "play", "song", "dance") == [("values-apart", said)]


def test_text_and_exit_code() -> None:
    exit_code, out = run(CUSTOMER, CX)
    assert exit_code == 1
    assert "25 promises: 3 backed, 5 weaker, 17 unbacked" in out
    assert run(CUSTOMER, CX, "--fail-on", "error")[0] == 0
    assert run(CUSTOMER, CX, "--fail-on", "info")[0] == 1


def test_reports(tmp_path: Path) -> None:
    files = {name: tmp_path / f"out.{name}" for name in
             ("json", "html", "markdown", "csv", "sarif", "github", "junit", "gitlab")}  # fmt: skip
    specs = [f"--output-format={name}:{path}" for name, path in files.items()]
    assert run(CUSTOMER, CLASHING, *specs)[0] == 1
    data = json.loads(files["json"].read_text(encoding="utf-8"))
    (family,) = data["families"]
    assert [one["id"] for one in family["codes"]] == ["customer-code", "clashing-staff-code"]
    price = next(one for one in family["promises"] if one["rule"] == "full-price")
    assert price["verdict"] == "contrary"
    assert price["by"][0]["rule"] == "hidden-price"
    sarif = json.loads(files["sarif"].read_text(encoding="utf-8"))
    ids = {item["ruleId"] for item in sarif["runs"][0]["results"]}
    assert {"acts-contrary", "promise-weakened", "value-meanings-differ"} <= ids
    assert "hidden-price" in files["html"].read_text(encoding="utf-8")
    assert "| Honesty |" in files["markdown"].read_text(encoding="utf-8")


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "codes").mkdir()
    return tmp_path / "codes"


HEAD = "conduct: 1\nid: {}\ntitle: A code\nlanguage: en\n"


def write(folder: Path, id: str, more: str) -> None:
    (folder / f"{id}.yaml").write_text(HEAD.format(id) + more, encoding="utf-8")


def test_codes_that_link_to_each_other_are_found(project: Path) -> None:
    write(project, "a", "aligns_with: [b.yaml]\nrules: [{id: r, text: Accept gifts.}]\n")
    write(project, "b", "rules: [{id: s, text: Never accept gifts.}]\n")
    write(project, "c", "rules: [{id: t, text: Never accept gifts.}]\n")
    exit_code, out = run()
    assert exit_code == 1
    assert "a and b" in out
    assert "c#t" not in out
    assert run(str(project / "a.yaml"))[0] == 1


@pytest.mark.parametrize(
    ("link", "words", "expected", "said"),
    [
        ("gone.yaml", (), 3, "no such file beside it"),
        ("broken.yaml", (), 3, "no code yet"),
        ("", (), 2, "No code here names another"),
        ("", ("codes/a.yaml",), 2, "nothing to hold a against"),
        ("", ("codes/a.yaml", "--fail-on", "loud"), 2, "not “loud”"),
        ("b", (), 0, "a and b"),
    ],
)
def test_mistakes(
    project: Path, link: str, words: tuple[str, ...], expected: int, said: str
) -> None:
    links = f"aligns_with: [{link}]\n" if link else ""
    write(project, "a", f"{links}rules: [{{id: r, text: Be kind.}}]\n")
    write(project, "b", "rules: [{id: r, text: Be brave.}]\n")
    if link == "broken.yaml":
        (project.parent / "codes/broken.yaml").write_text("conduct: 1\n", encoding="utf-8")
        words = ("codes/a.yaml",)
    exit_code, out = run(*words)
    assert said in " ".join(out.split())
    assert exit_code == expected


def test_lint_says_it_where_a_code_must_align(project: Path) -> None:
    write(project, "b", "rules: [{id: s, text: Never accept gifts.}]\n")
    write(
        project, "a",
        "aligns_with: [b]\nwaive: [{check: value-meanings-differ, reason: x}]\n"
        "rules: [{id: r, text: Accept gifts.}]\n",
    )  # fmt: skip
    write(project, "c", "aligns_with: [a]\nrules: [{id: t, text: Never accept gifts.}]\n")

    def lint(*words: str) -> list[tuple[str, str]]:
        done = CliRunner().invoke(
            app(["lint"]), ["lint", *words, "--output-format", "json", "--fail-on", "never"]
        )
        found = json.loads(done.stdout)["findings"]
        return [(one["check"], one["path"]) for one in found]

    said = [("acts-contrary", "codes/a.yaml"), ("acts-contrary", "codes/c.yaml")]
    assert [one for one in lint("codes") if one[0].startswith(("acts", "waiver-unknown"))] == said
    assert lint("codes", "--select", "acts-contrary") == said
    assert lint("codes", "--ignore", "acts-contrary").count(said[0]) == 0
