"""A title that a rule has in one edition and opens its words with in the other."""

import pytest

from codes import code
from conductkit.diff import diff
from conductkit.model import Code


def _code(rule: dict[str, str]) -> Code:
    return code({}, sections=[{"id": "s", "title": "Part", "rules": [{"id": "r", **rule}]}])


def effects(old: dict[str, str], new: dict[str, str]) -> set[str]:
    there, back = (diff(_code(one), _code(two)) for one, two in ((old, new), (new, old)))
    assert len(there.changes) == len(back.changes)
    return {item.effect for item in there.changes}


@pytest.mark.parametrize(
    "words",
    ["Quiet: you must not sing.", "**Quiet.** You must not sing.", "Quiet – You must not sing."],
)
def test_a_title_opens_the_words(words: str) -> None:
    titled = {"title": "Quiet", "text": "You must not sing."}
    assert effects(titled, {"text": words}) == {"neutral"}
    assert effects(titled, {"title": "Quiet", "text": words}) == {"neutral"}


@pytest.mark.parametrize(
    ("title", "text", "words"),
    [
        ("Quiet", "You must not sing.", "Quiet: you must sing."),
        ("No", "Dogs are allowed.", "No dogs are allowed."),
        ("Guests", "You must not sing.", "Staff: you must not sing."),
        ("Managers", "You must not sing.", "You must not sing."),
    ],
)
def test_other_words_are_no_title(title: str, text: str, words: str) -> None:
    assert effects({"title": title, "text": text}, {"text": words}) - {"neutral"}


def test_a_heading_becomes_the_title() -> None:
    rule, other = {"id": "r", "text": "You must not sing."}, {"id": "s", "text": "Pay on time."}
    house = {"id": "house", "title": "The house"}
    quiet = {"id": "quiet", "title": "Quiet", "rules": [rule]}
    old = code({}, sections=[{**house, "rules": [other]}, quiet])
    for title, told in (("Quiet", {"neutral"}), ("Managers", {"neutral", "unknown"})):
        new = code({}, sections=[{**house, "rules": [other, {**rule, "title": title}]}])
        assert {item.effect for item in diff(old, new).changes} == told
        assert {item.effect for item in diff(new, old).changes} == told
