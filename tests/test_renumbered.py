"""Ids that only count: a row that was counted anew hides nothing and reports nothing twice."""

from typing import Any

import pytest

from codes import code
from conductkit.change import mirror
from conductkit.diff import diff
from conductkit.model import Code

TEXTS = (
    "Staff must greet every guest.",
    "Staff must show the full price.",
    "Staff must never record a call.",
    "Staff must reply to a letter within two days.",
    "Staff must keep the hall clean.",
)
Shown = tuple[str, str | None, str | None, str, str]


def row(*texts: str, stem: str = "rule-", **fields: Any) -> Code:
    return code({f"{stem}{at}": text for at, text in enumerate(texts, 1)}, **fields)


def entries(old: Code, new: Code) -> list[Shown]:
    """Kind, both ids, change and effect of each entry, after holding that both ways mirror."""
    there = [(it.kind, it.old_id, it.id, it.change, it.effect) for it in diff(old, new).changes]
    back = [
        (it.kind, it.id, it.old_id, mirror(it.change), mirror(it.effect))
        for it in diff(new, old).changes
    ]
    assert sorted(map(str, there)) == sorted(map(str, back))
    return there


def rules(*changes: tuple[str, str, str]) -> list[Shown]:
    return [
        ("rule", old or None, new or None, *_what(old, new, what)) for old, new, what in changes
    ]


def _what(old: str, new: str, effect: str) -> tuple[str, str]:
    return ("renamed" if effect == "neutral" else "reworded" if old and new else "removed"), effect


SHIFTED = rules(("rule-3", "rule-2", "neutral"), ("rule-4", "rule-3", "neutral"),
                ("rule-5", "rule-4", "neutral"), ("rule-2", "", "weaker"))  # fmt: skip


def test_a_rule_taken_out_of_the_middle_leaves_the_others_what_they_were() -> None:
    old, new = row(*TEXTS), row(TEXTS[0], *TEXTS[2:])
    assert entries(old, new) == SHIFTED
    gone = next(change for change in diff(old, new).changes if change.change == "removed")
    assert gone.notes == ("“rule-2” names another rule now: links to #rule-2 lead to that one.",)
    last = [change.notes for change in diff(old, new).changes if change.old_id == "rule-5"]
    assert last[0][0].startswith("No `retired` entry keeps “rule-5”")


def test_what_changed_besides_is_told() -> None:
    # Reworded on the way.
    slower = TEXTS[3].replace("two", "five")
    found = entries(row(*TEXTS), row(TEXTS[0], TEXTS[2], slower, TEXTS[4]))
    assert ("rule", "rule-4", "rule-3", "reworded", "weaker") in found
    assert ("rule", "rule-2", None, "removed", "weaker") in found
    # Turned round on the way, where nothing else is like it.
    record = "Staff may record a call."
    found = entries(row(*TEXTS), row(TEXTS[0], record, *TEXTS[3:]))
    assert [effect for *_, effect in found if effect != "neutral"] != []
    # Another rule in the place of the one that went.
    found = entries(row(*TEXTS), row("Sit down.", TEXTS[0], *TEXTS[2:]))
    assert ("rule", None, "rule-1", "added", "stronger") in found
    assert ("rule", "rule-2", None, "removed", "weaker") in found
    # Whom it binds, and how far it goes.
    listed = [{"id": f"rule-{at}", "text": text, "level": "must"}
              for at, text in enumerate(TEXTS, 1)]  # fmt: skip
    later = [{**one, "id": f"rule-{at}"} for at, one in enumerate(listed[1:], 1)]
    later[2]["level"] = "should"
    assert ("rule", "rule-4", "rule-3", "edited", "weaker") in entries(code(listed), code(later))


