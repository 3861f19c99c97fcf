"""Tracked changes: refused, a document is the old code, accepted, the new one."""

import io
from pathlib import Path

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from typer.testing import CliRunner

from conductkit import bundled
from conductkit.cli import app
from conductkit.diff import came, diff, went
from conductkit.load import load, load_text
from conductkit.model import Code
from conductkit.render import render
from conductkit.reports import docx as report
from conductkit.word.body import bookmark
from conductkit.word.page import read
from conductkit.word.paragraphs import Paragraph, Run
from conductkit.word.weave import weave
from tracked import W, body, resolved

CX = bundled.codes()["cx-touchpoints"]


def tracked(old: Code, new: Code) -> bytes:
    return report.changes(_laid_out(diff(old, new)), False)


def _laid_out(result: object) -> object:
    from dataclasses import replace

    return replace(result, page=lambda code: render(code, "docx"))  # type: ignore[type-var]


def said(code: Code) -> list[str]:
    """Every paragraph of the code as it is laid out without changes."""
    texts = [one.text for one in read(render(code, "docx")).paragraphs]
    for rule in code.rules:
        texts = [text.replace(f"[{rule.id}]", f"[{bookmark(rule.id)}]") for text in texts]
    return texts


def code(text: str, version: str = "1.0.0") -> Code:
    loaded = load_text(
        f"conduct: 1\nid: small\ntitle: Small\nlanguage: en\nversion: {version}\nissuer: Ours\n"
        f"changelog: [{{version: {version}, date: 2026-03-04}}]\n{text}"
    )
    assert loaded.code is not None, [finding.message for finding in loaded.findings]
    return loaded.code


EDITS = [
    ("within the same day of", "within two days of"),
    ("        text: Display equal respect for all customers.\n", "        text: Show respect.\n"),
    ("      - id: privacy\n", "      - id: private-life\n"),
    ("title: Dignity and welcome", "title: A warm welcome"),
    ("name: Empathy", "name: Feeling"),
    ("Always honour the promises", "Honour *all* [promises](https://example.org/)"),
    ("version: 1.0.0", "version: 2.0.0"),
]


def _moved(text: str) -> str:
    """The last rule of the third section goes first in the fourth one."""
    lines = text.splitlines(keepends=True)
    starts = [i for i, line in enumerate(lines) if line.startswith("      - id: ")]
    block = lines[starts[10] : starts[11]]
    del lines[starts[10] : starts[11]]
    lines[starts[2] : starts[2]] = block
    return "".join(lines)


def _without(text: str, rule: str) -> str:
    lines = text.splitlines(keepends=True)
    start = next(i for i, line in enumerate(lines) if line == f"      - id: {rule}\n")
    end = next(
        i
        for i in range(start + 1, len(lines))
        if not lines[i].startswith("        ") and lines[i].strip()
    )
    return "".join(lines[:start] + lines[end:])


def _variants() -> list[str]:
    text = CX.read_text(encoding="utf-8")
    every = text
    for old, new in EDITS:
        every = every.replace(old, new)
    assert every != text
    less = _without(text, "smile")
    return [text, every, less, _moved(text), _moved(_without(every, "listen"))]


@pytest.mark.parametrize(
    ("one", "two"), [(0, 1), (1, 0), (0, 2), (2, 0), (0, 3), (4, 0), (1, 3), (0, 0)]
)
def test_refused_it_is_the_old_and_accepted_the_new(one: int, two: int) -> None:
    texts = _variants()
    old, new = (load_text(texts[at], "x.yaml").code for at in (one, two))
    assert old is not None
    assert new is not None
    data = tracked(old, new)
    if one == two:
        assert resolved(data, "accept") == ["No change to any code of conduct"]
        return
    assert resolved(data, "accept") == said(new)
    assert [bare(text, old, new) for text in resolved(data, "refuse")] == [
        bare(text, old, old) for text in said(old)
    ]
    assert resolved(data, "accept") != resolved(data, "refuse")


def bare(text: str, old: Code, new: Code) -> str:
    """A rule that was renamed is pointed to by its new id."""
    renamed = {"privacy": "private-life", "private-life": "privacy"}
    for rule, other in renamed.items():
        if rule in old.by_id and other in new.by_id:
            text = text.replace(f"[{bookmark(other)}]", f"[{bookmark(rule)}]")
    return text


def test_a_word_that_changed_is_all_that_is_marked() -> None:
    data = tracked(
        code("rules: [{id: one, text: Answer within two days., level: must}]"),
        code("rules: [{id: one, text: Answer within five days., level: must}]"),
    )
    xml = body(data)
    gone = [text.text for text in xml.iter(f"{W}delText")]
    came = [text.text for mark in xml.iter(f"{W}ins") for text in mark.iter(f"{W}t")]
    assert (gone[0], came[0]) == ("two", "five")
    assert (len(gone), len(came)) == (2, 2)  # and the digest of what binds


