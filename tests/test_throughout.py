"""A term, a name, a word or an address that changed throughout is one entry with its rules."""

from typing import Any

import pytest

from codes import code
from conductkit.change import Change, mirror
from conductkit.changelog import lines
from conductkit.diff import diff
from conductkit.model import Code
from conductkit.reports import html, json, markdown, text

RULES = {
    "greet": "Greet every guest by name.",
    "price": "Show a guest the full price.",
    "privacy": "Never read a guest’s letters.",
    "others": "Keep the hall clean.",
}
MEANING = "Anybody who stays overnight."


def written(swap: tuple[str, str] = ("", ""), **more: Any) -> Code:
    """A code about guests with one word for another throughout, in either case."""
    one, two = swap

    def said(words: str) -> str:
        return words.replace(one, two).replace(one.capitalize(), two.capitalize()) if one else words

    whole: dict[str, Any] = {
        "purpose": said("This says what guests can expect."),
        "terms": [{"term": said("Guest"), "text": MEANING}],
        "sections": [{"id": "all", "title": said("For guests"), "rules": [
            {"id": key, "text": said(words)} for key, words in RULES.items()]}],
    }  # fmt: skip
    return code({}, **{**whole, **more})


def entries(old: Code, new: Code) -> list[Change]:
    there, back = diff(old, new).changes, diff(new, old).changes
    assert sorted(
        (one.kind, one.field, mirror(one.change), mirror(one.effect)) for one in back
    ) == (sorted((one.kind, one.field, one.change, one.effect) for one in there))
    return list(there)


def short(old: Code, new: Code) -> list[tuple[str, str, str]]:
    return [(one.kind, one.field or one.change, one.effect) for one in entries(old, new)]


def test_a_term_renamed_with_its_entry_is_one_neutral_change_with_its_rules() -> None:
    old, new = written(), written(("guest", "visitor"))
    (change,) = entries(old, new)
    assert (change.kind, change.change, change.effect) == ("term", "renamed", "neutral")
    assert (change.old_id, change.id) == ("Guest", "Visitor")
    assert change.rules == ("greet", "price", "privacy")
    assert change.notes == ("The same in 3 rules, 1 section and the purpose.",)
    assert lines(old, new, diff(old, new)) == [
        "Wording corrected throughout: “Guest” became “Visitor”."
    ]
    for form in (text, markdown, json, html):
        assert "same in 3 rules, 1 section and the purpose" in form.changes(diff(old, new), False)


def rules(**changed: str) -> dict[str, Any]:
    """The sections of the renamed code with other words in some rules."""
    said = {key: words.replace("guest", "visitor") for key, words in RULES.items()} | changed
    listed = [{"id": key, "text": words} for key, words in said.items()]
    return {"sections": [{"id": "all", "title": "For visitors", "rules": listed}]}


@pytest.mark.parametrize(
    "more",
    [
        # It means something else; the old name is left; other words changed with it.
        {"terms": [{"term": "Visitor", "text": "Anybody who comes by day."}]},
        rules(greet="Greet every guest by name."),
        {"purpose": "This says what guests can expect."},
        rules(greet="Greet most visitors by name."),
        rules(privacy="Read a visitor’s letters."),
        rules(others="Keep the hall clean for visitors and guests."),
        {"scope": "For visitors only."},
        {"terms": [{"term": "Visitor", "text": MEANING},
                   {"term": "Guest", "text": "Anybody who eats here."}]},
        {"terms": []},
    ],
)  # fmt: skip
def test_a_term_renamed_with_more_is_not_neutral(more: dict[str, Any]) -> None:
    assert any(
        one.effect != "neutral" for one in entries(written(), written(("guest", "visitor"), **more))
    )


