"""`merge`: by id and field, comments and bytes stay, what changes a duty from two sides is told."""

import subprocess
from collections import Counter
from pathlib import Path

import pytest

import running
from conductkit.load import load_text
from conductkit.merge import Conflict, Merged, Style, merge
from merge_edits import triple
from merge_laws import check

BASE = """\
# The desk's own code.

conduct: 1
id: desk
title: The desk
version: 1.0.0
language: en
parties:
  - id: staff
    name: Staff
  - id: guests
    name: Guests
binds: [staff]
values:
  - id: care  # first of all
    name: Care
rules:
  # about letters
  - id: reply
    text: Reply to letters within two days.
    level: must  # strict
    values: [care]

  - id: trick
    text: Do not trick customers.
    why: |
      They trust us.
      # this is no comment

  - id: greet
    text: 'Greet each Guest by name.'
# the end
"""
REPLY = BASE[BASE.index("  # about letters") : BASE.index("\n  - id: trick")]
TRICK = BASE[BASE.index("  - id: trick") : BASE.index("\n  - id: greet")]
GREET = BASE[BASE.index("  - id: greet") : BASE.index("# the end")]


def edit(*swaps: tuple[str, str], text: str = BASE) -> str:
    for old, new in swaps:
        assert old in text, old
        text = text.replace(old, new, 1)
    return text


def clean(ours: str, theirs: str, base: str = BASE) -> str:
    """The merged text; it must be without conflicts, whichever side is whose."""
    made, turned = merge(base, ours, theirs), merge(base, theirs, ours)
    assert made.conflicts == turned.conflicts == ()
    assert load_text(made.text).code is not None
    return made.text


def conflicts(ours: str, theirs: str, base: str = BASE) -> list[tuple[str, bool]]:
    made = merge(base, ours, theirs)
    return [(item.what, item.meaning) for item in made.conflicts]


# ── what never conflicts ──────────────────────────────────────────────────────────────────────


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


# ── conflicts ─────────────────────────────────────────────────────────────────────────────────


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


# ── laws ──────────────────────────────────────────────────────────────────────────────────────


def test_laws_hold_for_random_edits() -> None:
    """`bench/merging.py` does the same for ten thousand."""
    kinds = Counter(check(*triple(seed)) for seed in range(300))
    assert kinds["clean"] > 150
    assert kinds["conflict"] > 30
    assert kinds["no code"] < 10


# ── the command ───────────────────────────────────────────────────────────────────────────────


def conduct(*arguments: str, cwd: Path) -> "subprocess.CompletedProcess[str]":
    return running.conduct("merge", *arguments, cwd=cwd)


@pytest.fixture
def files(tmp_path: Path) -> Path:
    (tmp_path / "base.yaml").write_text(BASE)
    (tmp_path / "ours.yaml").write_text(edit(("two days", "2 days")))
    (tmp_path / "theirs.yaml").write_text(edit(("Care\n", "Caring\n")))
    return tmp_path


def test_the_command(files: Path) -> None:
    wanted = edit(("two days", "2 days"), ("Care\n", "Caring\n"))
    done = conduct("base.yaml", "ours.yaml", "theirs.yaml", cwd=files)
    assert (done.returncode, done.stdout, done.stderr) == (0, wanted, "")
    done = conduct("base.yaml", "ours.yaml", "theirs.yaml", "-o", "ours.yaml", cwd=files)
    assert (done.returncode, done.stdout) == (0, "")
    assert (files / "ours.yaml").read_text() == wanted


def test_conflicts_are_said_and_written(files: Path) -> None:
    (files / "theirs.yaml").write_text(edit(("two days", "one day")))
    done = conduct("base.yaml", "ours.yaml", "theirs.yaml", "--path", "codes/a.yaml",
                   "--label", "main", "--label", "%S", "--label", "topic", cwd=files)  # fmt: skip
    assert done.returncode == 1
    assert "<<<<<<< main: rule “reply”, text" in done.stdout
    assert ">>>>>>> topic: rule “reply”, text" in done.stdout
    assert "codes/a.yaml: 1 conflict\n" in done.stderr
    assert "theirs: Reply to letters within one day." in done.stderr


def test_what_is_no_code_is_merged_by_lines(files: Path) -> None:
    (files / "theirs.yaml").write_text(edit(("Care\n", "Caring\n"), ("id: desk", "id: [desk")))
    done = conduct("base.yaml", "ours.yaml", "theirs.yaml", cwd=files)
    assert done.returncode == 0
    assert "theirs cannot be read as a code (line 4" in done.stderr
    assert "id: [desk" in done.stdout
    assert "2 days" in done.stdout
    (files / "theirs.yaml").write_text(edit(("Reply to letters within two days.", "[")))
    done = conduct("base.yaml", "ours.yaml", "theirs.yaml", "-o", "out.yaml", cwd=files)
    assert done.returncode == 1
    assert "<<<<<<< ours\n" in (files / "out.yaml").read_text()


def test_mistakes(files: Path) -> None:
    done = conduct("base.yaml", "nowhere.yaml", "theirs.yaml", cwd=files)
    assert done.returncode == 3
    assert "nowhere.yaml" in done.stderr
    (files / "bytes.yaml").write_bytes(b"\x00\x01\xff")
    done = conduct("base.yaml", "bytes.yaml", "theirs.yaml", cwd=files)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
