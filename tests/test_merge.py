"""`merge`: by id and field; comments and bytes stay; what never conflicts."""

from collections import Counter

import pytest

from conductkit.load import load_text
from conductkit.merge import Merged, merge
from merge_base import BASE, GREET, REPLY, TRICK, clean, edit
from merge_laws import check
from merge_texts import triple


def test_different_rules() -> None:
    one, two = ("They trust us.", "They rely on us."), ("two days", "2 days")
    assert clean(edit(one), edit(two)) == edit(one, two)


def test_different_fields_of_one_rule() -> None:
    one, two = (
        ("values: [care]\n", "values: [care]\n    why: It shows care.\n"),
        ("# strict", "# so"),
    )
    three = ("Reply to letters", "Reply to  letters")
    assert clean(edit(one), edit(two, three)) == edit(one, two, three)
    label = ("  - id: reply\n", "  - id: reply\n    title: Letters\n")
    assert clean(edit(one), edit(label)) == edit(one, label)


def test_neighbouring_lines() -> None:
    """What git's own merge calls a conflict: edits on lines side by side."""
    one, two = ("title: The desk", "title: Our desk"), ("version: 1.0.0", "version: 1.0.1")
    assert clean(edit(one), edit(two)) == edit(one, two)


def test_additions_at_one_place() -> None:
    one = ("# the end", "  - id: smile\n    text: Smile.\n# the end")
    two = ("# the end", "\n  - id: listen\n    text: Listen.\n# the end")
    both = (
        "# the end",
        "  - id: smile\n    text: Smile.\n\n  - id: listen\n    text: Listen.\n# the end",
    )
    assert merge(BASE, edit(one), edit(two)) == Merged(edit(both))


def test_the_same_addition_once() -> None:
    one = ("# the end", "  - id: smile\n    text: Smile.\n# the end")
    other = ("Care\n", "Caring\n")
    assert clean(edit(one), edit(one, other)) == edit(one, other)


def test_a_new_order_and_an_edit() -> None:
    turned = edit((REPLY + "\n" + TRICK, TRICK + "\n" + REPLY))
    two = ("two days", "2 days")
    assert clean(turned, edit(two)) == edit(two, text=turned)


def test_two_new_orders() -> None:
    first = BASE.replace(REPLY + "\n" + TRICK + "\n" + GREET, GREET + "\n" + REPLY + "\n" + TRICK)
    second = BASE.replace(REPLY + "\n" + TRICK, TRICK + "\n" + REPLY)
    code = load_text(clean(first, second)).code
    assert code is not None
    order = [rule.id for rule in code.rules]
    assert order[2] == "reply"  # both sides put another one before it


def test_one_takes_out_a_rule_and_the_other_edits_another() -> None:
    one, two = (TRICK + "\n", ""), ("two days", "2 days")
    assert clean(edit(one), edit(two)) == edit(one, two)


def test_lists_as_sets() -> None:
    measures = ", ".join(f"{{id: {name}, name: M}}" for name in "abcd")
    base = edit(
        ("values: [care]\n", "values: [care]\n    measures: [a, b, c]\n"),
        ("rules:", f"measures: [{measures}]\nrules:"),
    )
    ours, theirs = (
        edit(("[a, b, c]", "[a, c]"), text=base),
        edit(("[a, b, c]", "[d, a, b, c]"), text=base),
    )
    assert clean(ours, theirs, base) == edit(("[a, b, c]", "[d, a, c]"), text=base)


def test_examples_on_lines_with_comments() -> None:
    shown = (
        "by name.'\n    examples:\n      good:\n        - Hello, Ann.  # known\n        - Hello.\n"
    )
    base = edit(("by name.'\n", shown))
    one = ("        - Hello.\n", "        # short\n        - Hi.\n        - Hello.\n")
    two = ("  # known", "  # a regular")
    assert clean(edit(one, text=base), edit(two, text=base), base) == edit(one, two, text=base)


LOG = "changelog:\n  - version: 1.0.0\n    changes: [First.]\n# the end"


def test_versions_and_their_entries() -> None:
    """Both entries, the newest first, and the higher version."""
    base = edit(("# the end", LOG))
    new = "changelog:\n  - version: {0}\n    changes: [{1}]\n"
    ours, theirs = (
        edit(("version: 1.0.0", f"version: {number}"), ("changelog:\n", new.format(number, words)),
             text=base)
        for number, words in (("1.1.0", "Ours."), ("1.10.0", "Theirs."))
    )  # fmt: skip
    both = new.format("1.10.0", "Theirs.") + new.format("1.1.0", "Ours.").removeprefix(
        "changelog:\n"
    )
    wanted = edit(("version: 1.0.0", "version: 1.10.0"), ("changelog:\n", both), text=base)
    assert clean(ours, theirs, base) == wanted


def test_one_version_with_two_entries() -> None:
    base = edit(("# the end", LOG))
    new = "changelog:\n  - version: 1.1.0\n    changes: [{}]\n"
    ours, theirs = (
        edit(("version: 1.0.0", "version: 1.1.0"), ("changelog:\n", new.format(words)), text=base)
        for words in ("Ours.", "Theirs.")
    )
    made = merge(base, ours, theirs)
    assert [item.what for item in made.conflicts] == ["edition “1.1.0”"]
    assert "run `conduct bump`" in made.conflicts[0].why
    assert "version: 1.1.0" in made.text


