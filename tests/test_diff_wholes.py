"""What two editions as wholes say of a change: sentences that moved, names, what answers what."""

from typing import Any

import pytest

from codes import code
from conductkit import axes, shelf
from conductkit.change import mirror
from conductkit.diff import diff
from conductkit.model import Code

GREET = {"greet": "Greet every customer."}
SAYS = "Anyone asked to stop is expected to comply at once."


def effects(old: Code, new: Code) -> list[tuple[str, str, str]]:
    """Kind, name and effect of what is not neutral, after holding that the other way round
    mirrors."""
    there, back = diff(old, new).changes, diff(new, old).changes
    assert sorted(mirror(item.effect) for item in back) == sorted(item.effect for item in there)
    return [(item.kind, item.name, item.effect) for item in there if item.effect != "neutral"]


def section(text: str, *rules: str, id: str = "s") -> dict[str, Any]:
    listed = [{"id": f"{id}{at}", "text": rule} for at, rule in enumerate(rules)]
    return {"id": id, "title": "Part", "text": text, "rules": listed}


def test_a_sentence_that_names_who_does_what_may_move() -> None:
    old = code({}, sections=[section(f"We meet here. {SAYS}", "Greet customers.")])
    new = code({}, sections=[section("We meet here.", "Greet customers.", SAYS)])
    assert effects(old, new) == []


@pytest.mark.parametrize(
    "words",
    ["Your manager must agree to it.", "Obtain the consent of a manager.", "They must agree."],
)
def test_a_sentence_that_leans_on_its_rule_may_not(words: str) -> None:
    one, two = "Staff may accept small presents.", "Staff may work from home."
    old = code({"gifts": f"{one} {words}", "home": two})
    new = code({"gifts": one, "home": f"{two} {words}"})
    assert effects(old, new) != []


def test_a_sentence_that_moves_to_other_people_is_a_change() -> None:
    parties = [{"id": "staff", "name": "Staff"}, {"id": "cooks", "name": "Cooks"}]
    more: dict[str, Any] = {"parties": parties, "binds": ["staff"]}
    for key, there in (("binds", ["cooks"]), ("channels", ["phone"])):
        aimed = {**section("For some.", "Taste it.", id="t"), key: there}
        old = code({}, sections=[section(f"We meet. {SAYS}", "Greet all."), aimed], **more)
        moved = {**aimed, "text": f"For some. {SAYS}"}
        new = code({}, sections=[section("We meet.", "Greet all."), moved], **more)
        assert effects(old, new) != [], key


def test_a_rule_that_becomes_mere_description_is_a_change() -> None:
    old = code({**GREET, "stop": SAYS})
    new = code(GREET, purpose=f"We care. {SAYS}")
    assert ("rule", "stop", "weaker") in effects(old, new)


def test_a_rule_said_once_more_binds_nobody_otherwise() -> None:
    old = code({}, sections=[section(f"We meet here. {SAYS}", "Greet customers.")])
    new = code({}, sections=[section(f"We meet here. {SAYS}", "Greet customers.", SAYS)])
    assert effects(old, new) == []
    other = code(
        {}, sections=[section(f"We meet here. {SAYS}", "Greet customers.", f"{SAYS} Never shout.")]
    )
    assert effects(old, other) == [("rule", "s1", "stronger")]


def test_a_name_that_changed_throughout_is_no_change_of_a_duty() -> None:
    rules = {
        "work": "Do not work for rivals of Acme.",
        "logo": "Never sell things with the marks of Acme on them.",
        "time": "Keep your hours at Acme free of other work.",
    }
    renamed = {key: text.replace("Acme", "Zenko2") for key, text in rules.items()}
    assert effects(code(rules), code(renamed)) == []
    # Left somewhere, it is another one; a body with an article may decide otherwise; and where
    # people are sent is never a mere name.
    assert effects(code(rules), code({**renamed, "time": rules["time"]})) != []
    sent = {key: f"{text} Tell Acme." for key, text in rules.items()}
    other = {key: text.replace("Acme", "Zenko2") for key, text in sent.items()}
    assert effects(code(sent), code(other)) != []
    body = {key: text.replace("Acme", "the Board") for key, text in rules.items()}
    council = {key: text.replace("Acme", "the Council") for key, text in rules.items()}
    assert effects(code(body), code(council)) != []


