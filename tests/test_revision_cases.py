"""Revisions of whole codes whose direction is plain: imported on both sides, both ways round."""

from pathlib import Path
from typing import Any

import pytest
import yaml

import casefiles
from conductkit.change import Change, mirror
from conductkit.diff import diff
from conductkit.importing import import_bytes, update_bytes
from conductkit.load import load_text
from conductkit.model import Code

FOLDER: Path = casefiles.CASES / "revisions"
CASES: dict[str, list[list[str]]] = yaml.safe_load(
    (FOLDER / "revisions.yaml").read_text(encoding="utf-8")
)
ROWS = [
    pytest.param(name, *row, id=f"{name} {at}")
    for name, rows in CASES.items()
    for at, row in enumerate(rows, start=1)
]


def editions(name: str, before: str, after: str) -> tuple[Code, Code]:
    """The code of a file, and it with a phrase replaced, onto the ids of the first."""
    text = (FOLDER / f"{name}.md").read_text(encoding="utf-8")
    assert text.count(before) == 1, before
    old: Any = load_text(import_bytes(text.encode(), "code.md").yaml, "code.yaml")
    newer = text.replace(before, after).encode()
    made = update_bytes(newer, "code.md", old.code, old.source)
    new: Any = load_text(made.yaml, "code.yaml")
    return old.code, new.code


def says(changes: tuple[Change, ...], effect: str) -> bool:
    """Whether a change has the effect, and none the opposite one for sure."""
    return any(item.effect == effect for item in changes) and not any(
        item.effect == mirror(effect) and item.confidence == "high" for item in changes
    )


@pytest.mark.parametrize(("name", "effect", "before", "after"), ROWS)
def test_direction(name: str, effect: str, before: str, after: str) -> None:
    old, new = editions(name, before, after)
    assert says(diff(old, new).changes, effect)
    assert says(diff(new, old).changes, mirror(effect))


def test_there_are_sixty_revisions() -> None:
    assert sum(map(len, CASES.values())) >= 60
    assert {row[0] for rows in CASES.values() for row in rows} == {"stronger", "weaker"}
