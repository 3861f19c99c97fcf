"""What left one place and stands in other words in another is read beside itself."""

from typing import Any

from codes import code
from conductkit.change import Change, mirror
from conductkit.diff import diff
from conductkit.model import Code


def told(old: Code, new: Code) -> list[Change]:
    """What is not neutral, after holding that the other way round mirrors."""
    there, back = diff(old, new).changes, diff(new, old).changes
    assert sorted(mirror(item.effect) for item in back) == sorted(item.effect for item in there)
    return [item for item in there if item.effect != "neutral"]


def section(text: str, *rules: str) -> dict[str, Any]:
    listed = [{"id": f"s{at}", "text": rule} for at, rule in enumerate(rules)]
    return {"id": "s", "title": "Part", "text": text, "rules": listed}


def test_a_ban_in_a_text_that_a_rule_allows_now_is_reversed() -> None:
    ban = "Members involved in a report must not take part in the decision about it."
    free = "Members involved in a report may take part in the decision about it."
    old = code({}, sections=[section(f"We meet here. {ban}", "Greet all.")])
    new = code({}, sections=[section("We meet here.", "Greet all.", free)])
    rule = next(item for item in told(old, new) if item.kind == "rule")
    assert (rule.effect, rule.confidence) == ("reversed", "low")
    assert rule.notes


def test_a_sanction_that_became_a_rule_did_not_go() -> None:
    gone = {"id": "ban", "name": "Ban", "then": "Three strikes will result in a temporary ban."}
    old = code({"greet": "Greet all."}, consequences=[gone])
    new = code({"greet": "Greet all.", "ban": "Three strikes may result in a temporary ban."})
    assert {(item.effect, item.confidence) for item in told(old, new)} == {("weaker", "low")}


def test_a_rule_that_went_beside_other_words_went() -> None:
    dogs = "Keep dogs on a lead in the yard."
    old = code({}, sections=[section("The yard is big.", "Greet all.", dogs)])
    new = code({}, sections=[section("The yard opens at noon in May.", "Greet all.")])
    assert ("weaker", "high") in {(item.effect, item.confidence) for item in told(old, new)}


def test_a_scope_whose_list_lost_a_place_is_weaker() -> None:
    places = "This code applies:\n\n- in the hall,\n- in other rooms when somebody speaks for us."
    old = code({"greet": "Greet all."}, scope=places)
    new = code({"greet": "Greet all."}, scope="This code applies in the hall.")
    assert [(item.effect, item.confidence) for item in told(old, new)] == [("weaker", "low")]
    less = "This code applies:\n\n- in the hall,\n- but not in other rooms."
    other = code({"greet": "Greet all."}, scope=less)
    assert [item.effect for item in told(other, new)] == ["unknown"]