def test_a_body_called_otherwise_throughout_decides_as_before() -> None:
    rules = {
        "send": "Send every complaint to the committee.",
        "read": "The committee must read the committee's mail every day.",
        "ban": "Only the committee may ban somebody.",
    }
    other = {key: text.replace("committee", "working group") for key, text in rules.items()}
    assert effects(code(rules), code(other)) == []
    # Left somewhere, or known before, they are two; and not every name is that of a kind of body.
    assert effects(code(rules), code({**other, "ban": rules["ban"]})) != []
    both = {"old": "The working group must meet every month."}
    assert effects(code({**rules, **both}), code({**other, **both})) != []
    for one, two in (("committee", "manager"), ("committee", "police"), ("committee", "owner")):
        taken = {key: text.replace(one, two) for key, text in rules.items()}
        assert effects(code(rules), code(taken)) != [], two
    party = [{"id": "wg", "name": "Working group"}]
    assert effects(code(rules, parties=party), code(other, parties=party)) != []


def test_one_word_in_all_its_forms_is_one_change() -> None:
    rules = {
        "one": "Moderators may Ban a member.",
        "two": "Banned members must leave.",
        "three": "Give the reasons for Banning a member.",
    }
    other = {
        "one": "Moderators may Block a member.",
        "two": "Blocked members must leave.",
        "three": "Give the reasons for Blocking a member.",
    }
    found = effects(code(rules), code(other))
    assert [(kind, effect) for kind, _, effect in found] == [("code", "unknown")]


def test_an_item_with_a_rule_of_its_own_now_is_no_sure_loss() -> None:
    lists = "Harassment includes threats, retaliation, and stalking."
    old = code({**GREET, "list": lists})
    less = {**GREET, "list": lists.replace("retaliation, ", "")}
    moved = code({**less, "own": "Do not retaliate against anybody who complains."})
    sure = {item.name: item.confidence for item in diff(old, moved).changes}
    assert sure["list"] == "low"
    assert diff(old, code(less)).changes[0].confidence == "high"


def test_a_duty_that_comes_with_a_denial_of_force_is_no_sure_gain() -> None:
    more = {**GREET, "report": "Report every breach to a manager."}
    denied = code({**more, "no": "This code should not be considered as enforceable."})
    sure = {item.name: item.confidence for item in diff(code(GREET), denied).changes}
    assert sure["report"] == "low"
    assert diff(code(GREET), code(more)).changes[0].confidence == "high"


def test_a_scope_that_says_where_the_code_holds_too() -> None:
    old = "All members must follow this code at our events."
    more = f"{old} This code may also be applied to what is said elsewhere."
    less = f"{old} This code does not apply to visitors."
    assert effects(code(GREET, scope=old), code(GREET, scope=more)) == [
        ("code", "case", "stronger")
    ]
    assert effects(code(GREET, scope=old), code(GREET, scope=less)) == [("code", "case", "weaker")]


def test_an_address_named_before_is_no_new_duty() -> None:
    contact = [{"for": "reports", "email": "help@a.org"}]
    old = code(GREET, contacts=contact)
    new = code({**GREET, "mail": "[Email the team here](mailto:help@a.org)"}, contacts=contact)
    assert effects(old, new) == []
    other = code({**GREET, "mail": "[Email the team here](mailto:boss@a.org)"}, contacts=contact)
    assert effects(old, other) != []


METADATA = {
    "level",
    "binds",
    "serves",
    "channels",
    "status",
    "effective",
    "scope",
    "term",
    "contact",
}


def test_every_axis_that_is_named_is_one_that_is_promised() -> None:
    before = {"purpose": "You must obey.", "issuer": "A shop", "kind": "staff", "status": "draft"}
    after = {
        "purpose": "You may obey.",
        "issuer": "B shop",
        "kind": "customers",
        "status": "active",
    }
    before |= {"scope": "All staff.", "redress": "We will refund you.", "closing": "This binds."}
    after |= {"scope": "Cooks.", "redress": "We may refund you.", "closing": "This is advice."}
    old, new = code(GREET, **before), code(GREET, **after)
    found = diff(old, new).changes
    named = {axis for item in found for axis in item.axes}
    named |= {one.axis for item in found for one in item.evidence}
    assert named <= METADATA | set(shelf.names(axes))
    assert {"scope", "status", "modal"} <= named


