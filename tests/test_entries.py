"""What reports tell as one: a section with its rules, folded sections, lists, channels, ids."""

import json as json_
from typing import Any

import pytest

from codes import code
from conductkit.change import mirror
from conductkit.changelog import amended, lines
from conductkit.diff import diff
from conductkit.model import Code
from conductkit.reports import github, html, json, markdown, text
from conductkit.reports._entries import sections as told
from conductkit.reports._entry import Entry

RULES = {
    "greet": "Staff must greet every customer.",
    "price": "Staff must show the full price.",
    "calls": "Staff must never record a call.",
    "reply": "Staff must reply within two days.",
}
FORMS = (text, markdown, json, html, github)


def entries(old: Code, new: Code) -> list[Entry]:
    """The entries, after holding that both ways mirror and that each change is in one of them."""
    sides = []
    for one, two in ((old, new), (new, old)):
        result = diff(one, two)
        found = [entry for section in told(result) for entry in section.entries]
        assert sorted(map(id, result.changes)) == sorted(
            id(change) for entry in found for change in entry.members
        )
        for form in FORMS:
            assert form.changes(result, False) or form is github
        numbers = [one["entry"] for one in json_.loads(json.changes(result, False))["changes"]]
        assert len(set(numbers)) == len(found)
        sides.append(found)
    there, back = (sorted(map(_short, side)) for side in sides)
    assert there == sorted(
        (kind, field, mirror(change), mirror(effect), number)
        for kind, field, change, effect, number in back
    )
    return sides[0]


def _short(entry: Entry) -> tuple[str, str, str, str, int]:
    one = entry.change
    return one.kind, one.field, one.change, one.effect, len(entry.members)


def short(old: Code, new: Code) -> list[tuple[str, str, str, int]]:
    return [
        (one.kind, one.field or one.change, one.effect, number)
        for one, number in ((entry.change, len(entry.members)) for entry in entries(old, new))
    ]


def parts(*listed: tuple[str, list[str]], **more: Any) -> Code:
    """A code of sections with these rules; `more` adds to a section by its id, or to the code."""
    sections = [
        {"id": id, "title": f"About {id}", **more.pop(id, {}),
         "rules": [{"id": name, "text": RULES.get(name, f"Staff must mind the {name}.")}
                   for name in names]}
        for id, names in listed
    ]  # fmt: skip
    return code({}, sections=sections, **more)


BASE = (("a", ["greet", "price"]), ("b", ["calls", "reply"]), ("c", ["door"]))


def test_a_section_that_went_with_its_rules_is_one_entry() -> None:
    old, new = parts(*BASE), parts(BASE[0], BASE[2])
    assert short(old, new) == [("section", "removed", "weaker", 3)]
    (entry,) = entries(old, new)
    assert entry.change.rules == ("calls", "reply")
    shown = text.changes(diff(old, new), False)
    assert "b  section removed with its 2 rules" in shown
    assert shown.count("`retired` entry") == 1
    for rule in ("calls", "reply"):
        assert RULES[rule] in " ".join(shown.split())
    assert "section added with its 2 rules" in markdown.changes(diff(new, old), False)
    assert lines(old, new, diff(old, new)) == [
        "Section “About b” is removed with its rules: “calls”, “reply”."
    ]
    assert lines(new, old, diff(new, old)) == [
        "New section “About b” with its rules: “calls”, “reply”."
    ]
    assert diff(old, new).required_bump("case") == "major"
    one = parts(BASE[0], BASE[1])
    assert "with its rule\n" in text.changes(diff(parts(*BASE), one), False)


def test_what_did_not_go_with_its_section_is_told_for_itself() -> None:
    # One of its rules stands elsewhere now.
    moved = short(parts(*BASE), parts(("a", ["greet", "price", "reply"]), BASE[2]))
    assert ("section", "removed", "weaker", 2) in moved
    assert ("rule", "moved", "neutral", 1) in moved
    # Rules of another section went, too.
    both = short(parts(*BASE), parts(("a", ["greet"]), BASE[2]))
    assert sorted(both) == [("rule", "removed", "weaker", 1), ("section", "removed", "weaker", 3)]
    # A rule that stayed became weaker.
    listed = parts(BASE[0], BASE[2])
    softer = parts(("a", ["greet", "price"]), BASE[2],
                   a={"text": "Staff may leave the price out."})  # fmt: skip
    assert len(short(parts(*BASE), softer)) > len(short(parts(*BASE), listed))
    # A section that went while its rules stayed took no rule with it.
    stayed = parts(("a", ["greet", "price", "calls", "reply"]), BASE[2])
    assert short(parts(*BASE), stayed) == [("section", "merged", "neutral", 3)]


