"""The table for spreadsheets: nothing in it runs, and nothing of it is lost on the way back."""

import csv
import io
import json
from dataclasses import replace

import pytest
from everything import everything
from hypothesis import given, settings
from hypothesis import strategies as st

from conductkit.importing import update_bytes
from conductkit.load import load_text
from conductkit.model import Code
from conductkit.readers.csv import cell_words
from conductkit.render import render
from conductkit.spreadsheet import cell
from hostile import HOSTILE

RUNS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
COLUMNS = ["id", "section", "title", "text", "level", "values", "why"]
ATTACKS = [
    "=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", " =1", "＝1", "=cmd|' /C calc'!A0",
    '=HYPERLINK("http://x.org","y")', '","=1+1', '"\n=1+1', '""",=1', ";=1", "a,b;c\td",
    "'=1", "''", "'tis so", '"', '""', ",", "a\nb", "- one\n  - two\n- three",
]  # fmt: skip


def rows(code: Code) -> list[list[str]]:
    return list(csv.reader(io.StringIO(render(code, "csv"), newline="")))


@pytest.mark.parametrize("words", HOSTILE + ATTACKS, ids=range(len(HOSTILE) + len(ATTACKS)))
def test_words_stay_in_their_cell_and_none_runs(words: str) -> None:
    code = everything("words")
    hostile = replace(code.rules[0], text=words, title=words, why=words)
    section = replace(code.sections[0], title=words, rules=(hostile,))
    head, row = rows(replace(code, sections=(section,), rules=(hostile,)))
    assert head == COLUMNS
    assert len(row) == len(COLUMNS)
    assert not any(one.startswith(RUNS) for one in row)
    assert [
        row[COLUMNS.index(name)].removeprefix("'") for name in ("section", "title", "text")
    ] == [words.removeprefix("'") if cell(words)[1:2] != "'" else words] * 3


@given(st.text(st.sampled_from("ab =+-@'\"\t\r\n,;＝"), max_size=12))
@settings(max_examples=100, deadline=None)
def test_a_cell_comes_back_as_its_words(words: str) -> None:
    (row,) = csv.reader(io.StringIO(cell(words), newline=""))
    assert not row[0].startswith(RUNS)
    assert cell_words(row[0]).split() == words.split()


@pytest.mark.parametrize("words", [words for words in ATTACKS if "\r" not in words])
def test_an_untouched_table_changes_nothing(words: str) -> None:
    text = (
        "conduct: 1\nid: small\ntitle: Small\nlanguage: en\nvalues: [{id: care, name: Care}]\n"
        f"rules:\n  - id: one\n    text: {json.dumps(words)}\n    values: [care]\n"
        f"    why: {json.dumps(words)}  # a comment\n"
    )
    loaded = load_text(text, "small.yaml")
    assert loaded.code is not None
    assert loaded.source is not None
    table = render(loaded.code, "csv").encode()
    again = update_bytes(table, "rules.csv", loaded.code, loaded.source)
    assert again.yaml == text
    assert again.report.done == ()


def test_a_changed_cell_keeps_the_depth_of_its_list() -> None:
    text = (
        "conduct: 1\nid: small\ntitle: Small\nlanguage: en\nrules:\n"
        "  - id: one\n    text: |-\n      Do not mock:\n\n"
        "      - age,\n        - youth,\n      - faith.\n"
    )
    loaded = load_text(text, "small.yaml")
    assert loaded.code is not None
    assert loaded.source is not None
    table = render(loaded.code, "csv").replace("faith", "creed").encode()
    again = update_bytes(table, "rules.csv", loaded.code, loaded.source)
    assert again.yaml == text.replace("faith", "creed")
    assert [one.check for one in again.report.done or ()] == ["rule-changed"]
