"""Sentences beside the rules, one by one: those that only tell may come, go and change."""

from collections.abc import Callable
from functools import partial

import pytest

import casefiles
from codes import code
from conductkit.change import mirror
from conductkit.diff import diff
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


@pytest.mark.parametrize("case", casefiles.read("beside", "changed"), ids=str)
def test_a_sentence_that_changed(case: dict[str, str]) -> None:
    before, after = case.get("neutral") or case["binds"], case["after"]
    for judged in PLACES["sections"]:
        inline = ("We meet. {} Report every gift.",) if "\n" not in before else ()
        for around in ("{}", *inline, "# Start\n\n{}\n\nBe kind."):
            old, new = around.format(before), around.format(after)
            there, back = judged(old, new, EN), judged(new, old, EN)
            assert (there.effect == "neutral") == ("neutral" in case), (judged, there)
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


@pytest.mark.parametrize(
    ("title", "text", "neutral"),
    [
        ("Email template", "You can reach me at (CONTACT INFO). Thank you.", True),
        ("Sample letter", "I saw it happen at (PLACE). Dear board", True),
        ("Email template", "I agree that my photos are published.", False),
        ("Email template", "You can publish my name.", False),
        ("Email template", "I will attend.", False),
        ("Email template", "Thank you for not calling the press.", False),
        ("Email template", "Staff answer within two days.", False),
        ("Email", "You can reach me at (CONTACT INFO).", False),
        ("Template", "You can reach me at (CONTACT INFO).", False),
        # Credits under any title, where all of it is.
        ("Endnotes", "We are thankful to these groups:\n\n- [Other Code](https://a.example)", True),
        (
            "Endnotes",
            "We are thankful to these groups:\n\n- [No weapons](https://a.example)",
            False,
        ),
        ("Endnotes", "We are thankful to these groups. Photos stay private.", False),
        ("Endnotes", "[Other Code](https://a.example)", False),
    ],
)
def test_a_section_by_its_sort(title: str, text: str, neutral: bool) -> None:
    rest = {"id": "r", "title": "Rules", "rules": [{"id": "gifts", "text": "Report every gift."}]}
    old = code([], sections=[rest, {"id": "s", "title": title}])
    new = code([], sections=[rest, {"id": "s", "title": title, "text": text}])
    for one, two in ((old, new), (new, old)):
        assert ({change.effect for change in diff(one, two).changes} == {"neutral"}) == neutral
