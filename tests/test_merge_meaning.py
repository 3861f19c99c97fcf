"""`merge`: which changes of one rule go together, and which a person must read first."""

from itertools import combinations
from typing import Any

import pytest

import casefiles
from conductkit.load import load_text
from conductkit.merge import Merged, merge

REPLY = """\
      - id: reply
        title: Letters
        text: Reply to letters within two days.
        level: must
        serves: [guests]
        values: [care]
        why: They wait.
        examples:
          good: [Send a card.]
        measures: [speed]
"""
BASE = f"""\
conduct: 1
id: desk
title: The desk
language: en
parties: [{{id: staff, name: Us}}, {{id: guests, name: Guests}}, {{id: cleaners, name: Others}}]
channels: [mail, phone]
binds: [staff]
values: [{{id: care, name: Care}}, {{id: calm, name: Calm}}]
catalogue: values
sections:
  - id: one
    title: Letters
    text: The desk answers.
    rules:
{REPLY}      - id: greet
        text: Greet each Guest by name.
  - id: two
    title: At the desk
    rules:
      - id: smile
        text: Smile.
# desk
  - id: three
    title: At the back
    binds: [cleaners]
    rules:
      - id: sweep
        text: Sweep the floor.
# back
measures: [{{id: speed, name: Speed}}]
"""
CASES = casefiles.read("merge", "fields")
EDITS: dict[str, list[list[str]]] = {case["name"]: case["edit"] for case in CASES}
DEMANDS = {case["name"] for case in CASES if case["demands"] == "true"}


def edited(*names: str) -> str:
    text = BASE
    for name in names:
        for old, new in EDITS[name]:
            text = swapped(text, old.replace("REPLY", REPLY), new.replace("REPLY", REPLY))
    return text


def swapped(text: str, old: str, new: str) -> str:
    assert old in text, old
    return text.replace(old, new, 1)


def both_ways(ours: str, theirs: str, base: str = BASE) -> Merged:
    """The merge; the other way round it must find the same."""
    made, turned = merge(base, ours, theirs), merge(base, theirs, ours)
    named = [sorted((item.what, item.meaning) for item in one.conflicts) for one in (made, turned)]
    assert named[0] == named[1]
    return made


def said(text: str) -> Any:
    code = load_text(text).code
    assert code is not None, text
    rules = {rule.id: (rule, getattr(code.section_of(rule), "id", "")) for rule in code.rules}
    return rules, [value.id for value in code.values]


@pytest.mark.parametrize(("one", "two"), list(combinations(EDITS, 2)))
def test_two_fields_of_one_rule(one: str, two: str) -> None:
    made = both_ways(edited(one), edited(two))
    if {one, two} <= DEMANDS:
        if {one, two} == {"deadline", "added sentence"}:  # both are the text
            assert [item.what for item in made.conflicts] == ["rule “reply”, text"]
            return
        (found,) = made.conflicts
        assert (found.what, found.meaning) == ("rule “reply”", True)
        assert found.ours
        assert found.theirs
    elif {"moved", "moved where others are bound"} == {one, two}:
        assert [item.what for item in made.conflicts] == ["rule “reply”"]
    elif one.startswith("why") and two.startswith("why"):
        assert [item.what for item in made.conflicts] in (["rule “reply”, why"], [])
    else:
        assert made.conflicts == ()
        mine = said(made.text)
        assert mine == said(merge(BASE, edited(two), edited(one)).text)


@pytest.mark.parametrize("name", EDITS)
def test_an_edit_that_both_sides_made(name: str) -> None:
    """Neither it nor what one side did besides is a conflict."""
    for other in EDITS:
        pair = edited(name), swapped(edited(name), "Sweep the floor", "Sweep the yard")
        assert both_ways(*pair).conflicts == (), other


def test_a_correction_with_a_reason_is_no_change_of_what_is_demanded() -> None:
    ours = swapped(
        swapped(BASE, "Reply to letters", "Reply to  letters"),
        "why: They wait.", "why: Staff must never keep a guest waiting.",
    )  # fmt: skip
    assert both_ways(ours, edited("level")).conflicts == ()


# ── what is said of all rules ─────────────────────────────────────────────────────────────────


def noted(old: str, new: str, *names: str, base: str = BASE) -> tuple[str, ...]:
    """The notes of a merge of one change of the code with changes of a rule; it has no conflict."""
    theirs = base
    for name in names:
        for before, after in EDITS[name]:
            theirs = swapped(theirs, before, after)
    made = both_ways(swapped(base, old, new), theirs, base)
    assert made.conflicts == ()
    return made.notes


SCOPE = swapped(BASE, "parties:", "scope: All who work at the desk.\nstatus: draft\nparties:")


def test_scope_and_a_rule_merge_and_are_to_be_read() -> None:
    wider = ("work at the desk", "work at the desk or clean it")
    (note,) = noted(*wider, "deadline", base=SCOPE)
    assert note == (
        "ours changed scope of the code, and theirs rule “reply”, for which that holds too. Read"
        " them together."
    )
    (note,) = noted("status: draft", "status: active", "level", base=SCOPE)
    assert note.startswith("ours changed status of the code, and theirs rule “reply”")
    assert noted(*wider, "title", base=SCOPE) == ()
    assert noted("All who work", "All  who work", "deadline", base=SCOPE) == ()


