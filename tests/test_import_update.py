"""`conduct import --update`: a newer text onto a code, and all that the text does not say stays."""

from pathlib import Path
from typing import Any

import pytest

from conductkit.diff import diff
from conductkit.errors import ConductError, InputError
from conductkit.importing import Imported, import_bytes, update_bytes
from conductkit.load import load_text

HEAD = "conduct: 1\nid: house\ntitle: House code\nlanguage: en\n"


def updated(old: str, text: str, name: str = "house.md") -> Imported:
    """A code brought up to a text; what comes of it is a code."""
    loaded = load_text(old, "house.yaml")
    assert loaded.code is not None, [finding.message for finding in loaded.findings]
    assert loaded.source is not None
    result = update_bytes(text.encode(), name, loaded.code, loaded.source)
    assert load_text(result.yaml, "house.yaml").code is not None
    return result


def messages(result: Imported) -> list[str]:
    return [finding.message for finding in result.report.done or ()]


def told(result: Imported) -> list[str]:
    return [finding.check for finding in result.report.done or ()]


def test_update_keeps_ids_comments_and_layout() -> None:
    old = (
        "conduct: 1\nid: house\ntitle: Code\nlanguage: en\n"
        "rules:\n  - id: kindness   # keep\n    text: Be kind to all guests.\n"
        "  - id: truth\n    text: 'Do not lie.'\n"
    )
    text = b"# Code\n\n- Be very kind to all guests.\n- Keep your word.\n"
    result = updated(old, text.decode())
    assert result.yaml == (
        "conduct: 1\nid: house\ntitle: Code\nlanguage: en\n"
        "rules:\n  - id: kindness   # keep\n    text: Be very kind to all guests.\n\n"
        "  - id: keep-word\n    text: Keep your word.\n"
    )
    assert {"rule-changed", "rule-new", "rule-gone"} <= set(told(result))
    same = updated(old, "# Code\n\n- Be kind to all guests.\n- Do not lie.\n")
    assert same.yaml == old


OLD = """\
conduct: 1
id: house
title: House code
language: en
owner: {name: Ann}        # by hand
purpose: Why we are here.
contacts:
  - for: reports
    email: desk@example.org
  - for: questions
    phone: '5550100'
sections:
  - id: manners
    title: Manners
    # about guests
    text: Guests come first.
    rules:
      - id: greet
        text: "Greet guests."
        level: must       # by hand
        waive: [{check: vague-words, reason: House style.}]
  - id: help
    title: Help
    text: Write to desk@example.org.
  - id: doors
    title: Doors
    text: They are old.
    channels: [in-person]
consequences:
- id: warning
  name: Warning
  then: A warning may follow who lies.
closing: Thank you.
"""

NEW = """\
# House code

We are here for guests.

## Manners

Guests always come first.

- Greet guests.
- Do not lie.

## Money

We are not cheap.

- Staff must not take tips.

## Questions

Write to ann@example.org.

## Enforcement

Whoever violates this code may be banned.
"""

AFTER = """\
conduct: 1
id: house
title: House code
language: en
owner: {name: Ann}        # by hand
purpose: We are here for guests.
contacts:
  - for: reports
    email: ann@example.org
  - for: questions
    phone: '5550100'
sections:
  - id: manners
    title: Manners
    # about guests
    text: Guests always come first.
    rules:
      - id: greet
        text: "Greet guests."
        level: must       # by hand
        waive: [{check: vague-words, reason: House style.}]

      - id: lie
        text: Do not lie.

  - id: money
    title: Money
    text: We are not cheap.
    rules:
      - id: staff-take-tips
        text: Staff must not take tips.
  - id: help
    title: Questions
    text: Write to ann@example.org.
  - id: doors
    title: Doors
    text: They are old.
    channels: [in-person]
consequences:
- id: ban
  name: Ban
  then: Whoever violates this code may be banned.
"""