def test_ids_that_are_kept_keep_their_rules() -> None:
    # The words changed in their places: no row was counted anew.
    old, new = row(*TEXTS), row(*(text.replace("Staff must", "Staff should") for text in TEXTS))
    assert {one.change for one in diff(old, new).changes} == {"reworded"}
    # Names are no numbers, and numbers of two rows are not of one.
    swapped = code({"greet": TEXTS[0], "price": TEXTS[1]}), code({"greet": TEXTS[1],
                                                                 "price": TEXTS[0]})  # fmt: skip
    assert {one[3] for one in entries(*swapped)} == {"reworded"}
    crossed = code({"a-1": TEXTS[0], "b-1": TEXTS[1]}), code({"a-1": TEXTS[1], "b-1": TEXTS[0]})
    assert {one[3] for one in entries(*crossed)} == {"reworded"}


def test_a_number_that_was_given_to_another_rule_is_said() -> None:
    old, new = row(*TEXTS[:2]), row("Staff must smile at every guest.", TEXTS[1], TEXTS[0])
    assert [one for one in entries(old, new) if one[3] != "moved"] == [
        ("rule", "rule-1", "rule-3", "renamed", "neutral"),
        ("rule", None, "rule-1", "added", "stronger"),
    ]


def test_rules_put_in_another_order_and_counted_anew_have_moved() -> None:
    found = entries(row(*TEXTS[:3]), row(TEXTS[2], *TEXTS[:2]))
    assert {one[3] for one in found} == {"renamed", "moved"}
    assert {one[4] for one in found} == {"neutral"}
    # A rule that leans on the one before it stands behind another one now.
    lean = (*TEXTS[:2], "Then ask for a name.")
    found = entries(row(*lean), row(TEXTS[1], TEXTS[0], lean[2]))
    assert ("unknown") in {one[4] for one in found}
    found = entries(row(*lean), row(TEXTS[0], lean[2]))
    assert ("rule", "rule-2", None, "removed", "weaker") in found


STEPS = ("A talk", "A warning", "A ban for a day", "A ban for good")


def ladder(*thens: str, stem: str = "step-") -> Code:
    when = "Somebody breaks a rule."
    listed = [
        {"id": f"{stem}{at}", "name": then, "when": when, "then": f"The desk gives this: {then}."}
        for at, then in enumerate(thens, 1)
    ]
    return code({"greet": TEXTS[0]}, consequences=listed)


def test_a_step_taken_out_of_the_ladder_is_one() -> None:
    assert entries(ladder(*STEPS), ladder(STEPS[0], *STEPS[2:])) == [
        ("consequence", "step-3", "step-2", "renamed", "neutral"),
        ("consequence", "step-4", "step-3", "renamed", "neutral"),
        ("consequence", "step-2", None, "removed", "weaker"),
    ]
    # Steps that changed places follow on other breaches: not neutral.
    found = entries(ladder(*STEPS), ladder(STEPS[1], STEPS[0], *STEPS[2:]))
    assert "unknown" in {one[4] for one in found}
    # Other words in its place are no renumbering.
    found = entries(ladder(*STEPS), ladder(STEPS[0], "A letter", *STEPS[2:]))
    assert {one[3] for one in found} == {"edited"}


@pytest.mark.parametrize("numbered", [True, False])
def test_a_section_taken_out_of_the_middle_is_one(numbered: bool) -> None:
    def parts(*ats: int) -> Code:
        listed = [
            {"id": f"section-{place}", "title": f"Part {STEPS[at]}", "rules": [
                {"id": f"rule-{place}" if numbered else f"r-{at}", "text": TEXTS[at]}]}
            for place, at in enumerate(ats, 1)
        ]  # fmt: skip
        return code({}, sections=listed)

    found = entries(parts(0, 1, 2, 3), parts(0, 2, 3))
    assert [one for one in found if one[4] != "neutral"] == [
        ("rule", "rule-2" if numbered else "r-1", None, "removed", "weaker")
    ]
    assert {one[3] for one in found if one[0] == "section"} == {"renamed", "removed"}
    assert ("section", "section-2", None, "removed", "neutral") in found