def test_whom_the_code_binds_and_a_rule() -> None:
    wider = ("binds: [staff]\n", "binds: [staff, cleaners]\n")
    (note,) = noted(*wider, "deadline")
    assert note.startswith("ours changed binds of the code, and theirs rule “reply”")
    assert noted(*wider, "why") == ()


def test_the_text_of_a_section_and_a_rule_in_it() -> None:
    said = ("The desk answers.", "The desk answers at its own choice.")
    (note,) = noted(*said, "deadline")
    assert note.startswith("ours changed text of section “one”, and theirs rule “reply”")
    made = both_ways(swapped(BASE, *said), swapped(BASE, "Sweep the floor", "Never sweep"))
    assert made == Merged(swapped(swapped(BASE, *said), "Sweep the floor", "Never sweep"))


# ── terms ─────────────────────────────────────────────────────────────────────────────────────

GUEST = "terms:\n  - {term: Guest, text: Who stays.}\n"
TERM = swapped(BASE, "measures: [{", GUEST + "measures: [{")
SEAT = ("Greet each Guest by name.", "Greet each Guest by name, and seat each Guest.")


@pytest.mark.parametrize(
    ("base", "side", "did"),
    [
        (TERM, ("Who stays", "Who pays"), "defined “Guest” anew"),
        (TERM, (GUEST, ""), "took out what “Guest” means"),
        (TERM, ("term: Guest", "term: Visitor"), "gave the term “Guest” another name"),
        (BASE, ("measures: [{", "terms: [{term: Guest, text: Who pays.}]\nmeasures: [{"),
         "defined “Guest”"),
    ],
)  # fmt: skip
def test_a_term_and_a_rule_that_uses_it(base: str, side: tuple[str, str], did: str) -> None:
    made = both_ways(swapped(base, *side), swapped(base, *SEAT), base)
    (found,) = made.conflicts
    assert (found.what, found.meaning) == ("rule “greet”", True)
    assert found.why == f"ours {did}, theirs changed this rule, which uses it"
    # A rule that uses no such word, and one that was reworded to the same effect, go with it.
    other = swapped(base, "Sweep the floor", "Sweep the yard")
    assert both_ways(swapped(base, *side), other, base).conflicts == ()


def test_a_term_corrected_is_no_other_term() -> None:
    made = both_ways(swapped(TERM, "Who stays", "Who  stays"), swapped(TERM, *SEAT), TERM)
    assert made.conflicts == ()


# ── sections that one side takes out ──────────────────────────────────────────────────────────


def test_rules_that_went_where_the_other_side_leaves_no_section() -> None:
    """Theirs moves all rules into a section that ours took out, ours changes one of them."""
    empty = swapped(BASE, "# desk\n", "  - id: four\n    title: Out\n    rules: []\n# desk\n")
    ours = swapped(BASE, "each Guest", "every Guest")
    start, end = empty.index("  - id: one"), empty.index("  - id: two")
    inside = empty[start:end].split("    rules:\n")[1]
    theirs = swapped(empty[:start] + empty[end:], "    rules: []\n", f"    rules:\n{inside}")
    for sides, who in (((ours, theirs), "ours"), ((theirs, ours), "theirs")):
        made = merge(empty, *sides)
        assert made == Merged(
            swapped(theirs, "each Guest", "every Guest"),
            (),
            (f"section “four”, which {who} took out, stays: rules stand in it.",),
        )


def test_a_new_rule_in_a_section_that_the_other_side_took_out() -> None:
    start, end = BASE.index("  - id: two"), BASE.index("# desk")
    ours = BASE[:start] + BASE[end:]
    theirs = swapped(BASE, "# desk\n", "      - id: listen\n        text: Listen.\n# desk\n")
    made = both_ways(ours, theirs)
    assert [item.what for item in made.conflicts] == ["section “two”"]
    assert "text: Listen." in made.text


ROW = ("Greet all.", "Show the price.", "Reply within two days.", "Keep the hall clean.", "Smile.")


def counted(*texts: str) -> str:
    head = "conduct: 1\nid: desk\ntitle: The desk\nlanguage: en\nrules:\n"
    rules = [f"  - id: rule-{at}\n    text: {text}\n" for at, text in enumerate(texts, 1)]
    return head + "".join(rules)


def test_a_row_counted_anew_and_a_rule_taken_out_are_for_a_person() -> None:
    anew = counted(ROW[0], *ROW[2:])
    for theirs in (counted(*ROW[:4]), counted(*ROW[:2], *ROW[3:])):
        merged = both_ways(anew, theirs, base=counted(*ROW))
        (conflict,) = merged.conflicts
        assert "counted its rules anew" in conflict.why
        assert all(text in merged.text for text in ROW)
    # Where no rule of the row went on the other side, ids do.
    more = both_ways(anew, counted(*ROW, "Sit down."), base=counted(*ROW))
    assert not more.conflicts
    code = load_text(more.text).code
    assert code is not None
    assert [rule.text for rule in code.rules] == [ROW[0], *ROW[2:], "Sit down."]
    # Rules that were only reworded in their places were not counted anew.
    plain = both_ways(counted("Greet all of them.", *ROW[1:]), counted(*ROW[:4]),
                      base=counted(*ROW))  # fmt: skip
    assert not plain.conflicts
