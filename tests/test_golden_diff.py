"""Every pair of the golden file has the effect and the axes that it must have, both ways."""

from pathlib import Path
from typing import Any

import yaml

from conductkit.change import mirror
from conductkit.difference.effects import axes
from conductkit.difference.wording import judge


def _rows(corpus: Path) -> list[dict[str, Any]]:
    rows = yaml.safe_load((corpus / "golden" / "diff.yaml").read_text(encoding="utf-8"))
    assert isinstance(rows, list)
    assert len(rows) >= 26
    return rows


def test_every_row(corpus: Path) -> None:
    wrong = {}
    for row in _rows(corpus):
        found = judge(row["before"], row["after"], (row["language"], row["language"]))
        if (found.effect, list(axes(found.evidence))) != (row["effect"], row["axes"]):
            wrong[row["id"]] = found
    assert not wrong


def test_every_row_the_other_way_round(corpus: Path) -> None:
    wrong = {}
    for row in _rows(corpus):
        found = judge(row["after"], row["before"], (row["language"], row["language"]))
        if found.effect != mirror(row["effect"]) or set(axes(found.evidence)) != set(row["axes"]):
            wrong[row["id"]] = found
    assert not wrong