def test_readings_by_their_dates() -> None:
    first = "      - date: 2026-01-01\n        value: 1\n"
    measure = f"measures:\n  - id: m\n    name: M\n    readings:\n{first}"
    base = edit(("rules:", f"{measure}rules:"))
    at = "        value: 1\n"
    ours, theirs = (
        edit((at, f"{at}      - date: 2026-0{month}-01\n        value: {month}\n"), text=base)
        for month in (3, 2)
    )
    code = load_text(clean(ours, theirs, base)).code
    assert code is not None
    assert [item.value for item in code.measures[0].readings] == ["1", "2", "3"]


def test_comments_of_both_sides() -> None:
    one, two = ("# about letters", "# about letters and parcels"), ("# about letters", "# on paper")
    text = clean(edit(one), edit(two))
    assert "  # about letters and parcels\n  # on paper\n  - id: reply" in text
    one, two = ("# strict", "# very strict"), ("# strict", "# strictly")
    assert (
        "    # strictly\n    level: must  # very strict\n" in merge(BASE, edit(one), edit(two)).text
    )


def test_a_renamed_id_and_an_edit() -> None:
    one, two = ("id: trick", "id: no-tricks"), ("They trust us.", "They rely on us.")
    assert clean(edit(one), edit(two)) == edit(one, two)


def test_a_rule_moved_and_edited() -> None:
    """A rule goes to another section on one side, its words change on the other."""
    base = edit(("rules:", "sections:\n  - id: one\n    title: One\n    rules:"))
    lines = base.split("sections:\n")[1].split("# the end")[0].splitlines()
    inside = [lines[0], lines[1], lines[2], *("    " + line if line else "" for line in lines[3:])]
    base = base.split("sections:\n")[0] + "sections:\n" + "\n".join(inside) + "\n# the end\n"
    new = "  - id: two\n    title: Two\n    rules:\n"
    ours = edit(("      - id: greet", new + "      - id: greet"), text=base)
    two = ("Greet each Guest", "Greet every Guest")
    assert clean(ours, edit(two, text=base), base) == edit(two, text=ours)


def test_layout_on_one_side_and_words_on_the_other() -> None:
    ours = edit(
        ("    text: 'Greet each Guest by name.'", "    text: >-\n      Greet each Guest by name.")
    )
    assert "    text: 'Greet each Guest with a name.'" in clean(
        ours, edit(("by name", "with a name"))
    )
    assert clean(ours, edit(("Care\n", "Caring\n"))) == edit(("Care\n", "Caring\n"), text=ours)


def test_other_indentation_on_one_side() -> None:
    """A side that runs a formatter, and one that adds a rule with block text."""
    lines = BASE.split("rules:\n")
    ours = (
        lines[0] + "rules:\n" + "\n".join(line.removeprefix("  ") for line in lines[1].split("\n"))
    )
    two = ("# the end", "\n  - id: smile\n    text: |\n      Smile.\n        Twice.\n# the end")
    text = clean(ours, edit(two))
    assert text.endswith("\n- id: smile\n  text: |\n    Smile.\n      Twice.\n# the end\n")


def test_line_breaks_marks_and_the_end_of_the_file() -> None:
    one, two = ("title: The desk", "title: Our desk"), ("two days", "2 days")
    windows = edit(two).replace("\n", "\r\n").removesuffix("\r\n")
    wanted = edit(one, two).replace("\n", "\r\n").removesuffix("\r\n")
    assert clean(edit(one), windows) == wanted
    assert clean("\ufeff" + edit(one), edit(two)) == "\ufeff" + edit(one, two)


def test_braces_are_laid_out_where_both_sides_write_in_them() -> None:
    base = edit(("rules:", "owner: {name: Head, email: a@example.org}\nrules:"))
    made = merge(base, edit(("Head", "Chief"), text=base), edit(("a@", "b@"), text=base))
    assert "owner:\n  name: Chief\n  email: b@example.org\n" in made.text
    assert made.conflicts == ()
    assert "laid out as `conduct fmt` does" in made.notes[0]
    # Where only one side does, they stay.
    assert "owner: {name: Chief, email" in clean(
        edit(("Head", "Chief"), text=base), edit(("two days", "2 days"), text=base), base
    )


def test_both_sides_wrote_the_file() -> None:
    """No base: what both have alike is there once."""
    assert clean(BASE, edit(("Care\n", "Care\n  - id: calm\n    name: Calm\n")), "") == edit(
        ("Care\n", "Care\n  - id: calm\n    name: Calm\n")
    )


@pytest.mark.parametrize("first", range(0, 300, 100))
def test_laws_hold_for_random_edits(first: int) -> None:
    """`bench/merging.py` does the same for ten thousand."""
    kinds = Counter(check(*triple(seed)) for seed in range(first, first + 100))
    assert kinds["clean"] > 50
    assert kinds["conflict"] > 10
    assert kinds["no code"] < 4