def test_all_that_a_newer_text_says_is_brought_over() -> None:
    result = updated(OLD, NEW)
    assert result.yaml == AFTER
    assert messages(result) == [
        "`purpose` has other words now: “We are here for guests.”",
        "`closing` is not in the newer text; it was taken out: “Thank you.”",
        "the contact “ann@example.org” has other words now: “ann@example.org”",
        "the consequence “ban” is new: “Ban Whoever violates this code may be banned.”",
        (
            "the consequence “warning” is not in the newer text; it was taken out:"
            " “Warning A warning may follow who lies.”"
        ),
        "the section “manners” has other words now: “Manners Guests always come first.”",
        "the section “money” is new: “Money We are not cheap.”",
        "the section “help” has other words now: “Questions Write to ann@example.org.”",
        "the rule “lie” is new; look at its place and its id",
        "the rule “staff-take-tips” is new; look at its place and its id",
        "the section “doors” is not in the newer text; it was kept, because it holds `channels`",
    ]


def test_a_text_that_says_the_same_changes_nothing() -> None:
    result = updated(AFTER, NEW)
    assert result.yaml == AFTER
    assert told(result) == ["part-kept"]


@pytest.mark.parametrize(
    ("part", "check"),
    [
        ("sections:\n  - id: doors\n    title: Doors\n    text: They are old.\n", "part-gone"),
        ("consequences:\n  - id: ban\n    name: Ban\n    then: Liars are banned.\n", "part-gone"),
        ("values:\n  - id: care\n    name: Care\n", "part-gone"),
        ("terms:\n  - term: Guest\n    text: Who pays.\n", "part-gone"),
        ("closing: Bye.\n", "part-gone"),
        ("consequences:\n  # by hand\n  - id: ban\n    name: Ban\n", "part-kept"),
        ("terms:\n  - term: Guest\n    text: Who pays.  # by hand\n", "part-kept"),
        ("closing: Bye.  # by hand\n", "part-kept"),
        ("values:\n  - id: care\n    name: Care\n    x-mine: 1\n", "part-kept"),
    ],
)
def test_what_is_gone_is_taken_out_but_for_what_no_text_says(part: str, check: str) -> None:
    rule = "  - id: kind\n    text: Be kind.\n"
    section = f"  - id: manners\n    title: Manners\n    rules:\n{indented(rule)}"
    bare = f"{HEAD}sections:\n{section}"
    old = bare + (part.removeprefix("sections:\n") if part.startswith("sections") else part)
    result = updated(old, "# House code\n\n## Manners\n\n- Be kind.\n")
    assert told(result) == [check]
    assert result.yaml == (bare if check == "part-gone" else old)


def indented(lines: str) -> str:
    return "".join(f"    {line}" for line in lines.splitlines(keepends=True))


def test_a_value_that_rules_serve_stays() -> None:
    old = (
        f"{HEAD}values:\n  - id: care\n    name: Care\n  - id: pride\n    name: Pride\n"
        "rules:\n  - id: kind\n    text: Be kind.\n    values: [care]\n"
    )
    result = updated(old, "# House code\n\n- Be kind.\n")
    assert result.yaml == old.replace("  - id: pride\n    name: Pride\n", "")
    assert messages(result) == [
        "the value “care” is not in the newer text; it was kept, because rules serve it",
        "the value “pride” is not in the newer text; it was taken out: “Pride”",
    ]


def test_a_contact_that_no_text_named_stays() -> None:
    old = (
        f"{HEAD}contacts:\n  - for: appeals\n    email: boss@example.org\n"
        "  - for: reports\n    email: desk@example.org\n"
        "rules:\n  - id: kind\n    text: Be kind.\n"
        "redress: Write to desk@example.org.\n"
    )
    result = updated(old, "# House code\n\n- Be kind.\n")
    assert result.yaml == old.replace(
        "  - for: reports\n    email: desk@example.org\n", ""
    ).replace("redress: Write to desk@example.org.\n", "")
    assert told(result) == ["part-gone", "part-gone"]


