"""One cause, one entry: what a maintainer did once is said once, in either direction."""

from typing import Any

import pytest

from codes import code
from conductkit.change import mirror
from conductkit.changelog import lines
from conductkit.diff import came, diff, went
from conductkit.model import Code
from conductkit.reports import html, json, markdown, text

RULES = {
    "greet": "Greet every customer.",
    "price": "Show the full price.",
    "calls": "Never record a call.",
    "reply": "Reply within two days.",
}


def entries(old: Code, new: Code) -> list[tuple[str, str, str, str]]:
    """Kind, field, change and effect of each entry, after holding that both ways mirror."""
    there, back = (
        [(item.kind, item.field, item.change, item.effect) for item in diff(*sides).changes]
        for sides in ((old, new), (new, old))
    )
    turned = [(kind, field, mirror(change), mirror(effect)) for kind, field, change, effect in back]
    assert sorted(turned) == sorted(there)
    return there


def sections(*parts: tuple[str, dict[str, str]], **more: dict[str, Any]) -> Code:
    """A code of sections: id and rules; `more` adds to a section by its id."""
    listed = [
        {
            "id": id, "title": f"About {id}", **more.get(id, {}),
            "rules": [{"id": key, "text": words} for key, words in rules.items()],
        }
        for id, rules in parts
    ]  # fmt: skip
    return code({}, sections=listed)


def reports(old: Code, new: Code) -> list[str]:
    result = diff(old, new)
    return [form.changes(result, False) for form in (text, markdown, json, html)]


VALUE: dict[str, Any] = {"values": [{"id": "care", "name": "Care"}]}
SIDES: dict[str, Any] = {
    "parties": [{"id": "staff", "name": "Staff"}, {"id": "guests", "name": "Guests"}],
    "channels": ["phone", "email"],
}


def test_every_rule_removed_is_said_as_that() -> None:
    part = {
        "id": "desk", "title": "The desk", "text": "Staff must smile.", "channels": ["phone"],
        "binds": ["staff"], "serves": ["guests"],
        "rules": [{"id": key, "text": words} for key, words in RULES.items()],
    }  # fmt: skip
    old, new = code({}, sections=[part], **VALUE, **SIDES), code({}, **VALUE, **SIDES)
    assert entries(old, new) == [("code", "rules", "removed", "weaker")]
    for report in reports(old, new)[:2]:
        assert "every rule removed" in report
        assert "section" not in report
        assert "serves removed" not in report
    (gone,), (came_,) = diff(old, new).changes, diff(new, old).changes
    assert gone.rules == came_.rules == tuple(RULES)
    assert (gone.old, gone.new, came_.old, came_.new) == ("4 rules", None, None, "4 rules")
    assert (gone.binds, gone.serves) == (("staff",), ("guests",))
    names = ", ".join(f"“{name}”" for name in RULES)
    assert lines(old, new, diff(old, new)) == [f"4 rules are removed: {names}."]
    assert lines(new, old, diff(new, old)) == [f"4 new rules: {names}."]
    assert diff(old, new).required_bump("case") == "major"
    assert diff(new, old).required_bump("case") == "minor"


def test_of_one_rule_it_is_said_in_the_singular() -> None:
    old, new = code({"greet": RULES["greet"]}, **VALUE), code({}, **VALUE)
    assert diff(old, new).changes[0].old == "1 rule"


def test_not_every_rule_is_removed_where_one_stays_or_stands_elsewhere() -> None:
    kept = code({"greet": RULES["greet"]}, **VALUE)
    assert entries(code(RULES, **VALUE), kept) == [("rule", "", "removed", "weaker")] * 3
    # The words of one still stand in a section's text: not all is gone.
    says = "Anyone asked to stop is expected to comply at once."
    rules = [{"id": "stop", "text": says}, {"id": "greet", "text": RULES["greet"]}]
    old = code({}, sections=[{"id": "s", "title": "Part", "rules": rules}], **VALUE)
    new = code({}, sections=[{"id": "s", "title": "Part", "text": says}], **VALUE)
    assert ("rule", "", "removed", "weaker") in entries(old, new)


def test_only_freedoms_that_went_are_no_weaker_code() -> None:
    free = {"tips": "Staff may keep tips.", "pets": "Staff may bring pets."}
    more = {**VALUE, **SIDES, "binds": ["staff"]}
    found = entries(code(free, **more), code({}, **more))
    assert found == [("code", "rules", "removed", "stronger")]


