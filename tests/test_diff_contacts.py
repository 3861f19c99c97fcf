"""What `conduct diff` says of contacts and of consequences that are said twice."""

from typing import Any

import pytest

from codes import code
from conductkit.change import mirror
from conductkit.diff import diff
from conductkit.difference.wording import judge
from conductkit.model import Code

GREET = {"greet": "Greet every customer."}
MAIL = {"for": "reports", "email": "a@example.org"}


def effects(old: Code, new: Code) -> list[str]:
    """The effects of all changes, after holding that the other way round mirrors."""
    there, back = diff(old, new).changes, diff(new, old).changes
    assert sorted(mirror(item.effect) for item in back) == sorted(item.effect for item in there)
    return sorted(item.effect for item in there)


def contacts(*entries: dict[str, str], **more: Any) -> Code:
    return code(GREET, contacts=list(entries), **more) if entries else code(GREET, **more)


def reports(**keys: str) -> dict[str, str]:
    return {"for": "reports", **keys}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (reports(email="a@example.org"), reports(email="A@Example.org")),
        (reports(url="https://example.org/report"), reports(url="http://example.org/report/")),
        (reports(phone="020 7946-0101"), reports(phone="02079460101")),
        (reports(phone="+44 20 7946 0101"), reports(phone="0044 (20) 7946.0101")),
        (reports(address="care at example.org"), reports(email="care@example.org")),
        (reports(address="care [at] example [dot] org"), reports(email="care@example.org")),
        (reports(address="**care** at **example.org**"), reports(email="care@example.org")),
    ],
)
def test_an_address_written_otherwise_is_the_same(old: dict[str, str], new: dict[str, str]) -> None:
    assert set(effects(contacts(old), contacts(new))) <= {"neutral"}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (reports(email="a@example.org"), reports(email="b@example.org")),
        (reports(email="a@example.org"), reports(email="a@example.com")),
        (reports(url="https://example.org/a"), reports(url="https://example.org/b")),
        (reports(url="https://example.org/r?to=a"), reports(url="https://example.org/r?to=b")),
        (reports(url="https://example.org/r#a"), reports(url="https://example.org/r#b")),
        (reports(phone="020 7946 0101"), reports(phone="020 7946 0102")),
        (reports(address="your supervisor"), reports(address="the owner")),
        (reports(address="the desk at noon"), reports(address="the desk at night")),
        (reports(email="a@example.org"), reports(url="https://example.org/report")),
        (MAIL, {**MAIL, "for": "questions"}),
        ({**MAIL, "name": "Ann Lee"}, {**MAIL, "name": "The owner"}),
        ({**MAIL, "name": "Ann"}, {**MAIL, "name": "The owner", "phone": "0207 946 0101"}),
    ],
)
def test_another_address_use_or_person_is_a_doubt(old: dict[str, str], new: dict[str, str]) -> None:
    assert effects(contacts(old), contacts(new)) == ["unknown"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ((), (MAIL,)),
        ((MAIL,), (MAIL, reports(phone="020 7946 0101"))),
        ((MAIL,), ({**MAIL, "phone": "020 7946 0101"},)),
        (
            (MAIL, reports(address="the desk")),
            (reports(address="the desk"), MAIL, reports(address="x")),
        ),
    ],
)
def test_a_way_more_to_turn_to_somebody_is_more(
    old: tuple[dict[str, str], ...], new: tuple[dict[str, str], ...]
) -> None:
    assert effects(contacts(*old), contacts(*new)) == ["stronger"]


def test_contacts_are_paired_by_address_and_not_by_their_order() -> None:
    boss, team = reports(address="your supervisor"), reports(address="the owners or the team")
    assert effects(contacts(boss, team, MAIL), contacts(MAIL, team, boss)) == []
    other = reports(email="b@example.org")
    assert effects(contacts(boss, MAIL), contacts(other, boss)) == ["unknown"]
    assert effects(contacts(boss, team), contacts(team)) == ["weaker"]


def test_a_contact_whose_address_the_words_name_as_well_neither_came_nor_went_for_sure() -> None:
    words = {"redress": "Write to a@example.org."}
    assert effects(contacts(MAIL, **words), contacts(**words)) == ["unknown"]
    other = {"redress": "Write to b@example.org."}
    assert effects(contacts(MAIL, **other), contacts(**other)) == ["weaker"]


def step(id: str, then: str = "", name: str = "Ban", **more: str) -> dict[str, str]:
    return {"id": id, "name": name, **({"then": then} if then else {}), **more}


THEN = "Whoever lies may be banned."


@pytest.mark.parametrize(
    ("kept", "more", "effect"),
    [
        (step("ban", THEN), step("ban-2", THEN), "neutral"),
        (step("ban"), step("ban-2"), "neutral"),
        (step("ban", THEN), step("ban-2", "Whoever steals may be banned."), "stronger"),
        (step("ban", THEN), step("ban-2", THEN, when="At once."), "stronger"),
        (step("ban"), step("ban-2", name="Expulsion"), "stronger"),
    ],
)
def test_a_consequence_said_twice_is_one(
    kept: dict[str, str], more: dict[str, str], effect: str
) -> None:
    assert effects(code(GREET, consequences=[kept]), code(GREET, consequences=[kept, more])) == [
        effect
    ]
    # Where the twin went or changed, it is not said twice; in the same words it has another id.
    gone = code(GREET, consequences=[kept]), code(GREET, consequences=[more])
    assert (effects(*gone) == ["neutral"]) == (effect == "neutral")
    assert (diff(*gone).changes[0].change == "renamed") == (kept["name"] == more["name"])


@pytest.mark.parametrize(
    ("old", "new", "same"),
    [
        ("Report it at a@b.org.", "Report it by emailing **a** at **b.org**.", True),
        ("Write to [a@b.org](mailto:a@b.org).", "Write to [a [at] b.org](mailto:a@b.org).", True),
        ("Write to a@b.org today.", "Write to a (at) b (dot) org today.", True),
        ("Write via A@b.org.", "Write at a@b.org.", True),
        # Another address, another place, another way.
        ("Report it at a@b.org.", "Report it by emailing c at b.org.", False),
        ("Report it at a@b.org.", "Report it by emailing a at c.org.", False),
        ("Report it at a@b.org.", "Report it from a@b.org.", False),
        ("Write to a@b.org.", "Never write to a at b.org.", False),
        ("Meet us at b.org, not a@b.org.", "Meet us at a@b.org, not b.org.", False),
        ("Report it at a@b.org.", "Report it by emailing a at b.org or the chair.", False),
    ],
)
def test_a_disguised_address_is_the_plain_one_of_the_other_side(
    old: str, new: str, same: bool
) -> None:
    found = judge(old, new, ("en", "en")), judge(new, old, ("en", "en"))
    assert [one.effect == "neutral" for one in found] == [same, same]
