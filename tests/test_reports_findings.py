"""Findings for other programs: whole, valid, and broken by no words."""

import json
import re
from collections.abc import Callable, Iterator
from html import unescape
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import fromstring

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from conductkit import __version__, explain, report, reports, shelf
from conductkit.errors import ConductError
from conductkit.finding import Finding, Severity, Waived
from conductkit.source import Span
from conductkit.terminal import clean
from sarif_schema import faults

GOLDEN = Path(__file__).parent / "golden" / "findings"
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


class _Small(report.Findings):
    """The same findings with a catalogue of two: the golden file is not to follow every check."""

    __slots__ = ()

    def catalogue(self) -> Iterator[explain.Told]:
        return (told for told in explain.catalogue() if told.name in ("owner-missing", "spacing"))


@pytest.mark.parametrize("name", KINDS)
def test_golden(name: str, golden: Callable[[str, str], None]) -> None:
    text = shelf.load(reports, name).findings(_Small(*result()), False)
    golden(f"tests/golden/findings/findings.{name}", text.replace(__version__, "VERSION"))


def test_every_report_shows_something() -> None:
    shows = report.formats("findings", "changes", "sheet", "history", "calendar")
    assert set(shelf.names(reports)) == set(shows)
    assert [path.suffix[1:] for path in sorted(GOLDEN.iterdir())] == sorted(KINDS)


def test_every_form_is_there() -> None:
    assert set(KINDS) >= {"text", "json", "sarif", "github", "gitlab", "junit", "markdown"}


def test_sarif_fits_the_published_schema() -> None:
    assert faults(shown("sarif")) == []
    assert faults(shown("sarif").replace('"level": "warning"', '"level": "loud"')) != []


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
    assert waived["suppressions"] == [
        {"kind": "inSource", "justification": "On purpose. (until 2027-01-01)"}
    ]
    assert {item["baselineState"] for item in run["results"] if item is not old} == {"new"}
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


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=40) | st.just(HOSTILE))
def test_no_words_break_a_form(words: str) -> None:
    for name in ("sarif", "gitlab"):
        json.loads(shown(name, words))
    fromstring(shown("junit", words).encode("utf-8", "surrogatepass"))
    for line in shown("github", words).rstrip("\n").split("\n"):
        assert re.match(r"::(error|warning|notice) file=[^,:]*,line=\d+,", line)
    assert "\x1b" not in shown("markdown", words)


@settings(max_examples=60, deadline=None)
@given(st.text(st.characters(codec="utf-8"), max_size=30) | st.just("<b> *x* | [a](b) @me #1 GH-2"))
def test_markdown_shows_words_to_the_letter(words: str) -> None:
    page = MarkdownIt("commonmark", {"html": True}).enable("table").render(shown("markdown", words))
    seen = unescape(re.sub(r"<[^>]*>", "", page)).replace("\u200b", "")
    said = clean(re.sub(r"\s+", " ", f"“{words}”")).replace("\u200b", "")
    assert said in re.sub(r"\s+", " ", seen)


def test_markdown_calls_nobody() -> None:
    text = unescape(shown("markdown", "Ask @team, see #12 or GH-3, write to a@example.org."))
    assert re.search(r"(?<!\w)@\w|#\d|GH-\d", text) is None
    assert "a@example.org" in text


def test_sarif_names_files_as_viewers_want_them() -> None:
    def uri(path: str) -> dict[str, str]:
        found = report.Findings((one(span=Span(path, 1, 1, 1, 2)),))
        run = json.loads(shelf.load(reports, "sarif").findings(found, False))["runs"][0]
        artifact: dict[str, str] = run["results"][0]["locations"][0]["physicalLocation"][
            "artifactLocation"
        ]
        return artifact

    assert uri("./codes/é#.yaml") == {"uri": "codes/%C3%A9%23.yaml", "uriBaseId": "%SRCROOT%"}
    assert uri("/srv/a b.yaml") == {"uri": "file:///srv/a%20b.yaml"}
    assert uri("C:\\codes\\a.yaml") == {"uri": "file:///C%3A/codes/a.yaml"}


def test_junit_counts_add_up_and_names_hold_no_lines() -> None:
    top = fromstring(shown("junit"))
    suites = top.findall("testsuite")
    assert [len(suite.findall("testcase")) for suite in suites] == [
        int(suite.get("tests", "")) for suite in suites
    ]
    assert top.get("tests") == str(sum(int(suite.get("tests", "")) for suite in suites))
    names = [case.get("name") for case in suites[0].findall("testcase")]
    assert names == [
        "verb-clash in dignity", "verb-clash in dignity (2)", "owner-missing", "spacing in dignity",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("formats", "said"),
    [
        (["xml"], "There is no output format “xml”"),
        (["html"], "There is no output format “html”"),
        (["json", "text"], "cannot both go to the terminal"),
        (["json:a", "sarif:./a"], "two reports cannot share a file"),
        (["sarif:"], "names no file"),
        (["sarif:none/a"], "there is no folder none"),
    ],
)
def test_what_cannot_be_written_is_said(
    formats: list[str], said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(ConductError, match=re.escape(said)):
        report.write(formats, "findings", result())
    assert list(tmp_path.iterdir()) == []
