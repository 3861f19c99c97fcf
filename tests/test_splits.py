"""One rule that became two which repeat what they share, and two that became one."""

from collections.abc import Sequence

import pytest

from codes import code
from conductkit.change import mirror
from conductkit.diff import diff

PRICE = "Show a customer the full price and explain it."
CALLS = "Check and log every call within two days."
DATA = "Never share or sell the data of a customer."


def found(whole: str, parts: Sequence[str], kept: bool) -> list[tuple[str, str]]:
    """What became of the whole, its id kept by the first part or by none; both ways mirror."""
    ids = ["whole" if kept else "first", *(f"part-{letter}" for letter in "bcdefghij")][
        : len(parts)
    ]
    rest = {"sit": "Offer every visitor a seat."}
    old = code({"whole": whole, **rest})
    new = code({**dict(zip(ids, parts, strict=True)), **rest})
    there, back = (
        [(one.change, one.effect) for one in diff(*sides).changes]
        for sides in ((old, new), (new, old))
    )
    assert sorted((mirror(change), mirror(effect)) for change, effect in back) == sorted(there)
    return there


@pytest.mark.parametrize("kept", [True, False])
@pytest.mark.parametrize(
    ("whole", "parts", "effect"),
    [
        (CALLS, ("Check every call within two days.", "Log every call within two days."),
         "neutral"),
        (DATA, ("Never share the data of a customer.", "Never sell the data of a customer."),
         "neutral"),
        (PRICE, ("Show a customer the full price.", "Explain the full price to a customer."),
         "unknown"),
        # The same shape with other words in it is no mere split.
        (CALLS, ("Check every call within two days.", "Log every call within five days."),
         "weaker"),
        (CALLS, ("Check every call within two days.", "Never log every call within two days."),
         "unknown"),
        (DATA, ("Never share the data of a customer.", "Sell the data of a customer."), "unknown"),
        ("Check or log every call within two days.",
         ("Check every call within two days.", "Log every call within two days."), "unknown"),
        ("Never share and sell the data of a customer.",
         ("Never share the data of a customer.", "Never sell the data of a customer."), "unknown"),
        ("You may check and log every call within two days.",
         ("You may check every call within two days.", "You may log every call within two days."),
         "unknown"),
        ("Check and log every call together with a colleague.",
         ("Check every call together with a colleague.",
          "Log every call together with a colleague."), "unknown"),
    ],
)  # fmt: skip
def test_a_split_that_repeats_what_the_parts_share(
    whole: str, parts: tuple[str, str], effect: str, kept: bool
) -> None:
    there = found(whole, parts, kept)
    assert [change for change, _ in there] == ["split"]
    if effect == "unknown":
        assert there[0][1] != "neutral"
    else:
        assert there == [("split", effect)]


def test_a_rule_said_twice_is_no_split() -> None:
    there = found(PRICE, (PRICE, "Show a customer the full price."), kept=True)
    assert "split" not in [change for change, _ in there]
    there = found(CALLS, ("Check every call within two days.", "Check every call."), kept=True)
    assert "split" not in [change for change, _ in there]


ROWDY = ("rude jokes about others", "loud music", "smoking", "racing", "spitting", "unkind notes",
         "pushing", "tripping people")  # fmt: skip
LIST = f"Rowdy acts include {', '.join(ROWDY[:-1])} and {ROWDY[-1]}."


@pytest.mark.parametrize("kept", [True, False])
@pytest.mark.parametrize(
    ("whole", "parts", "neutral"),
    [
        (LIST, [f"Rowdy acts include {one}." for one in ROWDY], True),
        (LIST.replace(", smoking", ""), [f"Rowdy acts include {one}." for one in ROWDY], False),
        (LIST, [f"Rowdy acts include {one}." for one in (*ROWDY[:-1], "pulling people")], False),
        ("Guests must not bring dogs, cats or birds.",
         [f"Guests must not bring {one}." for one in ("dogs", "cats", "birds")], True),
        ("Guests must bring boots, gloves or masks.",
         [f"Guests must bring {one}." for one in ("boots", "gloves", "masks")], False),
        ("Guests may bring dogs, cats and birds.",
         [f"Guests may bring {one}." for one in ("dogs", "cats", "birds")], False),
        ("Staff must not share private photos, names or addresses.",
         [f"Staff must not share {one}." for one in ("private photos", "names", "addresses")],
         False),
        ("Guests must not bring dogs, cats or birds in cages.",
         [f"Guests must not bring {one}." for one in ("dogs", "cats", "birds in cages")], False),
    ],
)  # fmt: skip
def test_a_list_in_one_sentence_that_became_a_sentence_an_item(
    whole: str, parts: list[str], neutral: bool, kept: bool
) -> None:
    there = found(whole, parts, kept)
    assert all(effect == "neutral" for _, effect in there) == neutral, there
    assert not neutral or [change for change, _ in there] == ["split"]


@pytest.mark.parametrize(("heading", "neutral"), [("House code", True), ("Guests", False)])
def test_a_rule_split_below_a_heading_that_only_repeats_the_title(
    heading: str, neutral: bool
) -> None:
    old = code({"calls": "Log every call. Greet every guest."}, title="House code")
    parts = [
        {"id": "log", "text": "Log every call."},
        {"id": "greet", "text": "Greet every guest."},
    ]
    section = {"id": "all", "title": heading, "rules": parts}
    new = code({}, title="House code", sections=[section])
    for sides in ((old, new), (new, old)):
        assert all(one.effect == "neutral" for one in diff(*sides).changes) == neutral
