"""Numbers with their nouns, and lists of names."""

import pytest

from conductkit.phrases import counted, listed


@pytest.mark.parametrize(
    ("number", "said"), [(0, "0 rules"), (1, "1 rule"), (2, "2 rules"), (11, "11 rules")]
)
def test_a_number_and_its_noun(number: int, said: str) -> None:
    assert counted(number, "rule") == said


@pytest.mark.parametrize(
    ("names", "said"),
    [
        ("", ""),
        ("a", "a"),
        ("a b", "a and b"),
        ("a b c", "a, b and c"),
        ("a b c d", "a, b, c and 1 more"),
        ("a b c d e", "a, b, c and 2 more"),
    ],
)
def test_a_list_of_names(names: str, said: str) -> None:
    assert listed(names.split()) == said


def test_what_is_empty_is_no_name() -> None:
    assert listed(["", "a", ""]) == "a"