def test_a_section_known_by_its_rules_keeps_its_id() -> None:
    old = (
        f"{HEAD}sections:\n  - id: manners\n    title: Manners\n    binds: [staff]\n    rules:\n"
        "      - id: kind\n        text: Be kind.\nparties: [{id: staff, name: Staff}]\n"
    )
    result = updated(old, "# House code\n\n## How we are\n\n- Be kind.\n")
    assert result.yaml == old.replace("title: Manners", "title: How we are")


def test_sections_made_by_hand_hold_the_rules_of_a_text_without() -> None:
    old = (
        f"{HEAD}sections:\n  - id: a\n    title: A\n    text: Mine.\n    rules:\n"
        "      - id: kind\n        text: Be kind.\n"
        "  - id: b\n    title: B\n    rules:\n      - id: lie\n        text: Do not lie.\n"
    )
    text = "# House code\n\n- Be kind.\n- Keep your word.\n- Do not lie.\n"
    result = updated(old, text)
    assert result.yaml == old.replace(
        "Be kind.\n", "Be kind.\n\n      - id: keep-word\n        text: Keep your word.\n"
    )
    assert told(result) == ["rule-new"]


def test_a_text_that_is_divided_now_divides_the_rules() -> None:
    old = (
        f"{HEAD}rules:\n  - id: kind\n    text: 'Be kind.'  # always\n"
        "  - id: gone\n    text: Wear hats.\n  - id: lie\n    text: Do not lie.\n"
    )
    text = "# House code\n\n## Manners\n\n- Be kind.\n\n## Truth\n\nIt helps.\n\n- Do not lie.\n"
    result = updated(old, text)
    assert result.yaml == (
        f"{HEAD}\nsections:\n  - id: manners\n    title: Manners\n    rules:\n"
        "      - id: kind\n        text: 'Be kind.'  # always\n\n"
        "  - id: truth\n    title: Truth\n    text: It helps.\n    rules:\n"
        "      - id: lie\n        text: Do not lie.\n"
    )
    assert "rule-gone" in told(result)


@pytest.mark.parametrize(
    ("rule", "why"),
    [
        ("      - id: hats\n        text: Wear hats.\n", ""),
        ("      - id: hats\n        text: Wear hats.\n        why: It is cold.\n", ""),
        ("      - id: hats\n        text: Wear hats.  # by hand\n", "a comment stands with it"),
        (
            "      - id: hats\n        text: Wear hats.\n        channels: [phone]\n",
            "it holds `channels`",
        ),
        (
            (
                "      - id: caps\n        text: Wear caps.\n"
                "retired:\n  - id: hats\n    in: 1.0.0\n    replaced_by: caps\n"
            ),
            "the list `retired` names it",
        ),
    ],
)
def test_a_rule_that_a_text_lacks_is_taken_out_and_diff_tells(rule: str, why: str) -> None:
    bare = (
        f"{HEAD}sections:\n  - id: manners\n    title: Manners\n    rules:\n"
        "      - id: kind\n        text: Be kind.\n"
    )
    old = bare + rule
    result = updated(old, "# House code\n\n## Manners\n\n- Be kind.\n")
    assert result.yaml == (old if why else bare)
    assert told(result) == ["part-kept" if why else "rule-gone"]
    assert messages(result) == [
        f"the rule “caps” is not in the newer text; it was kept, because {why}"
        if "caps" in rule
        else f"the rule “hats” is not in the newer text; it was kept, because {why}"
        if why
        else "the rule “hats” is not in the newer text; it was taken out: “Wear hats.”"
    ]
    before, after = (load_text(text, "house.yaml").code for text in (old, result.yaml))
    assert before is not None
    assert after is not None
    assert [one.effect for one in diff(before, after).changes] == ([] if why else ["weaker"])


