"""Every axis has a case file and does what its cases say, in both directions."""

import re
from pathlib import Path
from typing import Any

import pytest

import casefiles
from conductkit import axes, shelf
from conductkit.axes import obligation
from conductkit.axis import Axis
from conductkit.change import mirror
from conductkit.difference.gathering import all_axes
from conductkit.difference.holders import Holders
from conductkit.difference.wording import Verdict, judge
from conftest import ROOT

NAMES = shelf.names(axes)
CASE_FILES = sorted(path.stem for path in (casefiles.CASES / "axes").glob("*.yaml"))
CASES = [
    pytest.param(name, case, id=f"{name}: {case['name']}")
    for name in CASE_FILES
    for case in casefiles.read("axes", name)
]
HOLDERS = Holders(frozenset({"we", "you", "staff"}), frozenset({"customer", "customers"}))


def verdict(case: dict[str, Any], *, back: bool = False) -> Verdict:
    language = case.get("language", "en")
    texts = (case["after"], case["before"]) if back else (case["before"], case["after"])
    return judge(*texts, (language, language), (HOLDERS, HOLDERS))


def test_every_axis_has_a_case_file_and_every_case_file_an_axis() -> None:
    assert list(NAMES) == CASE_FILES


def test_every_axis_but_the_lone_one_compares_pairs_in_its_own_turn() -> None:
    assert sorted(axis.name for axis in all_axes()) == [n for n in NAMES if n != "obligation"]
    assert len({axis.rank for axis in all_axes()}) == len(all_axes())
    assert all(isinstance(axis, Axis) for axis in all_axes())
    assert callable(obligation.effect)


@pytest.mark.parametrize("name", CASE_FILES)
def test_cases_are_two_sided(name: str) -> None:
    cases = casefiles.read("axes", name)
    assert any(case["evidence"] for case in cases), f"{name}: no case with evidence"
    assert any(not case["evidence"] for case in cases), f"{name}: no case without any"
    assert (shelf.load(axes, name).__doc__ or "").strip(), f"{name}: no documentation"


@pytest.mark.parametrize(("name", "case"), CASES)
def test_case(name: str, case: dict[str, Any]) -> None:
    found = verdict(case)
    own = [item for item in found.evidence if item.axis == name]
    shown = [{"old": item.old, "new": item.new, "effect": item.effect} for item in own]
    assert shown == case["evidence"], found
    assert found.effect == case["effect"], found


@pytest.mark.parametrize(("name", "case"), CASES)
def test_the_other_way_round_is_the_mirror_image(name: str, case: dict[str, Any]) -> None:
    there, back = verdict(case), verdict(case, back=True)
    assert back.effect == mirror(there.effect)
    assert back.confidence == there.confidence
    assert sorted((i.axis, i.new, i.old, mirror(i.effect)) for i in back.evidence) == sorted(
        (i.axis, i.old, i.new, i.effect) for i in there.evidence
    )


@pytest.mark.parametrize(("name", "case"), CASES)
def test_a_text_beside_itself_is_no_change(name: str, case: dict[str, Any]) -> None:
    assert verdict({**case, "after": case["before"]}) == Verdict()


@pytest.mark.parametrize("path", sorted((ROOT / "src").rglob("data/*.yaml")), ids=lambda p: p.name)
def test_no_list_of_words_stands_twice(path: Path) -> None:
    keys = re.findall(r"^([\w-]+):", path.read_text(encoding="utf-8"), re.MULTILINE)
    assert sorted(keys) == sorted(set(keys))