@pytest.mark.parametrize("retired", [["calls"], ["calls", "reply"]])
def test_rules_that_are_kept_as_retired_are_not_asked_for(retired: list[str]) -> None:
    kept = [{"id": name, "in": "2.0.0", "reason": "Nobody calls."} for name in retired]
    old, new = parts(*BASE), parts(BASE[0], BASE[2], retired=kept)
    (entry,) = (one for one in entries(old, new) if one.change.kind == "section")
    assert len(entry.members) == 3
    assert len(entry.change.notes) == 2 - len(retired)


def test_sections_folded_into_one_are_one_entry() -> None:
    folded = ("a", ["greet", "price", "calls", "reply", "door"])
    old, new = parts(*BASE), parts(folded)
    assert short(old, new) == [("section", "merged", "neutral", 5)]
    assert "section merged: b, c → a" in text.changes(diff(old, new), False)
    assert "section split: a → b, c" in text.changes(diff(new, old), False)
    # Into one that was not there before.
    fresh = short(old, parts(("z", folded[1])))
    assert [one for one in fresh if one[0] == "section"] == [("section", "merged", "neutral", 9)]
    # What a section said of all its rules went with it: to be read, in the same entry.
    spoken = parts(*BASE, b={"text": "This holds on workdays only."})
    (entry,) = entries(spoken, new)
    assert (entry.change.change, entry.change.effect) == ("merged", "unknown")
    assert "workdays" in (entry.change.old or "")
    assert lines(spoken, new, diff(spoken, new)) == [
        "Section “About a” takes in what stood in other sections: “About b”, “About c”."
    ]
    # No sections any more.
    flat = code({name: RULES.get(name, "Staff must mind the door.") for name in folded[1]})
    (entry,) = entries(spoken, flat)
    assert (entry.change.field, entry.change.change) == ("sections", "removed")


def test_a_section_taken_out_of_rows_that_count_is_no_fold() -> None:
    def counted(*ats: int) -> Code:
        texts = list(RULES.values())
        return code({}, sections=[
            {"id": f"section-{place}", "title": f"Part {at}",
             "rules": [{"id": f"rule-{place}", "text": texts[at]}]}
            for place, at in enumerate(ats, 1)
        ])  # fmt: skip

    found = short(counted(0, 1, 2, 3), counted(0, 2, 3))
    assert ("section", "removed", "weaker", 2) in found
    assert not [one for one in found if one[1] in ("merged", "split")]


def test_where_a_rule_moved_from_is_known_by_its_old_id() -> None:
    def counted(*homes: tuple[str, list[str]]) -> Code:
        at = 0
        sections: list[dict[str, Any]] = []
        for id, names in homes:
            rules = []
            for name in names:
                at += 1
                rules.append({"id": f"rule-{at}", "text": RULES[name]})
            sections.append({"id": id, "title": f"Part {id}", "rules": rules})
        return code({}, sections=sections)

    old = counted(("a", ["greet", "price"]), ("b", ["calls"]), ("c", ["reply"]))
    new = counted(("a", ["price"]), ("b", ["calls"]), ("c", ["greet", "reply"]))
    assert "moved from a to c: rule-3" in text.changes(diff(old, new), False)


def test_a_rule_that_changed_in_the_fold_has_its_own_entry() -> None:
    folded = parts(("a", ["greet", "price", "calls", "reply", "door"]))
    whom = {"parties": [{"id": "staff", "name": "Staff"}, {"id": "boss", "name": "Boss"}]}
    bound = parts(*BASE, b={"binds": ["boss"]}, **whom, binds=["staff"])
    loose = parts(("a", ["greet", "price", "calls", "reply", "door"]), **whom, binds=["staff"])
    found = short(bound, loose)
    assert any(one[1] == "binds" and one[2] == "unknown" for one in found)
    slower = [{"id": "reply", "text": "Staff must reply within five days."}]
    less = code({}, sections=[{"id": "a", "title": "About a", "rules": [
        {"id": name, "text": RULES.get(name, "Staff must mind the door.")}
        for name in ("greet", "price", "calls", "door")] + slower}])  # fmt: skip
    found = short(parts(*BASE), less)
    assert ("rule", "reworded", "weaker", 1) in found
    assert ("section", "merged", "neutral", 5) in found
    # Under a heading that turns what stands below it nothing is folded away.
    never = parts(("a", ["greet", "price", "calls", "reply", "door"]), a={"title": "Never"})
    old = parts(*BASE, a={"title": "Never"})
    assert any(one[2] != "neutral" for one in short(old, never))
    assert folded


