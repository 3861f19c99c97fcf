"""What holds of every text."""

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from conductkit.language import (
    find,
    find_words,
    mask,
    normalise,
    read,
    spelling_variants,
    supported,
    word_list,
)
from conductkit.language.lexicon import _DATA
from work import grows_no_faster_than_the_input

PIECES = [
    "Greet", "customers", "must", "not", "never", "and", "or", "if", ",", ".", ":", "“", "’", "*",
    "[", "](", ")", "{{", "%}", "<a", ">", "`", "\n", "\n- ", "1. ", "e.g.", "you", "that", "is",
    "may", "will", "be", "shared", "http://", "@", "…", "—", "not only", "Never", "staff",
]  # fmt: skip
texts = st.one_of(st.text(), st.lists(st.sampled_from(PIECES)).map(" ".join))
languages = st.sampled_from(["en", "en-GB", "fr", "pt-BR", "es", "de", ""])


@given(texts)
def test_mask_keeps_length_and_line_breaks(text: str) -> None:
    masked = mask(text)
    assert len(masked) == len(text)
    assert [i for i, c in enumerate(masked) if c == "\n"] == [
        i for i, c in enumerate(text) if c == "\n"
    ]
    assert all(new in (old, " ") for old, new in zip(text, masked, strict=True))


@given(texts, languages)
def test_spans_nest_and_follow_each_other(text: str, language: str) -> None:
    reading = read(text, language)
    last = 0
    for number, sentence in enumerate(reading.sentences):
        assert last <= sentence.start < sentence.end <= len(text)
        last = at = sentence.start
        for word in sentence.words:
            assert at <= word.start < word.end <= sentence.end
            at = word.end
        at = sentence.start
        for clause in sentence.clauses:
            assert at <= clause.start < clause.end <= sentence.end
            at = clause.end
        for one in sentence.directives:
            assert sentence.start <= one.start < one.main_end <= one.end <= sentence.end
            assert sentence.start <= one.modal.start <= one.modal.end <= sentence.end
            assert one.sentence == number
        last = sentence.end


@given(texts, languages)
def test_normalising_twice_is_normalising_once(text: str, language: str) -> None:
    once = normalise(text, language)
    assert normalise(once, language) == once


@pytest.mark.parametrize(
    "unit",
    ["[", "](", "*", "_", "`", "<a ", "<!--", "{{", "{%", "a@", "a.", "a", "(", "…", ". ", ".\n",
     "\n", " ", "'", "a'", "and ", "if ", "that ", "must ", "never ", "not only ", "1. ", "- ",
     "you must report, ", "Report and ", "no ", "we expect ", "a to ", "no later than ", "e.g. "],
)  # fmt: skip
def test_work_is_linear(unit: str) -> None:
    def both(size: int) -> None:
        text = unit * (size // len(unit))
        read.__wrapped__(text, "en")
        mask.__wrapped__(text)

    both(
        200_000
    )  # ends: what no count sees, a regular expression that goes back and back, would not
    assert grows_no_faster_than_the_input(both, 2_000)


def test_every_list_is_sorted_and_has_no_entry_twice() -> None:
    for path in _DATA.glob("*.yaml"):
        for name, value in yaml.safe_load(path.read_text(encoding="utf-8")).items():
            assert isinstance(value, str | dict), name
            if isinstance(value, dict):
                continue
            entries = [entry.strip().partition(" = ")[0] for entry in value.split(",")]
            assert entries == sorted(set(entries)), (path.stem, name)


def test_supported() -> None:
    assert dict(supported()) == {"en": "full", "es": "modal", "fr": "modal", "pt": "modal"}


def test_variants_have_a_lexeme_and_hours_stay_hours() -> None:
    variants = spelling_variants("en-US")
    assert variants["behavior"].lexeme == variants["behaviour"].lexeme == "behaviour"
    assert variants["behavior"].variety == "us"
    assert variants["organizations"].variety == "ize"
    assert {"hours", "four", "your", "check", "advise", "practice"}.isdisjoint(variants)
    assert normalise("Four  Hours’ HONOR", "en") == "four hours' honour"
    assert normalise("Honor", "fr") == "honor"


def test_find() -> None:
    reading = read(
        "Do your work well, as well as you can, with best practices. See Well Ltd.", "en"
    )
    assert [reading.text[hit.start : hit.end] for hit in find(reading, "vague-qualifier")] == [
        "well"
    ]
    assert list(find(read("Get the best deal.", "de"), "vague-qualifier")) == []
    assert list(find(reading, "vague-qualifier", 14)) == []
    (hit,) = find_words("Never take personal what they say", "known-error", "en")
    assert (hit.start, hit.end, hit.advice) == (6, 19, "take personally")


def test_word_lists() -> None:
    assert not word_list("no-such-list", "en")
    assert not word_list("vague-qualifier", "de")
    assert word_list("gendered-term", "en-GB").entries["chairman"] == "chair"