def confidences(old: Code, new: Code) -> dict[str, str]:
    return {item.name: item.confidence for item in diff(old, new).changes if item.kind == "rule"}


@pytest.mark.parametrize(
    ("gone", "came", "sure"),
    [
        # The same wish in other words: neither surely came nor went.
        (
            "Work to see that all groups of the town are represented.",
            "When halls are planned, ask the groups seldom represented.",
            "low",
        ),
        # Two duties that share small words, or one telling word only.
        (
            "Never tell a guest what another guest has paid.",
            "Always be what you seem to be.",
            "high",
        ),
        ("Keep the ladders in the shed.", "Report a broken window to the ladders desk.", "high"),
    ],
)
def test_a_rule_that_went_and_one_like_it_that_came_are_doubtful(
    gone: str, came: str, sure: str
) -> None:
    found = confidences(code({**GREET, "one": gone}), code({**GREET, "two": came}))
    assert found == {"one": sure, "two": sure}
    assert found == confidences(code({**GREET, "two": came}), code({**GREET, "one": gone}))


def test_where_nearly_all_went_what_came_may_be_no_news() -> None:
    many = {
        "a": "Wash the pans.", "b": "Lock the doors.", "c": "Feed the birds.",
        "d": "Write down each sale.", "e": "Wear a badge.",
    }  # fmt: skip
    few = {"x": "Follow the law of the land."}
    assert confidences(code({**GREET, **many}), code({**GREET, **few})) == {
        **dict.fromkeys(many, "high"), "x": "low",
    }  # fmt: skip
    del many["e"]
    assert set(confidences(code({**GREET, **many}), code({**GREET, **few})).values()) == {"high"}


@pytest.mark.parametrize(
    ("line", "effect"),
    [
        ("**Contact**: [help@a.org](mailto:help@a.org)", set()),
        ("Contact: [help@a.org](mailto:help@a.org).", set()),
        ("[Email the team](mailto:help@a.org)", set()),
        # What it is for, and another address, may bind.
        ("Appeals: [help@a.org](mailto:help@a.org)", {"weaker", "unknown"}),
        ("[Appeal a ban](mailto:help@a.org)", {"weaker", "unknown"}),
        ("[Email us to appeal](mailto:help@a.org)", {"weaker", "unknown"}),
        ("Contact: [the board](mailto:help@a.org)", {"weaker", "unknown"}),
        ("**Contact**: [boss@a.org](mailto:boss@a.org)", {"weaker", "unknown"}),
    ],
)
def test_a_line_that_only_names_a_known_address_may_go(line: str, effect: set[str]) -> None:
    more: dict[str, Any] = {"contacts": [{"for": "reports", "email": "help@a.org"}]}
    old = code({}, sections=[section(f"We meet here.\n\n{line}", "Greet customers.")], **more)
    new = code({}, sections=[section("We meet here.", "Greet customers.")], **more)
    found = {item.effect for item in diff(old, new).changes} - {"neutral"}
    assert found <= effect
    assert bool(found) == bool(effect)


def test_an_address_behind_a_label_is_part_of_what_is_compared() -> None:
    old, new = (
        code(
            {}, sections=[section(f"We meet.\n\n**Contact**: [{one}](mailto:{one})", "Greet all.")]
        )
        for one in ("help@a.org", "boss@a.org")
    )
    assert {item.effect for item in diff(old, new).changes} == {"unknown"}


def test_a_section_that_lets_some_set_the_code_aside_goes_with_what_it_asks_of_them() -> None:
    rest = section("Hello.", "Greet every customer.")
    asks = ("Keep that code in the hall.",)
    new = code({}, sections=[rest])
    old = code({}, sections=[rest, section("Chapters may adopt their own code.", *asks, id="own")])
    assert ("section", "own", "stronger") in effects(old, new)
    assert not any(c.effect == "weaker" and c.confidence == "high" for c in diff(old, new).changes)
    plain = code({}, sections=[rest, section("We meet here.", *asks, id="own")])
    found = [c for c in diff(plain, new).changes if c.kind == "rule"]
    assert [(c.effect, c.confidence) for c in found] == [("weaker", "high")]


