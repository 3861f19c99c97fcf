"""Real revisions, imported on both sides: the laws of diff, and what it may not call neutral."""

import importlib
from pathlib import Path
from typing import Any

import pytest

from conductkit.change import mirror
from conductkit.diff import diff
from conductkit.errors import ConductError
from conftest import ROOT


@pytest.fixture(scope="module")
def bench() -> Any:
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(ROOT / "bench"))
        yield importlib.import_module("accuracy_diff")


def test_no_change_that_binds_is_called_neutral(corpus: Path, bench: Any) -> None:
    chosen = bench.revisions(corpus)
    assert len(chosen) == 165
    faults = {one.name: bench.wrong(one, bench.answer(one)) for one in chosen}
    silent = {name for name, fault in faults.items() if fault == "unforgivable"}
    assert not silent


def test_the_same_edition_has_no_change_and_the_other_way_round_mirrors(
    corpus: Path, bench: Any
) -> None:
    wrong = []
    for one in bench.revisions(corpus)[::2]:
        try:
            first = bench.imported(one.before, None)
            old, new = first[0], bench.imported(one.after, first)[0]
        except ConductError:
            continue
        there, back = diff(old, new).changes, diff(new, old).changes
        plain = sorted((c.kind, c.field, c.old_id or "", c.id or "", c.effect) for c in there)
        turned = [(c.kind, c.field, c.id or "", c.old_id or "", mirror(c.effect)) for c in back]
        if diff(new, new).changes or plain != sorted(turned):
            wrong.append((one.name, set(plain) ^ set(turned)))
    assert not wrong
