"""`merge`: what a person must decide, and how it is told and marked."""

import pytest

from conductkit.merge import Conflict, Style, merge
from merge_base import BASE, GREET, REPLY, TRICK, clean, conflicts, edit


def test_one_field_changed_on_both_sides() -> None:
    ours, theirs = edit(("two days", "three days")), edit(("two days", "one day"))
    made = merge(BASE, ours, theirs, Style("HEAD", "base", "topic", 9))
    assert made.conflicts == (
        Conflict(
            "rule “reply”, text", "both sides changed it", "Reply to letters within three days.",
            "Reply to letters within one day.",
        ),
    )  # fmt: skip
    line = "    text: Reply to letters within {} days.\n"
    marked = (
        "<<<<<<<<< HEAD: rule “reply”, text: both sides changed it\n" + line.format("three")
        + "=========\n" + line.format("one").replace("days", "day")
        + ">>>>>>>>> topic: rule “reply”, text\n"
    )  # fmt: skip
    assert made.text == edit((line.format("two"), marked))


def test_marks_with_the_base() -> None:
    ours, theirs = edit(("two days", "three days")), edit(("two days", "one day"))
    made = merge(BASE, ours, theirs, Style(with_base=True))
    line = "    text: Reply to letters within {}.\n"
    between = f"||||||| base\n{line.format('two days')}=======\n{line.format('one day')}>>>>>>>"
    assert line.format("three days") + between in made.text


def test_taken_out_and_changed() -> None:
    made = merge(BASE, edit((REPLY + "\n", "")), edit(("two days", "one day")))
    assert [item.what for item in made.conflicts] == ["rule “reply”"]
    assert made.conflicts[0].why == "ours took it out, theirs changed it"
    assert (
        "=======\n  # about letters\n  - id: reply\n    text: Reply to letters within one"
        in made.text
    )


def test_two_rules_with_one_id() -> None:
    one, two = (
        edit(("# the end", f"  - id: smile\n    text: {words}\n# the end"))
        for words in ("Smile.", "Never smile.")
    )
    assert conflicts(one, two) == [("rule “smile”", False)]


@pytest.mark.parametrize(
    "theirs",
    [
        ("level: must ", "level: should "),
        ("values: [care]\n", "values: [care]\n    binds: [guests]\n"),
        ("values: [care]\n", "values: [care]\n    channels: [mail]\n"),
    ],
)
def test_one_duty_changed_from_two_sides(theirs: tuple[str, str]) -> None:
    """Clean as text; the deadline and who, how strongly or where it binds changed together."""
    ours = edit(("two days", "five days"))
    for first, second in ((ours, edit(theirs)), (edit(theirs), ours)):
        made = merge(BASE, first, second)
        (found,) = made.conflicts
        assert (found.what, found.meaning) == ("rule “reply”", True)
        assert "two days" in found.ours + found.theirs
        assert found.ours
        assert found.theirs
        assert made.text.count("<<<<<<< ") == 1
        assert "  # about letters\n<<<<<<< ours: rule “reply”: both sides changed" in made.text


def test_a_correction_beside_a_change_of_duty_is_none() -> None:
    one, two = ("Reply to letters", "Reply to  letters"), ("level: must ", "level: should ")
    assert clean(edit(one), edit(two)) == edit(one, two)


TERMS = "terms:\n  - term: Guest\n    text: Who stays with us.\n# the end"


def test_a_term_defined_anew_and_a_rule_that_uses_it() -> None:
    base = edit(("# the end", TERMS))
    anew = edit(("Who stays with us", "Who pays"), text=base)
    uses = edit(
        ("'Greet each Guest by name.'", "Greet each Guest by name within a minute."), text=base
    )
    for ours, theirs in ((anew, uses), (uses, anew)):
        made = merge(base, ours, theirs)
        (found,) = made.conflicts
        assert (found.what, found.meaning) == ("rule “greet”", True)
        assert "defined “Guest” anew" in found.why
        assert "Who pays" in found.ours + found.theirs
        assert "within a minute" in found.ours + found.theirs
    # A rule that uses no such word is nobody's business, nor is one that only got a new value.
    assert clean(anew, edit(("two days", "one day"), text=base), base)
    tagged = edit(("by name.'", "by name.'\n    values: [care]"), text=base)
    assert clean(anew, tagged, base) == edit(("Who stays with us", "Who pays"), text=tagged)


def test_what_does_not_go_together_is_no_clean_merge() -> None:
    """One side drops a value, the other adds a rule that serves it."""
    base = edit(("Care\n", "Care\n  - id: calm\n    name: Calm\n"))
    ours = edit(("  - id: calm\n    name: Calm\n", ""), text=base)
    theirs = edit(
        ("# the end", "  - id: smile\n    text: Smile.\n    values: [calm]\n# the end"), text=base
    )
    made = merge(base, ours, theirs)
    assert [(item.what, item.meaning) for item in made.conflicts] == [("rule “smile”", True)]
    assert "no value has the id “calm”" in made.conflicts[0].why
    assert "values: [calm]" in made.text


def test_dates_that_do_not_follow() -> None:
    base = edit(("parties:", "adopted: 2026-01-01\neffective: 2026-02-01\nparties:"))
    ours = edit(("adopted: 2026-01-01", "adopted: 2026-01-20"), text=base)
    theirs = edit(("effective: 2026-02-01", "effective: 2026-01-15"), text=base)
    made = merge(base, ours, theirs)
    assert [item.meaning for item in made.conflicts] == [True]
    assert "2026-01-20" in made.text
    assert "2026-01-15" in made.text


def test_a_new_rule_under_new_sections() -> None:
    """Ours puts the rules into a section, theirs adds one: it goes where its neighbours went."""
    inside = "".join(
        "    " + line if line.strip() else line
        for line in (REPLY + "\n" + TRICK + "\n" + GREET).splitlines(keepends=True)
    )
    head = BASE[: BASE.index("rules:\n")]
    ours = head + "sections:\n  - id: one\n    title: One\n    rules:\n" + inside
    two = ("# the end", "\n  - id: smile\n    text: Smile.\n# the end")
    made = merge(BASE, ours + "# the end\n", edit(two))
    assert made.conflicts == ()
    assert made.text == ours + "\n      - id: smile\n        text: Smile.\n# the end\n"
    assert "rule “smile”, as theirs has it, now stands in section “one”" in made.notes[0]
    # A section that binds others is a reason to ask.
    bound = ours.replace("title: One\n", "title: One\n    binds: [guests]\n")
    made = merge(BASE, bound + "# the end\n", edit(two))
    assert [(item.what, item.meaning) for item in made.conflicts] == [("rule “smile”", True)]