@pytest.mark.parametrize(
    "more", [{"closing": "A visitor who comes by day is welcome."}, {"scope": "For visitors too."}]
)
def test_a_name_that_meant_something_before_is_no_mere_name(more: dict[str, Any]) -> None:
    found = entries(written(**more), written(("guest", "visitor"), **more))
    assert any(one.kind == "term" and one.effect == "unknown" for one in found)


def test_a_term_may_not_take_a_word_of_force_or_denial() -> None:
    for word in ("non guest", "must guest"):
        assert any(one.effect != "neutral" for one in entries(written(), written(("guest", word))))


def test_a_rule_that_changed_besides_has_its_own_entry() -> None:
    new = written(("guest", "visitor"), **rules(greet="Greet most visitors by name."))
    found = short(written(), new)
    assert ("rule", "reworded", "weaker") in found
    assert len(found) == 2


def test_a_word_changed_throughout_is_one_entry_whatever_it_stands_in() -> None:
    old, new = written(terms=[]), written(("guest", "walker"), terms=[])
    (change,) = entries(old, new)
    assert (change.kind, change.change, change.effect) == ("code", "reworded", "unknown")
    assert (change.old, change.new) == ("guest", "walker")
    assert change.rules == ("greet", "price", "privacy")
    assert "reworded throughout" in text.changes(diff(old, new), False)


COMPANY: dict[str, Any] = {
    "issuer": "Acmo Ltd",
    "scope": "All who work for Acmo are bound.",
    "rules": [
        {"id": "work", "text": "Do not work for rivals of Acmo."},
        {"id": "logo", "text": "Never sell things with the marks of Acmo on them."},
        {"id": "time", "text": "Keep your hours at Acmo free of other work."},
    ],
}


def company(name: str, **more: Any) -> Code:
    said = {key: value.replace("Acmo", name) for key, value in COMPANY.items() if key != "rules"}
    listed = [{**rule, "text": rule["text"].replace("Acmo", name)} for rule in COMPANY["rules"]]
    return code(listed, **{**said, **more})


def test_a_company_renamed_is_one_entry() -> None:
    (change,) = entries(company("Acmo"), company("Zenko2"))
    assert (change.kind, change.effect) == ("code", "neutral")
    assert change.rules == ("work", "logo", "time")
    assert change.notes == ("The same in 3 rules, the scope and the issuer.",)
    # Another company made it, or one that is named elsewhere too: to be read, in one entry.
    other = entries(company("Acmo"), company("Zenko2", issuer="Acmo Ltd"))
    assert {one.effect for one in other} == {"unknown"}
    assert short(company("Acmo"), company("Acmo", issuer="Zenko2 Ltd")) == [
        ("code", "issuer", "unknown")
    ]


def mailing(old: str, new: str, **more: str) -> list[tuple[str, str, str]]:
    sides = []
    for mail in (old, new):
        said = {"ask": f"Answer each letter to {mail} within a day.", "greet": "Greet all."} | more
        sides.append(code(said, contacts=[{"for": "reports", "email": mail}],
                          owner={"name": "The desk", "email": mail}))  # fmt: skip
    return short(*sides)


def test_an_address_changed_in_several_places_is_one_entry() -> None:
    assert mailing("a@x.org", "b@x.org") == [("contact", "email", "unknown")]
    sides = [
        code({"one": f"Send complaints to {mail}.", "two": f"Ask {mail} for leave."})
        for mail in ("a@x.org", "b@x.org")
    ]
    (change,) = entries(*sides)
    assert (change.kind, change.rules, change.old, change.new) == (
        "code", ("one", "two"), "a@x.org", "b@x.org",
    )  # fmt: skip


def test_two_addresses_are_two_causes() -> None:
    old, new = (
        code({"one": f"Send complaints to {a}.", "two": f"Ask {b} for leave."})
        for a, b in (("a@x.org", "c@x.org"), ("b@x.org", "d@x.org"))
    )
    assert short(old, new) == [("rule", "reworded", "unknown")] * 2


