"""Plain text: wrapped in any script, nothing lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conductkit.prose import lines, tame
from conductkit.prose.wrap import WIDTH, cells, wrap

LINES = [
    ("Hello *you*, **all**", "Hello you, all"),
    ("one\ntwo\n\nthree", "one two\n\nthree"),
    ("- a\n- b\n  - c", "- a\n- b\n  - c"),
    ("3. a\n4. b\n   - c", "3. a\n4. b\n   - c"),
    ("a  \nb", "a\nb"),
    ("[here](https://x.org/)", "here (https://x.org/)"),
    ("[a@x.org](mailto:a@x.org)", "a@x.org"),
    ("`code <b>` &amp; \\*", "code <b> & *"),
    ("", ""),
]


@pytest.mark.parametrize(("text", "expected"), LINES)
def test_lines(text: str, expected: str) -> None:
    assert lines(text) == expected


def test_a_lead_begins_the_first_paragraph_but_no_list() -> None:
    assert lines("a", "1. ") == "1. a"
    assert lines("- a", "1. ") == "1.\n\n- a"


WRAPPED = [
    ("aaa bbb ccc", 7, "aaa bbb\nccc"),
    ("1. aaa bbb ccc", 8, "1. aaa\n   bbb\n   ccc"),
    ("  - aa bb cc", 9, "  - aa bb\n    cc"),
    ("see https://example.org/very/long now", 12, "see\nhttps://example.org/very/long\nnow"),
    ("約束を守る。", 10, "約束を守\nる。"),
    ("約束を守るー。", 10, "約束を守\nるー。"),
    ("「約束」を「守る」", 10, "「約束」を\n「守る」"),
    ("漢字 and more 漢字", 9, "漢字 and\nmore 漢字"),
    ("안녕하세요 여러분", 11, "안녕하세요\n여러분"),
    ("คำสัญญา", 4, "คำสัญ\nญา"),
    ("é" * 3 + " " + "e\u0301" * 3, 3, "é" * 3 + "\n" + "e\u0301" * 3),
]


@pytest.mark.parametrize(("text", "width", "expected"), WRAPPED)
def test_wrap(text: str, width: int, expected: str) -> None:
    assert wrap(text, width) == expected


WORDS = st.text(
    st.sampled_from("ab -–1.)\n漢字「」。ー한글กำเแaא\u0301\u200d\u00a0🙂"), max_size=200
)


@given(WORDS)
def test_wrapping_loses_nothing_and_keeps_to_the_width(text: str) -> None:
    wrapped = wrap(text)
    assert "".join(wrapped.split()) == "".join(text.split())
    for line in wrapped.split("\n"):
        if cells(line) > WIDTH:  # only what has no place to break
            assert " " not in line.strip(" ").lstrip("-–1.) ")


@given(WORDS)
def test_wrapped_once_is_wrapped(text: str) -> None:
    once = wrap(text.replace("\n", " ").strip(" -–1.)"))
    assert "\n".join(wrap(line) for line in once.split("\n")) == once


@given(st.text(st.sampled_from("ab \n*_-1.[]()`&;<>#"), max_size=80))
def test_no_word_of_prose_is_lost(text: str) -> None:
    found = lines(text)
    for word in tame(text).split():
        if word.isalpha():
            assert word in found