def test_a_scope_that_a_section_stated_is_compared_with_it() -> None:
    says = "This code applies to all clubs and chats."
    sections = [section(f"By default, {says[0].lower()}{says[1:]} We meet here.", "Be kind.")]
    kept = [section("We meet here.", "Be kind.")]
    found = effects(code({}, sections=sections), code({}, sections=kept, scope=says))
    assert ("code", "case", "stronger") in found
    limited = "This code applies to members only."
    assert [e for *_, e in effects(code(GREET), code(GREET, scope=limited))] == ["unknown"]
    assert [e for *_, e in effects(code(GREET), code(GREET, scope=says))] == ["stronger"]


def test_a_duty_that_came_to_a_rule_may_be_one_that_went() -> None:
    old = code(
        {"edit": "Hosts must edit posts.", "why": "Reasons for decisions must be told by hosts."}
    )
    new = code({"edit": "Hosts must edit posts and should tell the reasons for decisions."})
    there = diff(old, new).changes
    assert {c.confidence for c in there if c.effect in ("stronger", "weaker")} == {"low"}


@pytest.mark.parametrize(
    ("before", "after", "effect"),
    [
        (
            "if he/she has an interest in both lists",
            "if they have an interest in both lists",
            set(),
        ),
        ("if he or she is late", "if they are late", set()),
        ("if he or she is late", "if we are late", {"unknown"}),
        ("if he or she is late", "if they were late", {"unknown"}),
    ],
)
def test_he_or_she_became_they_throughout(before: str, after: str, effect: set[str]) -> None:
    old, new = (
        code({}, sections=[section("We meet.", f"Members must tell the chair {part}.")])
        for part in (before, after)
    )
    for one, two in ((old, new), (new, old)):
        assert {item.effect for item in diff(one, two).changes} - {"neutral"} == effect


def test_he_or_she_became_they_in_one_place_only() -> None:
    """Whom “they” means is open then: those two, or the members."""
    rest = "A steward must leave once he or she is tired."
    parts = ("if he or she has an interest in the lists", "if they have an interest in the lists")
    old, new = (
        code({}, sections=[section("We meet.", f"Members must tell the chair {part}.", rest)])
        for part in parts
    )
    assert {item.effect for item in diff(old, new).changes} - {"neutral"} == {"unknown"}


def test_a_defined_term_is_known_by_its_capital() -> None:
    rules = {"vote": "Only Members may vote."}
    other = {"vote": "Only members may vote."}
    assert effects(code(rules), code(other)) == []
    terms = [{"term": "Member", "text": "Somebody who has paid for this year."}]
    found = [("rule", "vote", "unknown")]
    assert effects(code(rules, terms=terms), code(other, terms=terms)) == found
    opens = {"vote": "Members may vote."}
    assert effects(code(opens, terms=terms), code(opens, terms=terms)) == []


def test_items_leave_a_heading_that_says_how_they_are_meant() -> None:
    items = "- Smoking in the shed\n- Glass on the pier"
    may = {"id": "may", "title": "Allowed", "text": "- Dogs on a lead\n- Food on the lawn"}
    ban = {"id": "ban", "title": "Not allowed", "text": items}
    both = {**may, "text": f"{may['text']}\n{items}"}
    rules = {"rules": [{"id": "greet", "text": "Greet guests."}]}
    old = code({}, sections=[{**may, **rules}, ban])
    assert effects(old, code({}, sections=[{**both, **rules}])) != []
    there = {**may, "text": "- Food on the lawn", **rules}
    here = {**ban, "text": f"{items}\n- Dogs on a lead"}
    assert effects(old, code({}, sections=[there, here])) != []


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("We are a club that admits women.", "We are a club for men."),
        ("Our club is a home for people of each faith.", "Our club is a home for those we like."),
        ("We started in 2014 as a choir.", "We started in 2014 and record each rehearsal."),
        ("It is wrong to lie.", "It is right to lie."),
        ("Sit on a board, as long as there is no conflict.",
         "Sit on a board, as long as there is conflict."),
    ],
)  # fmt: skip
def test_what_a_group_says_of_itself_may_say_for_whom_it_is(before: str, after: str) -> None:
    for where in ("purpose", "summary"):
        assert effects(code(GREET, **{where: before}), code(GREET, **{where: after})) != []
    assert effects(code({**GREET, "x": before}), code({**GREET, "x": after})) != []