def test_sections_in_another_order_are_one_entry() -> None:
    parts = [("a", {"greet": RULES["greet"], "price": RULES["price"]}),
             ("b", {"calls": RULES["calls"]}), ("c", {"reply": RULES["reply"]})]  # fmt: skip
    old, new = sections(*parts), sections(*parts[::-1])
    assert entries(old, new) == [("code", "sections", "moved", "neutral")]
    (change,) = diff(old, new).changes
    assert (change.old, change.new) == ("a, b, c", "c, b, a")
    assert "in another order: sections" in reports(old, new)[0]
    assert lines(old, new, diff(old, new)) == ["Details that bind nobody: sections."]
    # A section that came between them reorders nothing.
    more = sections(parts[0], ("d", {"more": "Sit down."}), *parts[1:])
    assert not [one for one in entries(old, more) if one[2] == "moved"]


def test_a_rule_that_left_its_section_moved_beside_them() -> None:
    a = {"greet": RULES["greet"], "price": RULES["price"], "calls": RULES["calls"]}
    old = sections(("a", a), ("b", {"reply": RULES["reply"]}))
    new = sections(("b", {"reply": RULES["reply"], "greet": a.pop("greet")}), ("a", a))
    assert sorted(one[:3] for one in entries(old, new)) == [
        ("code", "sections", "moved"), ("rule", "", "moved")
    ]  # fmt: skip
    turned = sections(("a", dict(reversed(a.items()))), ("b", {"reply": RULES["reply"]}))
    straight = sections(("a", a), ("b", {"reply": RULES["reply"]}))
    assert entries(straight, turned) == [("rule", "", "moved", "neutral")]


def test_an_order_on_which_a_rule_leans_is_not_neutral() -> None:
    parts = [("a", {"greet": RULES["greet"]}), ("b", {"then": "Then ask for a name."}),
             ("c", {"reply": RULES["reply"]})]  # fmt: skip
    found = entries(sections(*parts), sections(parts[2], parts[0], parts[1]))
    assert found == [("code", "sections", "moved", "neutral")]  # it still follows on “greet”
    found = entries(sections(*parts), sections(parts[0], parts[2], parts[1]))
    assert found == [("code", "sections", "moved", "unknown")]


def test_rules_put_under_another_heading_are_one_entry_for_each_heading() -> None:
    a = {"greet": RULES["greet"], "price": RULES["price"]}
    b = {"reply": RULES["reply"], "calls": RULES["calls"]}
    old = sections(("a", {**a, **b}), a={"title": "Never"})
    new = sections(("a", b), ("a2", a), a={"title": "Never"}, a2={"title": "Tips"})
    found = entries(old, new)
    assert [one for one in found if one[3] != "neutral"] == [("rule", "", "moved", "unknown")] * 2
    assert "2 rules moved" in reports(old, new)[0]
    assert "From under “Never” to under “Tips”." in reports(old, new)[0]


def test_a_translation_says_what_it_translates() -> None:
    source = {"id": "ours", "version": "1.0.0"}
    pt = code({"dar": "Dê bom-dia."}, language="pt", translation_of=source)
    for whole, change in ((came(pt), "added"), (went(pt), "removed")):
        (only,) = whole.changes
        assert (only.kind, only.change, only.effect) == ("code", change, "unknown")
        assert only.notes[0].startswith("It is the translation of “ours” 1.0.0 into “pt”")
        for form in (text, markdown, json, html):
            shown = form.changes(whole, False)
            assert "translation of “ours” 1.0.0" in shown
            assert "🟢" not in shown
    plain = code({"dar": "Dê bom-dia."}, language="pt")
    assert [came(plain).changes[0].effect, went(plain).changes[0].effect] == ["stronger", "weaker"]


TWO = [("reworded", "weaker"), ("edited", "weaker")]


@pytest.mark.parametrize(
    ("after", "level", "found"),
    [
        ("Staff should greet every customer.", "should", [("reworded", "weaker")]),
        ("Staff may greet every customer.", "may", [("reworded", "weaker")]),
        # A level that does not go with its words is told for itself.
        ("Staff must greet every customer.", "should", [("edited", "weaker")]),
        ("Staff must greet most customers.", "should", TWO),
        ("Staff should greet every customer.", "may", TWO),
    ],
)  # fmt: skip
def test_a_level_that_went_with_its_words_is_no_second_entry(
    after: str, level: str, found: list[tuple[str, str]]
) -> None:
    old, new = (
        code([{"id": "greet", "text": words, "level": said}])
        for words, said in (("Staff must greet every customer.", "must"), (after, level))
    )
    assert [(change, effect) for _, _, change, effect in entries(old, new)] == found
    if len(found) == 1:
        assert "level" in diff(old, new).changes[0].axes