def test_ids_that_nothing_keeps_are_said_once() -> None:
    old, new = code(RULES), code({"greet": RULES["greet"]})
    for form in (text, markdown, html):
        shown = form.changes(diff(old, new), False)
        assert shown.count("keeps") == 1, form
        assert "“calls”" in shown
    kept = [{"id": "price", "in": "2.0.0", "reason": "Free now."}]
    (note,) = (
        note for section in told(diff(old, code({"greet": RULES["greet"]}, retired=kept)))
        for entry in section.loud for note in entry.change.notes
    )  # fmt: skip
    assert "“calls”, “reply”" in note
    assert "“price”" not in note


def test_a_section_whose_text_bound_more_than_its_rules_hides_nothing() -> None:
    limit = {"text": "Nobody has to reply at night."}
    found = short(parts(*BASE, b=limit), parts(BASE[0], BASE[2]))
    alone = short(parts(BASE[0], ("b", []), BASE[2], b=limit), parts(BASE[0], ("b", []), BASE[2]))
    assert alone[0][2] in ("stronger", "unknown", "weaker")
    (effect,) = (one[2] for one in found)
    assert effect == ("mixed" if alone[0][2] == "stronger" else "weaker")


STEPS = [{"id": f"s{at}", "name": f"Step {at}", "when": "A rule is broken.",
          "then": f"The desk gives warning {at}."} for at in range(3)]  # fmt: skip


def test_a_list_that_went_is_one_entry() -> None:
    old, new = code(RULES, consequences=STEPS), code(RULES)
    assert short(old, new) == [("code", "consequences", "weaker", 3)]
    assert "consequences removed" in text.changes(diff(old, new), False)
    assert lines(old, new, diff(old, new)) == ["Removed: consequences."]
    # One that stays, or one of one, is told by its name.
    assert (
        short(old, code(RULES, consequences=STEPS[:1]))
        == [("consequence", "removed", "weaker", 1)] * 2
    )
    assert short(code(RULES, consequences=STEPS[:1]), new) == [
        ("consequence", "removed", "weaker", 1)
    ]


def channelled(named: dict[str, list[str]], *own: str) -> Code:
    return code(
        [{"id": key, "text": words, **({"channels": named[key]} if key in named else {})}
         for key, words in RULES.items()],
        channels=list(own),
    )  # fmt: skip


def test_a_channel_dropped_from_code_and_rules_is_one_entry() -> None:
    old = channelled({"greet": ["desk", "chat"], "calls": ["chat", "phone"]}, "desk", "phone",
                     "chat")  # fmt: skip
    new = channelled({"greet": ["desk"], "calls": ["phone"]}, "desk", "phone")
    assert short(old, new) == [("code", "channels", "weaker", 3)]
    shown = text.changes(diff(old, new), False)
    assert "the code and 2 rules: channels edited" in shown
    assert "[-chat-]" in shown
    # A rule that lost its only one holds everywhere now; one that lost another is another cause.
    only = channelled({"greet": ["chat"], "calls": ["chat", "phone"]}, "desk", "phone", "chat")
    everywhere = channelled({"calls": ["phone"]}, "desk", "phone")
    assert sorted(short(only, everywhere)) == [
        ("code", "channels", "weaker", 2), ("rule", "channels", "unknown", 1)
    ]  # fmt: skip
    other = channelled({"greet": ["chat", "desk"], "calls": ["chat"]}, "desk", "phone", "chat")
    assert len(short(old, other)) == 1
    mixed = channelled({"greet": ["desk"], "calls": ["chat"]}, "desk", "phone", "chat")
    assert sorted(short(old, mixed)) == [("rule", "channels", "weaker", 1)] * 2