def test_a_party_renamed_in_the_rules_too_is_one_entry() -> None:
    def sided(name: str) -> Code:
        party = [{"id": name.lower(), "name": name}, {"id": "staff", "name": "Staff"}]
        said = {"give": f"{name} must give true details.", "lock": f"{name} must lock the door.",
                "shout": f"{name} must not shout.", "greet": "Staff must greet all."}  # fmt: skip
        listed = [{"id": key, "text": words, "binds": [words.split()[0].lower()]}
                  for key, words in said.items()]  # fmt: skip
        return code(listed, parties=party)

    (change,) = entries(sided("Guests"), sided("Tenants"))
    assert (change.kind, change.change, change.effect) == ("party", "renamed", "unknown")
    assert change.rules == ("give", "lock", "shout")


DEFINED = (
    "- *Mute* refers to the act of keeping an account out of every room. Mutes may be *short*.\n"
    "- *Room* refers to a place where members of the club talk."
)
MUTING = {
    "week": "Hosts may mute an account for one week.",
    "twice": "Whoever was muted twice must write to the board.",
    "reason": "Hosts must give a reason for muting.",
}


def defined(words: str = DEFINED, **rules: str) -> Code:
    section = {"id": "all", "title": "Peace", "text": words, "rules": [
        {"id": key, "text": text} for key, text in {**MUTING, **rules}.items()]}  # fmt: skip
    return code({}, sections=[section])


def hushed(words: str) -> str:
    for old, new in (("Muting", "Silencing"), ("Mute", "Silence")):
        words = words.replace(old, new).replace(old.lower(), new.lower())
    return words


ELSEWHERE = {key: hushed(text) for key, text in MUTING.items()}


@pytest.mark.parametrize(
    ("words", "rules", "neutral"),
    [
        (hushed(DEFINED), ELSEWHERE, True),
        (hushed(DEFINED).replace("every room", "one room"), ELSEWHERE, False),
        (hushed(DEFINED), {**ELSEWHERE, "week": MUTING["week"]}, False),
        (hushed(DEFINED), {**ELSEWHERE, "week": "Hosts must silence an account."}, False),
    ],
    ids=["throughout", "another meaning", "one left", "another duty"],
)
def test_a_term_that_a_text_defines_has_another_name_throughout(
    words: str, rules: dict[str, str], neutral: bool
) -> None:
    for old, new in ((defined(), defined(words, **rules)), (defined(words, **rules), defined())):
        assert all(one.effect == "neutral" for one in diff(old, new).changes) == neutral


def test_a_defined_term_that_takes_a_word_that_was_used_before_is_to_be_read() -> None:
    old = defined(other="Members keep silence in the library.")
    new = defined(hushed(DEFINED), **ELSEWHERE, other="Members keep silence in the library.")
    assert not all(one.effect == "neutral" for one in diff(old, new).changes)


HALL = {
    "greet": "Greet every guest of the inn.",
    "price": "Show a guest the full price.",
    "calls": "Never record the calls of a guest.",
    "doors": "Lock the doors of the inn.",
    "lamps": "Light the lamps of the inn.",
}


def said(*swaps: tuple[str, str], **changed: str) -> Code:
    texts = HALL | changed
    for one, two in swaps:
        texts = {key: words.replace(one, two) for key, words in texts.items()}
    return code(texts)


def test_two_words_changed_throughout_are_two_entries() -> None:
    both = said(("guest", "walker"), ("inn", "hut"))
    found = entries(said(), both)
    assert {(one.old, one.new) for one in found} == {("guest", "walker"), ("inn", "hut")}
    assert {name for one in found for name in one.rules} == {*HALL}
    assert all("greet" in one.rules for one in found)  # it has both words
    # What a rule says besides is told of that rule.
    more = said(("guest", "walker"), ("inn", "hut"), greet="Greet most guests of the inn.")
    assert ("rule", "reworded", "weaker") in short(said(), more)
    turned = said(("guest", "walker"), ("inn", "hut"), doors="Never lock the doors of the inn.")
    assert any(one.effect == "reversed" and one.name == "doors" for one in entries(said(), turned))