def test_a_value_goes_with_the_rule_that_served_it() -> None:
    old = (
        f"{HEAD}values:\n  - id: care\n    name: Care\nrules:\n  - id: hats\n    text: Wear hats.\n"
        "    values: [care]\n  - id: kind\n    text: Be kind.\n"
    )
    result = updated(old, "# House code\n\n- Be kind.\n")
    assert result.yaml == f"{HEAD}rules:\n  - id: kind\n    text: Be kind.\n"


def test_a_retired_id_is_not_given_to_a_new_rule() -> None:
    old = (
        f"{HEAD}rules:\n  - id: kind\n    text: Be kind.\n"
        "retired:\n  - id: wear-hats\n    in: 1.0.0\n"
    )
    result = updated(old, "# House code\n\n- Be kind.\n- Wear hats.\n")
    assert "  - id: wear-hats-2\n    text: Wear hats.\n" in result.yaml


def test_what_says_the_same_is_the_same_whatever_its_number() -> None:
    rule = "rules:\n  - id: kind\n    text: Be kind.\n"
    ban = "  - id: ban\n    name: Ban\n    then: Violations of this code may end in a ban.\n"
    old = f"{HEAD}{rule}consequences:\n{ban}"
    text = (
        "# House code\n\n- Be kind.\n\n## Enforcement\n\n"
        "Whoever violates this code may be banned.\n\nViolations of this code may end in a ban.\n"
    )
    result = updated(old, text)
    assert [line for line in told(result) if line == "part-changed"] == []
    assert (
        "  - id: ban-2\n    name: Ban\n    then: Whoever violates this code may be banned.\n"
        in result.yaml
    )
    assert (
        "  - id: ban\n    name: Ban\n    then: Violations of this code may end in a ban.\n"
        in result.yaml
    )


TWO = (
    "sections:\n  - id: staff\n    title: Staff\n    rules:\n"
    "      - id: greet\n        text: Greet all.\n"
    "{}  - id: guests\n    title: Guests\n    rules:\n{}      - id: pay\n        text: Pay first.\n"
)
WASH = "      - id: wash   # first\n        text: Wash hands.\n"


def test_a_rule_goes_to_the_section_in_which_the_text_has_it() -> None:
    text = "# House code\n\n## Staff\n\n- Greet all.\n\n## Guests\n\n- Wash hands.\n- Pay first.\n"
    result = updated(HEAD + TWO.format(WASH, ""), text)
    assert result.yaml.replace("\n\n", "\n") == HEAD + TWO.format("", WASH)
    assert told(result) == ["rule-moved"]
    there = text.replace(
        "## Guests\n\n- Wash hands.\n", "## Cooks\n\n- Wash hands.\n\n## Guests\n\n"
    )
    code = load_text(updated(HEAD + TWO.format(WASH, ""), there).yaml, "house.yaml").code
    assert code is not None
    assert [(one.title, len(one.rules)) for one in code.sections] == [
        ("Staff", 1), ("Cooks", 1), ("Guests", 1),
    ]  # fmt: skip


def test_a_table_takes_out_no_rule() -> None:
    old = f"{HEAD}rules:\n  - id: kind\n    text: Be kind.\n  - id: hats\n    text: Wear hats.\n"
    result = updated(old, "id,text\nkind,Be kind.\n", "rules.csv")
    assert result.yaml == old
    assert told(result) == ["part-kept"]


def test_a_table_says_nothing_of_what_is_beside_its_rules() -> None:
    table = "id,section,text\ngreet,Manners,Greet all guests.\n"
    result = updated(OLD, table, "rules.csv")
    assert result.yaml == OLD.replace('"Greet guests."', "Greet all guests.")
    assert told(result) == ["rule-changed"]


def test_a_text_imported_onto_its_own_code_changes_nothing(corpus: Path) -> None:
    done = 0
    for path in sorted((corpus / "corpus" / "docs").iterdir())[::4]:
        data = path.read_bytes()
        try:
            first = import_bytes(data, path.name)
        except ConductError:
            continue
        loaded = load_text(first.yaml, "code.yaml")
        assert loaded.code is not None
        assert loaded.source is not None
        again = update_bytes(data, path.name, loaded.code, loaded.source)
        assert again.yaml == first.yaml, path.name
        done += 1
    assert done > 10


