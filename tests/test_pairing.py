"""Which rule is which: by id, by words, by likeness, in parts; the same both ways, and fast."""

from collections import Counter
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from codes import code
from conductkit.difference.likeness import LEAST, likeness, words
from conductkit.difference.order import out_of_place
from conductkit.difference.pairing import Pairs, pair
from conductkit.difference.parts import COVERAGE
from work import grows_no_faster_than_the_input

A = "Never share the private information of customers without consent."
B = "Acknowledge letters and messages within the same day."
C = "Thank the customer for coming and ask whether they are content."


def shown(pairs: Pairs) -> dict[str, Any]:
    return {
        "pairs": [(old.id, new.id) for old, new in pairs.pairs],
        "removed": [rule.id for rule in pairs.removed],
        "added": [rule.id for rule in pairs.added],
        "split": [(old.id, [rule.id for rule in parts]) for old, parts in pairs.split],
        "merged": [([rule.id for rule in parts], new.id) for parts, new in pairs.merged],
    }


def test_the_id_decides_whatever_the_words_say() -> None:
    found = pair(code({"a": A, "b": B}), code({"a": B, "b": A}))
    assert shown(found)["pairs"] == [("a", "a"), ("b", "b")]


def test_equal_words_pair_before_likely_ones() -> None:
    found = pair(code({"a": A, "z": C}), code({"x": f"{A} Really.", "y": A, "z": C}))
    assert shown(found)["pairs"] == [("a", "y"), ("z", "z")]
    assert shown(found)["added"] == ["x"]


@pytest.mark.parametrize(
    ("text", "alike"),
    [
        ("Acknowledge letters and messages within two days.", True),
        ("Acknowledge letters in a kind tone of voice at once.", False),
    ],
)
def test_likeness_has_a_threshold(text: str, alike: bool) -> None:
    old, new = code({"a": B, "z": C}), code({"b": text, "z": C})
    one, two = old.by_id["a"], new.by_id["b"]
    score = likeness(Counter(words(one, "en")), Counter(words(two, "en")))
    assert (score >= LEAST) is alike
    assert (("a", "b") in shown(pair(old, new))["pairs"]) is alike


def test_which_rule_is_taken_apart_does_not_hang_on_the_direction() -> None:
    one = code({"h": C, "e": C, "f": "Keep a smile.", "c": B, "a": C, "d": A, "b": B})
    whole = f"{B} {C}"
    two = code({
        "f": "Acknowledge messages the same day.", "d": C, "a": whole, "h": whole,
        "b": A[:-1], "e": f"{A} {B}",
    })  # fmt: skip
    there, back = shown(pair(one, two)), shown(pair(two, one))
    assert there["merged"] == [(["c", "a"], "a")]
    assert back["split"] == [("a", ["c", "a"])]


def test_the_most_alike_first() -> None:
    old = code({"a": "Reply to letters within two days.", "z": C})
    new = code(
        {
            "b": "Reply to letters within five weeks.",
            "c": "Reply to letters within five days.",
            "z": C,
        }
    )
    assert shown(pair(old, new))["pairs"] == [("a", "c"), ("z", "z")]


def test_split_needs_nearly_all_words() -> None:
    whole = f"{A} {B}"
    assert COVERAGE == 0.8
    found = pair(code({"w": whole, "z": C}), code({"a": A, "b": B, "z": C}))
    assert shown(found)["split"] == [("w", ["a", "b"])]
    back = pair(code({"a": A, "b": B, "z": C}), code({"w": whole, "z": C}))
    assert shown(back)["merged"] == [(["a", "b"], "w")]
    longer = f"{whole} Log every call in the register at the end of the week, with name and time."
    found = pair(code({"w": longer, "z": C}), code({"a": A, "b": B, "z": C}))
    assert shown(found)["split"] == []


SENTENCES = [
    A,
    B,
    C,
    f"{A} {B}",
    f"{B} {C}",
    A[:-1],
    "Keep a smile.",
    "Acknowledge messages the same day.",
]
RULES = st.lists(
    st.tuples(st.sampled_from("abcdefgh"), st.sampled_from(SENTENCES)),
    min_size=1, max_size=7, unique_by=lambda pair: pair[0],
)  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(RULES, RULES)
def test_the_other_way_round_gives_the_same_pairs(old: Any, new: Any) -> None:
    one, two = code(dict(old)), code(dict(new))
    there, back = shown(pair(one, two)), shown(pair(two, one))
    assert sorted(there["pairs"]) == sorted((a, b) for b, a in back["pairs"])
    assert (there["removed"], there["added"]) == (back["added"], back["removed"])
    assert sorted(there["split"]) == sorted((whole, parts) for parts, whole in back["merged"])


@settings(max_examples=300, deadline=None)
@given(RULES, RULES)
def test_every_rule_is_somewhere_once(old: Any, new: Any) -> None:
    one, two = code(dict(old)), code(dict(new))
    found = shown(pair(one, two))
    olds = [a for a, _ in found["pairs"]] + found["removed"] + [a for a, _ in found["split"]]
    olds += [part for parts, _ in found["merged"] for part in parts]
    news = [b for _, b in found["pairs"]] + found["added"] + [b for _, b in found["merged"]]
    news += [part for _, parts in found["split"] for part in parts]
    assert sorted(olds) == sorted(one.by_id)
    assert sorted(news) == sorted(two.by_id)


@given(st.permutations(range(7)))
def test_the_fewest_that_explain_an_order(order: list[int]) -> None:
    names = [f"r{place}" for place in order]
    moved = out_of_place(order, names)
    rest = [place for at, place in enumerate(order) if at not in moved]
    assert rest == sorted(rest)
    inverse = [order.index(place) for place in range(7)]
    back = out_of_place(inverse, [f"r{place}" for place in range(7)])
    assert {names[at] for at in moved} == {f"r{at}" for at in back}


def test_renamed_rules_are_paired_without_comparing_all_with_all() -> None:
    assert grows_no_faster_than_the_input(_paired, 60)
    _paired(1000)


def _paired(rules: int) -> None:
    texts = [
        f"Report case {n} of kind {n % 7} to office {n % 31} in {n % 5 + 2} days of mark {n * 7}."
        for n in range(rules)
    ]
    old = code({f"a{n}": text for n, text in enumerate(texts)})
    new = code({f"b{n}": text.replace("Report", "Bring") for n, text in enumerate(texts)})
    found = pair(old, new)
    assert sum(a.id[1:] == b.id[1:] for a, b in found.pairs) > 0.99 * rules
