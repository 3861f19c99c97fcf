"""The baseline: old findings do not count, new ones do, and what is gone is told."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from conductkit import baseline, cli
from conductkit.finding import Finding, Severity, Waived
from conductkit.source import Span

NAME = baseline.NAME
CODE = """\
conduct: 1
id: ours
title: A code
language: en
rules:
  - id: a
    text: It is was theirs.
  - id: b
    text: Smile.
"""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)
    Path("codes").mkdir()
    Path("codes/ours.yaml").write_text(CODE)
    Path("conductkit.yaml").write_text(
        "conductkit: 1\nlint: {select: [verb-clash, repeated-word]}\n"
    )
    return tmp_path


def run(*arguments: str) -> tuple[int, str, str]:
    done = CliRunner().invoke(cli.app(["lint"]), ["lint", *arguments])
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    return done.exit_code, done.stdout, done.stderr


def finding(**other: Any) -> Finding:
    span = Span("a.yaml", 1, 1, 1, 2)
    made = Finding(check="verb-clash", severity=Severity.WARNING, span=span, message="M",
                   code="ours", rule="a", quote="is was")  # fmt: skip
    return replace(made, **other)


# ── the engine ────────────────────────────────────────────────────────────────────────────────


def test_moved_and_retyped_is_the_same() -> None:
    known = baseline.record([finding(quote="it’s was")])
    again = finding(quote="It's  was", span=Span("b.yaml", 9, 9, 9, 12), message="Other", help="H")
    (marked,), stale = baseline.mark([again], known)
    assert marked.baselined
    assert not marked.counts
    assert stale == ()


@pytest.mark.parametrize(
    "other", [{"quote": "was is"}, {"rule": "b"}, {"check": "a-an"}, {"code": "theirs"}]
)
def test_anything_else_is_new(other: dict[str, str]) -> None:
    known = baseline.record([finding()])
    (marked,), stale = baseline.mark([finding(**other)], known)
    assert marked.counts
    assert [entry.key.check for entry in stale] == ["verb-clash"]


def test_one_more_of_the_same_is_new() -> None:
    known = baseline.record([finding(), finding()])
    marked, stale = baseline.mark([finding()] * 3, known)
    assert [item.baselined for item in marked] == [True, True, False]
    assert stale == ()
    _, stale = baseline.mark([finding()], known)
    assert [entry.times for entry in stale] == [1]


def test_a_place_more_is_new_and_a_title_may_change() -> None:
    span = Span("a.yaml", 3, 1, 3, 2)
    whole = finding(rule=None, quote="A code", also=(span, span))
    known = baseline.record([whole])
    assert baseline.mark([replace(whole, quote="Our code")], known)[0][0].baselined
    assert baseline.mark([replace(whole, also=(span,))], known)[0][0].baselined
    assert not baseline.mark([replace(whole, also=(span,) * 3)], known)[0][0].baselined


def test_waived_findings_have_their_own_record() -> None:
    waived = finding(waived=Waived("Because."))
    assert baseline.record([waived]).entries == ()
    (marked,), stale = baseline.mark([waived], baseline.record([finding()]))
    assert not marked.baselined
    assert len(stale) == 1


def test_the_file_is_sorted_and_read_back() -> None:
    found = [finding(rule=rule, quote=quote) for rule in "ba" for quote in ("x", "y", "x")]
    known = baseline.record(found)
    assert known.text() == baseline.record(reversed(found)).text()
    assert baseline.parse(known.text()).text() == known.text()


@pytest.mark.parametrize(
    "text", ["", "{", "[]", "{}", '{"format": 2, "findings": []}', '{"format": 1, "findings": [1]}',
             '{"format": 1, "findings": 3}', '{"format": 1, "findings": [{"code": "a"}]}'],
)  # fmt: skip
def test_what_is_no_baseline(text: str) -> None:
    with pytest.raises(ValueError, match=r"it|its|entry"):
        baseline.parse(text)
    Path(NAME).write_text(text)
    code, _, err = run()
    assert code == 3
    assert f"{NAME}: this is no baseline" in err


# ── the command ───────────────────────────────────────────────────────────────────────────────


def test_recorded_then_new_then_gone() -> None:
    assert run()[0] == 1
    code, out, err = run("--update-baseline")
    assert (code, out) == (0, "1 file checked: nothing to mend (1 in the baseline).\n")
    assert err == f"{NAME}: 1 finding recorded.\n"
    first = Path(NAME).read_text()
    assert json.loads(first)["findings"] == [
        {"code": "ours", "check": "verb-clash", "rule": "a", "words": "is was",
         "digest": baseline.key_of(finding()).words}
    ]  # fmt: skip
    assert run("--update-baseline")[2] == f"{NAME}: up to date already.\n"
    assert run()[0] == 0
    assert run("--no-baseline")[0] == 1

    Path("codes/ours.yaml").write_text(
        CODE.replace("- id: a", "- id: zero\n    text: Go.\n  - id: a")
    )
    assert run()[0] == 0
    Path("codes/ours.yaml").write_text(CODE.replace("Smile.", "That is was new."))
    code, out, _ = run()
    assert code == 1
    assert "1 warning in 1 file (1 in the baseline)" in out

    Path("codes/ours.yaml").write_text(CODE.replace("is was", "is"))
    code, _, err = run()
    assert code == 0
    assert err == f"{NAME}: 1 entry is found no more; --update-baseline drops what is gone.\n"
    assert run("--select", "repeated-word")[2] == ""
    run("--update-baseline")
    assert json.loads(Path(NAME).read_text())["findings"] == []


def test_json_says_which() -> None:
    run("--update-baseline")
    found = json.loads(run("--output-format", "json")[1])["findings"]
    assert [item["baselined"] for item in found] == [True]


def test_another_code_keeps_its_entries() -> None:
    Path("codes/b.yaml").write_text(CODE.replace("id: ours", "id: b"))
    run("--update-baseline")
    Path("codes/b.yaml").write_text(CODE.replace("id: ours", "id: b").replace("is was", "is"))
    assert run("codes/ours.yaml")[2] == ""
    run("codes/ours.yaml", "--update-baseline")
    assert [item["code"] for item in json.loads(Path(NAME).read_text())["findings"]] == [
        "b",
        "ours",
    ]


def test_from_a_subfolder_and_by_name(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run("--update-baseline", "--baseline", "old.json")
    assert run()[0] == 1
    assert run("--baseline", "old.json")[0] == 0
    Path("old.json").rename(NAME)
    monkeypatch.chdir(folder / "codes")
    assert run()[0] == 0


def test_what_cannot_be() -> None:
    assert run("--baseline", "no.json")[0] == 3
    assert run("--baseline", "no.json", "--no-baseline")[0] == 2
    assert run("--update-baseline", "--select", "verb-clash")[0] == 2
    assert run("--update-baseline", "--baseline", "codes/ours.yaml")[0] == 3
    assert Path("codes/ours.yaml").read_text() == CODE
    Path("codes/broken.yaml").write_text("conduct: 1\nrules: x\n")
    code, _, err = run("--update-baseline")
    assert code == 3
    assert "not written" in err
    assert not Path(NAME).exists()