@pytest.mark.parametrize(
    ("revision", "gone", "come"),
    [
        ("confcoc/025", "Need Help?", ""),
        ("todogroup/028", "up to and including a permanent ban from our community", ""),
        ("nodejs-moderation/003", "", "hello@bnb.im"),
    ],
)
def test_real_revisions_beside_the_rules(corpus: Path, revision: str, gone: str, come: str) -> None:
    stem = corpus / "corpus" / "revisions" / revision
    before, after = (
        next(stem.parent.glob(f"{stem.name}-{side}.*")) for side in ("before", "after")
    )
    old = import_bytes(before.read_bytes(), before.name).yaml
    new = updated(old, after.read_text(encoding="utf-8"), after.name).yaml
    if gone:
        assert gone in old
        assert gone not in new
    if come:
        assert come not in old
        assert come in new


@pytest.mark.parametrize("empty", ["sections: []\n", "values: []\n", "terms:\n"])
def test_lists_that_hold_nothing_do_no_harm(empty: str) -> None:
    old = f"{HEAD}{empty}rules:\n  - id: kind\n    text: Be kind.\n"
    if load_text(old, "house.yaml").code is None:
        pytest.skip("such a list is no code")
    assert updated(old, "# House code\n\n- Be kind.\n").yaml == old


def test_a_text_in_another_language_is_no_newer_edition() -> None:
    old = f"{HEAD}rules:\n  - id: kind\n    text: Be kind.\n"
    text = (
        "# Code de la maison\n\n- Vous devez saluer tous les clients.\n- Il ne faut pas mentir.\n"
    )
    with pytest.raises(InputError, match=r"another language \(fr\) than the code \(en\)"):
        updated(old, text)
    british = old.replace("language: en", "language: en-GB")
    assert updated(british, "# House code\n\n- Be kind.\n").yaml == british


def test_a_language_that_import_does_not_know_is_that_of_the_code() -> None:
    old = f"{HEAD}rules:\n  - id: aardig\n    text: Wees aardig.\n".replace("en\n", "nl\n")
    result = updated(old, "# House code\n\n- Wees aardig.\n- Lieg niet.\n")
    assert "text: Lieg niet." in result.yaml


LIST = "# House code\n\n## Manners\n\n{}\n"
ITEMS = ["Staff must greet every guest.", "Guests keep the noise down.", "Doors close at ten.",
         "Staff must not smoke inside.", "Staff should wear a badge."]  # fmt: skip


def test_one_item_that_changes_does_not_turn_its_list() -> None:
    def text(*items: str) -> str:
        return LIST.format("\n".join(f"- {item}" for item in items))

    def count(tree: dict[str, Any]) -> int:
        return len(tree["sections"][0].get("rules", []))

    mild = [*ITEMS[:4], "The badges are in the hall."]
    rules = import_bytes(text(*ITEMS).encode(), "house.md")
    bare = import_bytes(text(*mild).encode(), "house.md")
    assert (count(rules.tree), count(bare.tree)) == (5, 2)
    assert count(updated(rules.yaml, text(*mild)).tree) == 5
    assert count(updated(bare.yaml, text(*ITEMS)).tree) == 3


def test_rules_below_the_title_stay_rules_when_another_heading_comes() -> None:
    text = "# House code\n\nIf you break a cup, please tell the cook.\n\nKeep the noise down.\n"
    more = text + "\n## Doors\n\nDoors close at ten. Staff must lock them.\n"
    made = import_bytes(text.encode(), "house.md")
    code = load_text(updated(made.yaml, more).yaml, "house.yaml").code
    assert code is not None
    old = load_text(made.yaml, "house.yaml").code
    assert old is not None
    assert {rule.text for rule in old.rules} <= {rule.text for rule in code.rules}
    assert any("lock them" in rule.text for rule in code.rules)