def test_rules_with_other_ids_are_one_entry_with_one_note() -> None:
    old = code(RULES)
    new = code({key if key == "reply" else f"{key}-all": words for key, words in RULES.items()})
    (entry,) = entries(old, new)
    assert len(entry.members) == 3
    assert len(entry.notes) == 1
    assert "“greet”, “price”, “calls”" in entry.notes[0]
    shown = text.changes(diff(old, new), False)
    assert "3 rules renamed" in shown
    assert shown.count("→ No `retired`") == 1
    for form in (text, markdown, html):
        assert "greet → greet-all" in " ".join(form.changes(diff(old, new), False).split())
    for form in FORMS:
        assert "greet" in form.changes(diff(old, new), False) or form is github


def test_titles_that_all_rules_got_are_one_entry() -> None:
    def titled(*titles: str) -> Code:
        return code([
            {"id": key, "text": words, **({"title": title} if title else {})}
            for (key, words), title in zip(RULES.items(), titles, strict=True)
        ])  # fmt: skip

    none, all_ = titled("", "", "", ""), titled("Welcome", "Cost", "Phone", "Mail")
    (entry,) = (one for one in entries(none, all_) if one.change.effect != "neutral")
    assert len(entry.members) >= 3
    assert "output-format html" in text.changes(diff(none, all_), False)
    # A few with words of their own are told by them.
    assert len(entries(none, titled("Welcome", "Cost", "", ""))) == 2
    assert len(entries(all_, titled("Hello", "Price", "Calls", "Letters"))) == 4


@pytest.mark.parametrize("language", ["en", "fr", "es", "pt", "nl"])
def test_our_lines_on_sections_are_known_again(language: str) -> None:
    old, new = parts(*BASE, language=language), parts(BASE[0], BASE[2], language=language)
    said = lines(old, new, diff(old, new))
    assert amended(said, ["Something else."], [], language) == ["Something else."]
    assert len(said) == 1


def test_rules_that_moved_under_a_heading_that_may_turn_them_are_said_to_have_moved() -> None:
    old = parts(("a", ["greet", "price", "calls"]), a={"title": "Never"})
    new = parts(("a", ["calls"]), ("b", ["greet", "price"]), a={"title": "Never"})
    assert "Moved: “greet”, “price”." in lines(old, new, diff(old, new))


def test_steps_in_another_order_are_one_entry() -> None:
    old, new = code(RULES, consequences=STEPS), code(RULES, consequences=STEPS[::-1])
    assert short(old, new) == [("consequence", "moved", "unknown", 2)]
    assert "mildest" in text.changes(diff(old, new), False)


def test_headings_of_all_sections_reworded_are_one_entry() -> None:
    many = tuple((f"s{at}", [f"door-{at}"]) for at in range(9))
    new = {f"s{at}": {"title": f"What we ask of guest {at}"} for at in range(9)}
    found = [one for one in short(parts(*many), parts(*many, **new)) if one[2] != "neutral"]
    assert found == [("section", "title", "unknown", 9)]


def test_whom_sections_bind_that_their_rules_say_now_is_neutral() -> None:
    named = [{"id": "staff", "name": "Staff"}, {"id": "boss", "name": "Boss"}]
    whom: dict[str, Any] = {"parties": named}

    def held(*, by_rules: bool, boss: str = "", text: str = "") -> Code:
        rules = [
            {"id": key, "text": words,
             **({"binds": ["boss" if key == boss else "staff"]} if by_rules else {})}
            for key, words in RULES.items()
        ]  # fmt: skip
        part = {"id": "a", "title": "Desk", "rules": rules, **({"text": text} if text else {}),
                **({} if by_rules else {"binds": ["staff"]})}  # fmt: skip
        return code({}, sections=[part], **whom)

    section, rules = held(by_rules=False), held(by_rules=True)
    assert short(section, rules) == [("section", "binds", "neutral", 1)]
    # Another one is bound by a rule; the section says something that bound the same ones.
    assert any(one[2] == "unknown" for one in short(section, held(by_rules=True, boss="calls")))
    spoken = held(by_rules=False, text="Be there."), held(by_rules=True, text="Be there.")
    assert any(one[2] == "unknown" for one in short(*spoken))