def test_words_put_in_throughout_are_one_entry() -> None:
    eased = said((".", " where possible."))
    (change,) = entries(said(), eased)
    assert (change.effect, change.old, change.new) == ("weaker", None, "where possible")
    assert change.rules == tuple(HALL)
    # In two rules only, or with other words in one of them, each is told.
    two = {key: HALL[key].replace(".", " where possible.") for key in ("greet", "price")}
    assert short(said(), said(**two)) == [("rule", "reworded", "weaker")] * 2
    other = entries(said(), said((".", " where possible."), doors="Lock the doors at night."))
    assert {one.name for one in other} >= {"doors"}


def test_a_stop_that_went_throughout_is_one_neutral_entry() -> None:
    (change,) = entries(said(), said((".", "")))
    assert (change.effect, change.old, change.new) == ("neutral", ".", None)
    asked = entries(said(), said((".", "."), doors="Lock the doors of the inn?"))
    assert [one.name for one in asked] == ["doors"]


def reached(*mails: str, rule: str = "") -> Code:
    uses = ("questions", "reports", "appeals")
    contacts = [{"for": use, "email": mail} for use, mail in zip(uses, mails, strict=True)]
    return code({"ask": rule or f"Answer each letter to {mails[0]} within a day."},
                contacts=contacts)  # fmt: skip


def test_a_domain_changed_in_all_addresses_is_one_entry() -> None:
    old, new = (
        reached(*(f"{name}@{host}" for name in ("ask", "tell", "plead")))
        for host in ("inn.org", "hut.net")
    )
    (change,) = entries(old, new)
    assert (change.kind, change.effect) == ("contact", "unknown")
    assert change.notes == ("The same in 1 rule and 2 contacts.",)
    # Another person at another domain is another cause; so is a word beside an address.
    other = reached("ask@hut.net", "tell@hut.net", "boss@hut.net", rule="Answer ask@hut.net.")
    assert len(entries(old, other)) > 1
    slower = reached("ask@hut.net", "tell@hut.net", "plead@hut.net",
                     rule="Answer each letter to ask@hut.net within a week.")  # fmt: skip
    assert any(one.kind == "rule" and one.effect == "weaker" for one in entries(old, slower))


def test_links_reached_otherwise_are_one_entry() -> None:
    old, new = (
        code({"one": f"Read {how}://inn.org/rules first.", "two": f"Ask at {how}://inn.org/desk.",
              "three": "Greet all."})
        for how in ("http", "https")
    )  # fmt: skip
    assert len(entries(old, new)) <= 1


def test_rules_that_got_numbers_are_one_neutral_entry() -> None:
    numbered = {key: f"{at}. {words}" for at, (key, words) in enumerate(HALL.items(), 1)}
    (change,) = entries(said(), said(**numbered))
    assert (change.effect, change.old, change.new) == ("neutral", None, "1.")
    assert change.rules == tuple(HALL)
    doors = numbered | {"doors": "4. Lock the doors at night."}
    assert any(one.name == "doors" for one in entries(said(), said(**doors)))


def test_a_party_put_into_several_lists_is_told_of_them() -> None:
    def served(*names: str) -> Code:
        parties = [{"id": id, "name": id.title()} for id in ("guests", "press")]
        sections = [
            {"id": f"s{at}", "title": f"Hall {at}", "serves": list(names),
             "rules": [{"id": f"r{at}", "text": f"Keep hall {at} clean."}]}
            for at in range(4)
        ]  # fmt: skip
        return code({}, parties=parties, sections=sections)

    found = entries(served("guests"), served("guests", "press"))
    assert {(one.kind, one.field, one.effect) for one in found} == {
        ("section", "serves", "stronger")
    }
