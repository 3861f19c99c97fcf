"""Sentences beside the rules, one by one: those that only tell may come, go and change."""

from collections.abc import Callable
from functools import partial

import pytest

import casefiles
from conductkit.change import mirror
from conductkit.difference.described import described, prose
from conductkit.difference.wording import Verdict

EN = ("en", "en")
PLACES: dict[str, list[Callable[[str, str, tuple[str, str]], Verdict]]] = {
    "credits": [partial(described, credit=True)],
    "sections": [described, prose],
}
CASES = [
    pytest.param(name, case, id=next(iter(case.values()))[:40])
    for name in PLACES
    for case in casefiles.read("beside", name)
]


@pytest.mark.parametrize(("name", "case"), CASES)
def test_a_sentence_that_came(name: str, case: dict[str, str]) -> None:
    neutral = "neutral" in case
    text = next(iter(case.values()))
    for judged in PLACES[name]:
        for before in ("", "We meet. "):
            there = judged(before, before + text, EN)
            back = judged(before + text, before, EN)
            assert (there.effect == "neutral") == neutral, (judged, before, there)
            assert back.effect == mirror(there.effect)


@pytest.mark.parametrize(
    ("text", "effect"),
    [
        ("How people act, and which values they act on.", "neutral"),
        ("The rules cover complaints, privacy and work with customers.", "neutral"),
        ("The rules cover volunteers.", "unknown"),
        ("The rules cover our chat.", "unknown"),
        ("The rules cover only gifts.", "unknown"),
        ("Your name is never shared.", "unknown"),
        ("Staff wear a badge.", "unknown"),
    ],
)
def test_a_summary_that_came_whole(text: str, effect: str) -> None:
    assert prose("", text, EN, sums=True).effect == effect
    assert prose(text, "", EN, sums=True).effect == effect
    assert prose("", text, EN).effect != "neutral"
