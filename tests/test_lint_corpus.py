"""`conduct lint` on real codes, imported first: what readers found, and nothing on sound words."""

import importlib
from pathlib import Path
from typing import Any

import pytest

from conftest import ROOT

# Rows that lint does not see. Import takes the printed number away (G079), adds the missing stop
# (G120) and brings the items into one form (G124). A section's words in quotation marks are not
# judged (G106), `No …` is a ban in so many words (G250), and verbs joined by `or` under one `not`
# are one ban (G251).
MISSED = {"G079", "G106", "G120", "G124", "G250", "G251"}


@pytest.fixture(scope="module")
def bench() -> Any:
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(ROOT / "bench"))
        yield importlib.import_module("accuracy_lint")


def test_the_cx_code_imported_from_its_page(corpus: Path, bench: Any) -> None:
    text, rows = bench.published(corpus), bench.golden(corpus)
    assert [row for row in rows["must"] if not bench.answered(row, text)] == []
    assert [row for row in rows["must_not"] if bench.answered(row, text)] == []
    told = {one.check for one in text.remarks}
    assert {row["check"] for row in rows["must_import"]} <= told


def test_what_readers_found_is_found(corpus: Path, bench: Any) -> None:
    rows = bench.wanted(corpus)
    assert len(rows) == 62
    assert {row.name for row in rows if not bench.found(row, corpus)} == MISSED


def test_sound_words_are_let_alone(corpus: Path, bench: Any) -> None:
    assert len(bench.forbidden(corpus)) == 14
    assert [(row.text, one.check) for row, one in bench.loud(corpus)] == []
