"""A code that extends another: what is local, the two as one, and a new base beneath it."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from typer.testing import CliRunner

from codes import code
from conductkit import bases
from conductkit.align import align
from conductkit.cli import app
from conductkit.errors import ConductError, InputError
from conductkit.extending import local_changes, onto, whole
from conductkit.load import load_text
from conductkit.model import Code
from repository import Repository

CARE: list[dict[str, Any]] = [{"id": "care", "name": "Care", "text": "See the person."}]
REPLY: dict[str, Any] = {
    "id": "reply",
    "text": "Answer each letter within two days.",
    "values": ["care"],
}
GIFTS: dict[str, Any] = {"id": "gifts", "text": "Never accept gifts."}
NAMES: dict[str, Any] = {"id": "names", "text": "Use the name of a customer."}
SLOW = {**REPLY, "text": "Answer each letter within three days."}
TILL: dict[str, Any] = {"id": "till", "text": "Count the till each evening."}
GONE = [{"id": "names", "in": "1.0.0", "reason": "Nobody tells us theirs."}]


def group(*rules: dict[str, Any], version: str = "1.0.0", **more: Any) -> Code:
    fields = {"id": "group", "version": version, "values": CARE, "scope": "All shops.", **more}
    return code(rules or (REPLY, GIFTS, NAMES), "group.yaml", **fields)


def shop(*rules: dict[str, Any], **more: Any) -> Code:
    fields = {"id": "shop", "extends": "group@1.0.0", "values": CARE, **more}
    return code(rules, "shop.yaml", **fields)


def told(child: Code, base: Code) -> list[tuple[str, str, str | None]]:
    return [
        (one.change, one.effect, one.id or one.old_id) for one in local_changes(child, base).changes
    ]


def test_local_changes_are_changes_with_effects_at_their_place_in_the_child() -> None:
    child = shop(SLOW, TILL, retired=GONE)
    assert told(child, group()) == [
        ("reworded", "weaker", "reply"), ("added", "stronger", "till"),
        ("retired", "weaker", "names"),
    ]  # fmt: skip
    first = local_changes(child, group()).changes[0]
    assert first.code == "shop"
    assert first.new_at == child.by_id["reply"].place.span("text")
    assert first.old_at is not None
    assert first.old_at.path == "group.yaml"


def test_what_a_child_says_again_or_not_at_all_is_no_change() -> None:
    assert told(shop(REPLY), group()) == []
    assert told(shop(), group()) == []
    assert told(shop(title="Our own title", version="3.0.0"), group()) == []


def test_what_a_child_says_of_scope_and_values_is_a_change() -> None:
    assert told(shop(scope="Two shops."), group()) == [("edited", "unknown", "group")]
    other = [{"id": "care", "name": "Care", "text": "See the sale."}]
    (change,) = local_changes(shop(values=other), group()).changes
    assert (change.kind, change.id) == ("value", "care")


def test_the_two_as_one() -> None:
    child = shop(TILL, SLOW, retired=GONE, terms=[{"term": "Till", "text": "Where money is."}])
    one = load_text(whole(child, group())).code
    assert one is not None
    assert [(rule.id, rule.text) for rule in one.rules] == [
        ("reply", SLOW["text"]), ("gifts", GIFTS["text"]), ("till", TILL["text"]),
    ]  # fmt: skip
    assert (one.id, one.title, one.scope, one.extends) == ("shop", "A code", "All shops.", "")


def test_sections_of_both_are_joined() -> None:
    parts = [{"id": "desk", "title": "At the desk", "rules": [REPLY, GIFTS]}]
    yard = {"id": "yard", "title": "In the yard", "rules": [{"id": "sweep", "text": "Sweep."}]}
    own = [{"id": "desk", "title": "At our desk", "rules": [SLOW, TILL]}, yard]
    base = code((), "group.yaml", id="group", values=CARE, sections=parts)
    child = code((), "shop.yaml", id="shop", values=CARE, extends="group@1.0.0", sections=own)
    one = load_text(whole(child, base)).code
    assert one is not None
    assert [(part.title, [rule.id for rule in part.rules]) for part in one.sections] == [
        ("At our desk", ["reply", "gifts", "till"]), ("In the yard", ["sweep"]),
    ]  # fmt: skip
    flat = load_text(whole(shop(TILL), base)).code
    assert flat is not None
    assert flat.sections[-1].rules[0].id == "till"


def test_a_name_that_neither_declares_is_a_sentence() -> None:
    lost = code([{**TILL, "values": ["thrift"]}], "shop.yaml", id="shop", extends="group@1.0.0",
                values=[{"id": "thrift", "name": "Thrift"}])  # fmt: skip
    assert "thrift" in whole(lost, group())
    bad = shop(TILL, retired=[{"id": "x", "in": "1.0.0", "replaced_by": "till"}])
    assert "replaced_by: till" in whole(bad, group())


NEW = "group@1.1.0"


def test_what_only_the_base_changed_comes_and_what_only_the_child_changed_stays() -> None:
    child = shop(SLOW, GIFTS, retired=GONE)
    less = {**GIFTS, "text": "Never accept gifts worth more than ten euros."}
    merged = onto(child, group(), group(REPLY, less, NAMES, version="1.1.0"), NEW)
    assert merged.conflicts == ()
    after = load_text(merged.text).code
    assert after is not None
    assert after.extends == NEW
    assert after.by_id["reply"].text == SLOW["text"]
    assert after.by_id["gifts"].text == less["text"]
    assert [one.id for one in after.retired] == ["names"]


def test_what_both_changed_is_a_conflict() -> None:
    quick = {**REPLY, "text": "Answer each letter and email within two days."}
    merged = onto(shop(SLOW), group(), group(quick, GIFTS, NAMES, version="1.1.0"), NEW)
    (conflict,) = merged.conflicts
    assert "reply" in conflict.what
    assert (conflict.ours, conflict.theirs) == (SLOW["text"], quick["text"])


def test_a_rule_that_the_new_base_dropped_goes_unless_the_child_changed_it() -> None:
    new = group(GIFTS, NAMES, version="1.1.0")
    same = onto(shop(REPLY, TILL), group(), new, NEW)
    assert same.conflicts == ()
    assert "id: reply" not in same.text
    assert len(onto(shop(SLOW, TILL), group(), new, NEW).conflicts) == 1


def test_values_that_only_the_base_has_stay_there() -> None:
    both = [*CARE, {"id": "order", "name": "Order", "text": "All in its place."}]
    other = [*CARE, {"id": "order", "name": "Order", "text": "All in one place."}]
    merged = onto(shop(SLOW), group(values=both), group(values=other, version="1.1.0"), NEW)
    assert merged.conflicts == ()
    assert "order" not in merged.text


_RULES: st.SearchStrategy[list[dict[str, Any]]] = st.lists(
    st.sampled_from([REPLY, SLOW, GIFTS, NAMES, TILL]),
    max_size=4,
    unique_by=lambda one: str(one["id"]),
)


def _lines(text: str) -> list[str]:
    """The lines that say something: a new base may bring empty ones between rules."""
    return [line for line in text.splitlines() if line]


@settings(max_examples=40, deadline=None)
@given(_RULES, _RULES)
def test_laws(base: list[dict[str, Any]], own: list[dict[str, Any]]) -> None:
    """The same base under a child changes only its name; what the whole says is what is told."""
    one, child = group(*base), shop(*own)
    same = onto(child, one, one, NEW)
    assert same.conflicts == ()
    assert _lines(same.text) == _lines(child.place.source.text.replace("group@1.0.0", NEW))
    together = load_text(whole(child, one)).code
    assert together is not None
    assert {rule.id for rule in together.rules} == {rule.id for rule in (*one.rules, *child.rules)}
    changed = {rule.id for rule in child.rules if one.by_id.get(rule.id) != rule}
    assert {change.id for change in local_changes(child, one).changes} == changed


def test_a_child_weaker_than_its_base_is_found_when_aligned() -> None:
    day = date(2026, 6, 1)
    child = shop(SLOW, TILL, retired=GONE)
    found = align([child], day, bases={"shop": group()}).findings
    assert {(one.check, one.rule, one.quote) for one in found} == {
        ("base-weakened", "reply", SLOW["text"]), ("base-weakened", None, "names"),
    }  # fmt: skip
    decided = {"waive": [{"check": "base-weakened", "reason": "Two of us."}]}
    waived = align([shop({**SLOW, **decided})], day, bases={"shop": group()}).findings
    assert [one.counts for one in waived] == [False]


HEAD = "conduct: 1\nid: {}\ntitle: A code\nversion: {}\nlanguage: en\n"
BASE = HEAD + "rules:\n  - id: reply\n    text: Answer each letter within {} days.\n"
CHILD = HEAD.format("shop", "1.0.0") + (
    "extends: {}\nrules:\n  - id: till\n    text: Count the till each evening.\n"
)


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repository:
    made = Repository(tmp_path)
    made.commit({"codes/group.yaml": BASE.format("group", "1.0.0", "two")})
    made.git("tag", "one")
    made.commit({"codes/group.yaml": BASE.format("group", "1.1.0", "three")})
    made.write({"codes/shop.yaml": CHILD.format("group@1.0.0")})
    monkeypatch.chdir(tmp_path)
    return made


def run(*words: str) -> tuple[int, str]:
    result = CliRunner().invoke(app(["extends"]), ["extends", *words])
    return result.exit_code, result.output


@pytest.mark.parametrize(
    ("link", "days"),
    [
        ("group@1.0.0", "two"),
        ("group@1.1.0", "three"),
        ("group.yaml", "three"),
        ("one:codes/group.yaml", "two"),
        ("HEAD~1:codes/group.yaml", "two"),
    ],
)
def test_where_a_base_may_stand(project: Repository, link: str, days: str) -> None:
    assert f"within {days} days" in bases.named(link, "codes").rules[0].text


@pytest.mark.parametrize(
    ("link", "said"),
    [
        ("group@2.0.0", "never had the version 2.0.0 in this repository; the file has 1.1.0"),
        ("team@1.0.0", "No code of this project has the id “team”"),
        ("one:codes/team.yaml", "has no file codes/team.yaml"),
        ("team.yaml", "There is no base “team.yaml”"),
        ("nowhere:codes/group.yaml", "nowhere"),
        ("--output=x:codes/group.yaml", "--output=x"),
    ],
)
def test_where_there_is_no_base(project: Repository, link: str, said: str) -> None:
    with pytest.raises(InputError) as caught:
        bases.named(link, "codes")
    assert said in str(caught.value)


def test_a_base_comes_with_its_own_base(project: Repository) -> None:
    project.write({"codes/kiosk.yaml": CHILD.format("shop.yaml").replace("shop\n", "kiosk\n")})
    base = bases.named("shop.yaml", "codes")
    assert [rule.id for rule in base.rules] == ["reply", "till"]
    assert "within two days" in base.rules[0].text
    assert base.extends == ""
    exit_code, out = run("codes/kiosk.yaml", "--whole")
    assert (exit_code, "within two days" in out) == (0, True)


@pytest.mark.parametrize("link", ["shop.yaml", "kiosk.yaml", "../codes/kiosk.yaml"])
def test_a_code_that_builds_on_itself_is_a_sentence(project: Repository, link: str) -> None:
    project.write({
        "codes/shop.yaml": CHILD.format(link),
        "codes/kiosk.yaml": CHILD.format("../codes/shop.yaml").replace("shop\n", "kiosk\n"),
    })  # fmt: skip
    exit_code, out = run("codes/shop.yaml")
    assert (exit_code, "would build on itself" in " ".join(out.split())) == (3, True)


def test_without_git_a_base_has_the_version_that_it_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "group.yaml").write_text(BASE.format("group", "1.0.0", "two"), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    assert bases.named("group@1.0.0", ".").version == "1.0.0"
    with pytest.raises(ConductError, match="has the version that it says alone"):
        bases.named("group@1.1.0", ".")


def test_the_command_lists_merges_and_writes(project: Repository, tmp_path: Path) -> None:
    exit_code, out = run("codes/shop.yaml", "--output-format", "json")
    assert exit_code == 0
    assert [one["id"] for one in json.loads(out)["changes"]] == ["till"]
    assert run("codes/shop.yaml", "--fail-on", "stronger")[0] == 1
    exit_code, out = run("codes/shop.yaml", "--onto", "codes/group.yaml", "-o", "codes/shop.yaml")
    assert exit_code == 0
    assert "group 1.0.0 → 1.1.0: 1 weaker" in out
    assert "extends: group.yaml\n" in (tmp_path / "codes/shop.yaml").read_text(encoding="utf-8")
    assert run("codes/shop.yaml", "--whole", "-o", "whole.txt")[0] == 0
    assert "within three days" in (tmp_path / "whole.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("words", "expected", "said"),
    [
        (("codes/group.yaml",), 3, "extends no code"),
        (("codes/shop.yaml", "--onto", "x", "--whole"), 2, "ask for one"),
        (("codes/shop.yaml", "-o", "x"), 2, "-o goes with"),
        (("codes/shop.yaml", "--onto", "codes/shop.yaml"), 3, "would build on itself"),
        (("codes/shop.yaml", "--onto", "shop.yaml"), 3, "would build on itself"),
        (("codes/shop.yaml", "--fail-on", "worse"), 2, "knows no “worse”"),
        (("codes",), 2, "2 codes: name one"),
    ],
)
def test_mistakes(project: Repository, words: tuple[str, ...], expected: int, said: str) -> None:
    exit_code, out = run(*words)
    assert (exit_code, said in " ".join(out.split())) == (expected, True), out
