"""Revisions of whole codes, imported on both sides: the laws of diff, and what it may not call
neutral. Some are real and stand elsewhere; ours are in cases/revisions.yaml."""

import importlib
from pathlib import Path
from typing import Any

import pytest
import yaml

from conductkit.change import mirror
from conductkit.diff import diff
from conftest import ROOT

OWN = [
    (one["kind"], one["code"], edit)
    for one in yaml.safe_load((ROOT / "tests/cases/revisions.yaml").read_text(encoding="utf-8"))
    for edit in one["edits"]
]
PARTS = 10  # tests that share the real ones


@pytest.fixture(scope="module")
def bench() -> Any:
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(ROOT / "bench"))
        yield importlib.import_module("accuracy_diff")


@pytest.mark.parametrize("turn", range(PARTS))
def test_no_change_that_binds_is_called_neutral_and_the_other_way_round_mirrors(
    turn: int, corpus: Path, bench: Any
) -> None:
    chosen = bench.revisions(corpus / "corpus")
    assert len(chosen) == 165
    for one in chosen[turn::PARTS]:
        said = bench.answer(one)
        assert bench.wrong(one, said) != "unforgivable", one.name
        if said.refused or turn % 2:
            continue  # the way back is walked for every other one
        (edition,) = said.found.codes
        assert edition.before
        assert edition.after
        there, back = said.found.changes, diff(edition.after, edition.before).changes
        plain = sorted((c.kind, c.field, c.old_id or "", c.id or "", c.effect) for c in there)
        turned = [(c.kind, c.field, c.id or "", c.old_id or "", mirror(c.effect)) for c in back]
        assert plain == sorted(turned), one.name
        assert not diff(edition.after, edition.after).changes, one.name


@pytest.mark.parametrize(
    ("kind", "text", "edit"), OWN, ids=[str(edit["new"])[:40] for *_, edit in OWN]
)
def test_what_an_editor_did(
    kind: str, text: str, edit: dict[str, str], bench: Any, tmp_path: Path
) -> None:
    assert text.count(edit["old"]) == 1
    sides = [tmp_path / f"{side}.{kind}" for side in ("old", "new")]
    sides[0].write_text(text, encoding="utf-8")
    sides[1].write_text(text.replace(edit["old"], edit["new"]), encoding="utf-8")
    for one, two, wanted in ((*sides, edit["says"]), (*sides[::-1], mirror(edit["says"]))):
        said = bench.answer(bench.Revision("own", one, two, "", ""))
        if wanted in ("neutral", "binds"):
            assert said.neutral == (wanted == "neutral"), said.found.changes
        else:
            assert said.says(wanted), said.found.changes
