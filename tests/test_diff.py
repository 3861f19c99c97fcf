"""Two editions compared as wholes: every kind of change, and its mirror image."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from codes import code
from conductkit.change import CHANGES, EFFECTS, KINDS, Change, mirror
from conductkit.diff import came, diff, went
from conductkit.load import load
from conductkit.model import Code

PRIVACY = "Never share private information without consent."
REPLY = "Reply to letters within two days."
THANKS = "Thank the customer for coming."
SMILE = "Keep a smile on your face."
TRICK = "Do not trick customers into buying products."
THREE = {"privacy": PRIVACY, "reply": REPLY, "thanks": THANKS}


def said(changes: Iterable[Change]) -> list[tuple[str, ...]]:
    return [(item.kind, item.change, item.name, item.field, item.effect) for item in changes]


def both(old: Code, new: Code) -> list[tuple[str, ...]]:
    """What is said of a change, after holding that the other way round says the mirror image."""
    there, back = diff(old, new).changes, diff(new, old).changes
    assert sorted(map(_mirrored, back)) == sorted(map(_plain, there))
    return said(there)


def _plain(item: Change) -> tuple[Any, ...]:
    change = "removed" if item.change == "retired" else item.change
    shown = [(e.axis, e.old, e.new, e.effect) for e in item.evidence]
    return (
        item.kind, change, item.field, item.effect, item.old_id or "", item.id or "",
        item.old or "", item.new or "", sorted(item.axes), sorted(shown), item.confidence,
        sorted(item.rules),
    )  # fmt: skip


def _mirrored(item: Change) -> tuple[Any, ...]:
    change = "removed" if item.change == "retired" else item.change
    shown = [(e.axis, e.new, e.old, mirror(e.effect)) for e in item.evidence]
    return (
        item.kind, mirror(change), item.field, mirror(item.effect), item.id or "",
        item.old_id or "", item.new or "", item.old or "", sorted(item.axes), sorted(shown),
        item.confidence, sorted(item.rules),
    )  # fmt: skip


def test_nothing_changed() -> None:
    assert both(code(THREE), code(THREE)) == []
    assert diff(code(THREE), code(THREE)).required_bump("case") == "none"


def test_where_a_rule_stands_and_how_it_is_quoted_is_no_change(tmp_path: Path) -> None:
    plain = code({"a": "Greet customers."})
    file = tmp_path / "x.yaml"
    file.write_text(
        "conduct: 1\nid: case\n\ntitle: A code\nlanguage: en\nrules:\n"
        '- {text: "Greet customers.", id: a}\n'
    )
    assert both(plain, load(file)) == []


def test_reworded() -> None:
    old, new = code(THREE), code({**THREE, "reply": "Reply to letters within five days."})
    assert both(old, new) == [("rule", "reworded", "reply", "", "weaker")]
    change = diff(old, new).changes[0]
    assert change.axes == ("deadline",)
    assert (change.old, change.new) == (REPLY, "Reply to letters within five days.")
    assert change.old_at == old.by_id["reply"].place.span("text")
    assert change.new_at == new.by_id["reply"].place.span("text")
    assert change.confidence == "high"


def test_added_and_removed_with_the_anchor() -> None:
    old, new = code(THREE), code({**THREE, "trick": TRICK})
    assert both(old, new) == [("rule", "added", "trick", "", "stronger")]
    gone = diff(new, old).changes[0]
    assert (gone.change, gone.effect, gone.id, gone.old_id) == ("removed", "weaker", None, "trick")
    assert "No `retired` entry keeps “trick”" in gone.notes[0]
    kept = code(THREE, retired=[{"id": "trick", "in": "2.0.0"}])
    retired = diff(new, kept).changes[0]
    assert (retired.change, retired.effect, retired.notes) == ("retired", "weaker", ())


def test_renamed_by_its_words_and_by_likeness() -> None:
    old = code(THREE)
    new = code({"privacy": PRIVACY, "answers": REPLY, "thanks": THANKS})
    assert both(old, new) == [("rule", "renamed", "answers", "", "neutral")]
    assert "No `retired` entry keeps “reply”" in diff(old, new).changes[0].notes[0]
    new = code(
        {"privacy": PRIVACY, "answers": "Reply to letters within nine days.", "thanks": THANKS}
    )
    assert both(old, new) == [
        ("rule", "renamed", "answers", "", "neutral"),
        ("rule", "reworded", "answers", "", "weaker"),
    ]


def test_moved() -> None:
    old = code({**THREE, "smile": SMILE})
    new = code({"smile": SMILE, **THREE})
    assert both(old, new) == [("rule", "moved", "smile", "", "neutral")]


def test_moved_to_another_section() -> None:
    first, second = {"id": "a", "title": "One"}, {"id": "b", "title": "Two"}
    privacy, reply = {"id": "privacy", "text": PRIVACY}, {"id": "reply", "text": REPLY}
    thanks = {"id": "thanks", "text": THANKS}
    old = code([], sections=[{**first, "rules": [privacy, reply]}, {**second, "rules": [thanks]}])
    new = code([], sections=[{**first, "rules": [privacy]}, {**second, "rules": [reply, thanks]}])
    assert both(old, new) == [("rule", "moved", "reply", "", "neutral")]
    flat = code([privacy, reply, thanks])
    assert {change[1:3] for change in both(flat, new)} == {("added", "a"), ("added", "b")}


def test_split_and_merged() -> None:
    whole = (
        "Take ownership of complaints. Follow up until they are resolved and notify the customer."
    )
    old = code({**THREE, "own": whole})
    new = code({
        **THREE, "own": "Take ownership of complaints.",
        "follow": "Follow up until they are resolved and notify the customer.",
    })  # fmt: skip
    assert both(old, new) == [("rule", "split", "own", "", "neutral")]
    assert diff(old, new).changes[0].rules == ("own", "follow")
    assert said(diff(new, old).changes) == [("rule", "merged", "own", "", "neutral")]


def test_merged_word_for_word() -> None:
    old = code({**THREE, "escalate": "Tell your manager of complaints you cannot handle."})
    new = code({
        "privacy": PRIVACY, "thanks": THANKS,
        "escalate": f"Tell your manager of complaints you cannot handle. {REPLY}",
    })  # fmt: skip
    assert both(old, new) == [("rule", "merged", "escalate", "", "neutral")]
    assert "“reply”" in diff(old, new).changes[0].notes[0]


def test_retagged_is_neutral() -> None:
    values = [{"id": "honesty", "name": "Honesty"}, {"id": "care", "name": "Care"}]
    old = code([{"id": "a", "text": TRICK, "values": ["honesty", "care"]}], values=values)
    new = code([{"id": "a", "text": TRICK, "values": ["honesty"]}], values=values)
    assert both(old, new) == [("rule", "retagged", "a", "values", "neutral")]


def test_a_reason_that_moves_to_why_is_neutral() -> None:
    old = code([{"id": "a", "text": "Keep promises, this builds trust."}])
    new = code([{"id": "a", "text": "Keep promises.", "why": "This builds trust."}])
    assert both(old, new) == [("rule", "reworded", "a", "", "neutral")]
    assert diff(old, new).changes[0].notes == ("Its reason moved to `why`.",)


@pytest.mark.parametrize(
    "words",
    [
        "Do not trick them.",
        "Unless they are rude.",
        "This applies to managers.",
        "This takes 3 days.",
        "Customers may return goods.",
    ],
)
def test_a_duty_that_moves_to_why_is_no_longer_one(words: str) -> None:
    old = code([{"id": "a", "text": f"Keep promises to customers. {words}"}])
    new = code([{"id": "a", "text": "Keep promises to customers.", "why": words}])
    assert both(old, new)[0][4] != "neutral"


def test_why_alone() -> None:
    old = code([{"id": "a", "text": TRICK}])
    new = code([{"id": "a", "text": TRICK, "why": "Trust is hard to win back."}])
    assert both(old, new) == [("rule", "edited", "a", "why", "neutral")]
    new = code([{"id": "a", "text": TRICK, "why": "Managers may do it."}])
    assert both(old, new) == [("rule", "edited", "a", "why", "unknown")]


@pytest.mark.parametrize(
    ("old", "new", "effect"),
    [
        ("must", "should", "weaker"), ("should", "must", "stronger"), ("must", "may", "weaker"),
        ("must", "must-not", "reversed"), ("may", "must-not", "reversed"),
        ("must-not", "should-not", "weaker"), ("", "must", "neutral"), ("", "should", "weaker"),
    ],
)  # fmt: skip
def test_level(old: str, new: str, effect: str) -> None:
    sides = [code([{"id": "a", "text": THANKS} | ({"level": level} if level else {})])
             for level in (old, new)]  # fmt: skip
    assert both(*sides) == [("rule", "edited", "a", "level", effect)]
    assert diff(*sides).changes[0].axes == ("level",)


def test_a_level_that_stays_while_the_words_soften() -> None:
    old = code([{"id": "a", "text": "Staff must smile.", "level": "must"}])
    new = code([{"id": "a", "text": "Staff should smile.", "level": "must"}])
    change = diff(old, new).changes[0]
    assert change.effect == "weaker"
    assert change.notes == ("The declared level is still “must”, but the words now say “should”.",)


PARTIES = [{"id": name, "name": name.title()} for name in ("staff", "managers", "customers")]


@pytest.mark.parametrize(
    ("old", "new", "effect"),
    [
        (["staff"], ["staff", "managers"], "stronger"),
        (["staff", "managers"], ["staff"], "weaker"),
        (["staff"], ["managers"], "unknown"),
    ],
)
def test_binds(old: list[str], new: list[str], effect: str) -> None:
    sides = [code(THREE, parties=PARTIES, binds=binds) for binds in (old, new)]
    assert both(*sides) == [("code", "edited", "case", "binds", effect)]
    rules = [
        code([{"id": "a", "text": THANKS, "binds": binds}], parties=PARTIES) for binds in (old, new)
    ]
    assert both(*rules) == [("rule", "edited", "a", "binds", effect)]


def test_a_rule_says_what_the_code_said() -> None:
    old = code([{"id": "a", "text": THANKS}], parties=PARTIES, binds=["staff"])
    new = code([{"id": "a", "text": THANKS, "binds": ["staff"]}], parties=PARTIES, binds=["staff"])
    assert both(old, new) == []


def test_whom_the_rules_serve_is_said_for_the_first_time_once() -> None:
    old = code([{"id": "a", "text": THANKS}, {"id": "b", "text": REPLY}], parties=PARTIES)
    new = code(
        [{"id": "a", "text": THANKS}, {"id": "b", "text": REPLY, "serves": ["staff"]}],
        parties=PARTIES, serves=["customers"],
    )  # fmt: skip
    assert both(old, new) == [("code", "added", "case", "serves", "unknown")]
    assert diff(old, new).changes[0].rules == ("b",)


@pytest.mark.parametrize(
    ("field", "old", "new", "effect"),
    [
        ("status", "active", "draft", "weaker"),
        ("status", "draft", "retired", "neutral"),
        ("effective", "2026-01-01", "2027-01-01", "weaker"),
        ("scope", "All staff of the shop.", "Staff of the call centre.", "unknown"),
        ("title", "A code", "Our code", "neutral"),
        ("closing", "These rules are advice.", "These rules are binding.", "unknown"),
        ("summary", "Rules of the shop.", "Rules of the counter.", "neutral"),
        ("purpose", "Why we wrote it.", "Why we wrote this.", "neutral"),
        ("purpose", "You must obey.", "You must never obey.", "reversed"),
        ("review_by", "2027-01-01", "2029-01-01", "neutral"),
        ("language", "en", "en-GB", "neutral"),
        ("kind", "staff", "customers", "unknown"),
        ("issuer", "A company", "B company", "unknown"),
        ("redress", "We must refund you.", "We may refund you.", "weaker"),
        ("limits", "No gifts.", "No gifts, no loans.", "unknown"),
    ],
)
def test_fields_of_the_code(field: str, old: str, new: str, effect: str) -> None:
    sides = [code(THREE, **{field: value}) for value in (old, new)]
    assert both(*sides) == [("code", "edited", "case", field, effect)]


@pytest.mark.parametrize(
    ("field", "item", "kind", "effect"),
    [
        ("values", {"id": "a", "name": "A"}, "value", "unknown"),
        ("terms", {"term": "Customer", "text": "Who buys."}, "term", "unknown"),
        (
            "consequences",
            {"id": "a", "name": "Warning", "then": "A talk."},
            "consequence",
            "stronger",
        ),
        ("contacts", {"for": "reports", "email": "a@example.org"}, "contact", "stronger"),
        ("parties", {"id": "a", "name": "A"}, "party", "neutral"),
        ("measures", {"id": "a", "name": "A"}, "measure", "neutral"),
    ],
)
def test_elements_that_come_and_go(field: str, item: Any, kind: str, effect: str) -> None:
    fields: dict[str, Any] = {field: [item]}
    (change,) = both(code(THREE), code(THREE, **fields))
    assert (change[0], change[1], change[4]) == (kind, "added", effect)


def test_where_reports_go_is_for_people_to_read() -> None:
    sides = [
        code(THREE, contacts=[{"for": "reports", "email": f"{name}@example.org"}])
        for name in ("breach", "boss")
    ]
    assert both(*sides) == [("contact", "edited", "reports", "email", "unknown")]


def test_what_may_follow_a_breach_and_what_does() -> None:
    sides = [
        code(
            THREE,
            consequences=[{"id": "step", "name": "Removal", "then": f"Liars {word} be removed."}],
        )
        for word in ("may", "will")
    ]
    assert both(*sides) == [("consequence", "edited", "step", "then", "stronger")]


@pytest.mark.parametrize(
    ("old", "new", "effect"),
    [
        ("Temporary mute", "Permanent mute", "unknown"),
        ("A fine of 10 euros", "A fine of 500 euros", "unknown"),
        ("Suspension", "Expulsion", "unknown"),
        ("Written warning", "Written warning.", "neutral"),
    ],
)
def test_a_consequence_may_be_all_in_its_name(old: str, new: str, effect: str) -> None:
    sides = [code(THREE, consequences=[{"id": "step", "name": name}]) for name in (old, new)]
    assert both(*sides) == [("consequence", "edited", "step", "name", effect)]


def test_the_id_of_a_code_is_permanent() -> None:
    old, new = code(THREE), code(THREE, id="other")
    (change,) = diff(old, new).changes
    assert (change.kind, change.change, change.field, change.effect) == (
        "code", "edited", "id", "unknown",
    )  # fmt: skip
    assert (change.old, change.new) == ("case", "other")
    assert "permanent" in change.notes[0]


def test_terms_name_the_rules_that_use_them() -> None:
    term = {"term": "Customer", "text": "Who buys."}
    old, new = code(THREE, terms=[term]), code(THREE, terms=[{**term, "text": "Who buys twice."}])
    assert both(old, new) == [("term", "edited", "Customer", "text", "unknown")]
    assert diff(old, new).changes[0].rules == ("thanks",)


def test_one_cause_is_one_entry() -> None:
    texts = {name: f"{verb} the organisation." for name, verb in
             [("a", "Help"), ("b", "Thank"), ("c", "Serve")]}  # fmt: skip
    old = code(texts)
    new = code({name: text.replace("organisation", "organization") for name, text in texts.items()})
    assert both(old, new) == [("code", "reworded", "case", "", "neutral")]
    assert diff(old, new).changes[0].rules == ("a", "b", "c")
    new = code({name: text.replace("organisation", "company") for name, text in texts.items()})
    assert both(old, new) == [("code", "reworded", "case", "", "unknown")]


def test_a_whole_code_that_comes_or_goes() -> None:
    there, back = came(code(THREE)).changes[0], went(code(THREE)).changes[0]
    assert (there.change, there.effect, there.rules) == ("added", "stronger", tuple(THREE))
    assert (back.change, back.effect, back.rules) == ("removed", "weaker", tuple(THREE))


@pytest.mark.parametrize(
    ("version", "text", "step"),
    [
        ("1.0.0", "Reply to letters within five days.", "major"),
        ("0.3.0", "Reply to letters within five days.", "minor"),
        ("1.0.0", "Reply to letters within one day.", "minor"),
        ("1.0.0", "Reply to letters from friends within two days.", "minor"),
        ("1.0.0", "Reply to letters within 48 hours.", "patch"),
    ],
)
def test_the_version_that_changes_ask_for(version: str, text: str, step: str) -> None:
    old = code(THREE, version=version)
    new = code({**THREE, "reply": text}, version=version)
    assert diff(old, new).required_bump("case") == step


def test_the_shape_in_json() -> None:
    data = diff(code(THREE), code({**THREE, "trick": TRICK}, path="new.yaml")).as_dict()
    assert list(data) == ["format", "codes", "changes"]
    assert data["codes"] == [{"id": "case", "old": None, "new": None, "required_bump": "minor"}]
    assert list(data["changes"][0])[:15] == [
        "code", "kind", "id", "old_id", "change", "effect", "axes", "binds", "serves", "old", "new",
        "old_at", "new_at", "evidence", "confidence",
    ]  # fmt: skip
    assert data["changes"][0]["new_at"]["path"] == "new.yaml"


SENTENCES = [
    PRIVACY, REPLY, THANKS, SMILE, TRICK, "Staff may leave early.", "Report gifts above 50 euros.",
    "Never share private information.", "Reply to letters within one day. Thank the customer.",
    "Thank all customers, if possible.", "This is only a reason.", "Harassment is not tolerated.",
    "Avoid sharing private information, unless a manager agrees.", "Managers must report gifts.",
]  # fmt: skip
RULES = st.lists(
    st.tuples(st.sampled_from("abcdefg"), st.sampled_from(SENTENCES)),
    max_size=6, unique_by=lambda pair: pair[0],
)  # fmt: skip
LAST = ("z", "Know your mission.")


@settings(max_examples=300, deadline=None)
@given(RULES, RULES)
def test_old_and_new_exchanged_give_the_mirror_image(old: Any, new: Any) -> None:
    found = both(code(dict([*old, LAST])), code(dict([*new, LAST])))
    assert {item[0] for item in found} <= set(KINDS)
    assert {item[1] for item in found} <= set(CHANGES)
    assert {item[4] for item in found} <= set(EFFECTS)


@settings(max_examples=100, deadline=None)
@given(RULES, RULES)
def test_every_rule_of_both_sides_is_accounted_for(old: Any, new: Any) -> None:
    one, two = code(dict([*old, LAST])), code(dict([*new, LAST]))
    changes = diff(one, two).changes
    named = {item.id for item in changes} | {name for item in changes for name in item.rules}
    named |= {item.old_id for item in changes}
    for rule in one.rules:
        kept = two.by_id.get(rule.id)
        assert rule.id in named or (kept and kept.text == rule.text)