def test_author_and_day_are_those_of_the_new_version() -> None:
    data = tracked(
        code("rules: [{id: one, text: Answer soon.}]"),
        code("rules: [{id: one, text: Answer today.}]", "1.1.0"),
    )
    marks = [*body(data).iter(f"{W}ins"), *body(data).iter(f"{W}del")]
    assert marks
    assert {mark.get(f"{W}author") for mark in marks} == {"Ours, 1.1.0"}
    assert {mark.get(f"{W}date") for mark in marks} == {"2026-03-04T00:00:00Z"}
    ids = [mark.get(f"{W}id") for mark in (*marks, *body(data).iter(f"{W}bookmarkStart"))]
    assert len(ids) == len(set(ids))
    assert tracked(
        code("rules: [{id: one, text: Answer soon.}]"),
        code("rules: [{id: one, text: Answer today.}]", "1.1.0"),
    ) == data  # fmt: skip


def test_a_rule_that_moved_is_moved_not_rewritten() -> None:
    one, two, three = (f"{{id: r{n}, text: Rule of {n} and more words.}}" for n in (1, 2, 3))
    data = tracked(code(f"rules: [{one}, {two}, {three}]"), code(f"rules: [{three}, {one}, {two}]"))
    xml = body(data)
    gone = ["".join(t.text or "" for t in move.iter(f"{W}t")) for move in xml.iter(f"{W}moveFrom")]
    assert [text for text in gone if text] == ["Rule of 3 and more words."]
    names = [
        [start.get(f"{W}name") for start in xml.iter(f"{W}{kind}RangeStart")]
        for kind in ("moveFrom", "moveTo")
    ]
    assert names[0] == names[1]
    marks = [mark.get(f"{W}name") for mark in xml.iter(f"{W}bookmarkStart")]
    assert len(marks) == len(set(marks))


def test_what_changes_the_duty_has_a_remark() -> None:
    data = tracked(
        code("rules: [{id: one, text: You must answer within two days.}]"),
        code("rules: [{id: one, text: You must answer within five days.}]"),
    )
    comments = list(docx.Document(io.BytesIO(data)).comments)
    assert [comment.author for comment in comments] == ["Ours, 1.0.0"]
    assert comments[0].text.startswith("Weaker: deadline: “within two days”")


def test_a_code_that_came_or_went_is_whole() -> None:
    one = code("rules: [{id: one, text: Answer soon.}]")
    for result, how, other in ((came(one), "accept", "refuse"), (went(one), "refuse", "accept")):
        data = report.changes(_laid_out(result), False)
        assert resolved(data, how) == said(one)
        assert resolved(data, other) == []


TEXT = st.text(st.sampled_from("ab c. *é漢"), max_size=12)
RUNS = st.lists(
    st.builds(Run, TEXT.filter(bool), bold=st.booleans(), rule=st.just(""), mark=st.just("")),
    max_size=3,
).map(tuple)
UNITS = st.lists(
    st.builds(
        Paragraph, st.just("Normal"), RUNS, unit=st.sampled_from("uvwx"), part=st.sampled_from("pq")
    ),
    max_size=8,
)


def _taken(
    paragraphs: list[Paragraph], gone: tuple[str, ...]
) -> list[tuple[str, list[tuple[str, bool]]]]:
    found = []
    for one in paragraphs:
        if one.mark in gone:
            continue
        letters = [
            (char, run.bold) for run in one.runs if run.mark not in gone for char in run.text
        ]
        found.append((one.unit, letters))
    return found


@given(UNITS, UNITS)
@settings(max_examples=300)
def test_weaving_loses_nothing_of_either_side(old: list[Paragraph], new: list[Paragraph]) -> None:
    woven = weave(old, new, {})
    assert _taken(woven, ("ins", "moveTo")) == _taken(old, ())
    assert _taken(woven, ("del", "moveFrom")) == _taken(new, ())


def test_the_command_writes_a_file(tmp_path: Path) -> None:
    old, new, out = (tmp_path / name for name in ("old.yaml", "new.yaml", "changes.docx"))
    text = CX.read_text(encoding="utf-8")
    old.write_text(text, encoding="utf-8")
    new.write_text(text.replace("the same day", "two days"), encoding="utf-8")
    arguments = ["diff", str(old), str(new), "--output-format", f"docx:{out}"]
    result = CliRunner().invoke(app(["diff"]), arguments)
    assert result.exit_code == 0, result.output
    assert "Professionalism" in "".join(resolved(out.read_bytes(), "accept"))
    assert load(CX).title in docx.Document(str(out)).core_properties.title
