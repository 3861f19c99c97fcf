"""Pairs of one rule before and after, made to mislead: the effect, both ways round."""

from typing import Any

import pytest

import casefiles
from conductkit import axes as axes_shelf
from conductkit import shelf
from conductkit.change import mirror
from conductkit.difference.effects import axes
from conductkit.difference.holders import Holders
from conductkit.difference.wording import Verdict, judge

FILES = sorted(path.stem for path in (casefiles.CASES / "pairs").glob("*.yaml"))
PAIRS: list[tuple[str, dict[str, Any]]] = [
    (f"{name} {at}", case)
    for name in FILES
    for at, case in enumerate(casefiles.read("pairs", name), start=1)
]
HOLDERS = Holders(frozenset({"we", "you", "staff", "team"}), frozenset({"customer", "customers"}))


def verdict(case: dict[str, Any], *, back: bool = False) -> Verdict:
    language = case.get("language", "en")
    texts = (case["after"], case["before"]) if back else (case["before"], case["after"])
    return judge(*texts, (language, language), (HOLDERS, HOLDERS))


@pytest.mark.parametrize("case", [pytest.param(case, id=name) for name, case in PAIRS])
def test_pair(case: dict[str, Any]) -> None:
    there, back = verdict(case), verdict(case, back=True)
    assert there.effect == case["effect"], there
    assert back.effect == mirror(case["effect"]), back
    if "axes" in case:
        assert set(axes(there.evidence)) == set(case["axes"]), there


def test_there_are_pairs_of_every_axis_and_effect() -> None:
    cases = [case for _, case in PAIRS]
    assert len(cases) >= 120
    named = {axis for case in cases for axis in case.get("axes", ())}
    assert set(shelf.names(axes_shelf)) <= named
    effects = {"stronger", "weaker", "reversed", "mixed", "unknown", "neutral"}
    assert {case["effect"] for case in cases} == effects
