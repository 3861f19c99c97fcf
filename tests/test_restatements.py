"""The lists of what asks the same: each phrase stands in one group only."""

from collections import Counter

import pytest

from conductkit.difference import cues
from conductkit.difference.restating.inflecting import forms, regular

GROUPS = {name: cues.ladders(name, "en") for name in ("restatements", "restated-verbs")}


def test_each_phrase_stands_in_one_group() -> None:
    """Else two texts could be put in two forms, or one phrase stand for its contrary."""
    count = Counter(part for groups in GROUPS.values() for group in groups for part in group)
    assert [part for part, times in count.items() if times > 1] == []
    assert all(len(group) > 1 for groups in GROUPS.values() for group in groups)


@pytest.mark.parametrize(
    ("phrase", "form", "written"),
    [
        ("reply to", "s", "replies to"),
        ("reply to", "ed", "replied to"),
        ("buy", "ed", "bought"),
        ("stop", "ing", "stopping"),
        ("use", "ing", "using"),
        ("talk about", "s", "talks about"),
    ],
)
def test_forms(phrase: str, form: str, written: str) -> None:
    assert (form, written) in set(forms(phrase))


def test_the_first_of_a_group_is_regular() -> None:
    for group in GROUPS["restated-verbs"]:
        for form in ("s", "ing", "ed"):
            assert (form, regular(group[0], form)) in set(forms(group[0])), group
