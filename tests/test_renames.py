"""An element with another id is the one it was: one entry, and none less for what else changed."""

from typing import Any

import pytest
import yaml

from codes import code
from conductkit.change import mirror
from conductkit.changelog import lines
from conductkit.diff import diff
from conductkit.model import Code
from conductkit.reports import markdown, text

CODE = """
parties:
  - {id: staff, name: Staff}
  - {id: guests, name: Guests}
channels: [phone, chat]
values:
  - {id: care, name: Care, text: See what others need.}
  - {id: truth, name: Truth, text: Say what is so.}
sections:
  - id: desk
    title: The desk
    text: This holds at the desk.
    binds: [staff]
    serves: [guests]
    rules:
      - {id: greet, text: Greet every guest., values: [care]}
      - {id: price, text: Show the full price., values: [truth, care]}
      - id: calls
        text: Never record a call.
        values: [truth]
        channels: [phone]
        measures: [noise]
  - id: mail
    title: The mail
    binds: [staff]
    rules:
      - id: reply
        text: Reply within two days.
        values: [care]
        channels: [chat]
        measures: [noise]
consequences:
  - {id: word, name: A word, when: Somebody breaks a rule., then: The manager speaks with them.}
measures:
  - {id: noise, name: Complaints per month}
"""


def edition(*swaps: tuple[str, str]) -> Code:
    """The code with words of its file replaced, each wherever it stands."""
    words = CODE
    for old, new in swaps:
        assert old in words, old
        words = words.replace(old, new)
    return code({}, **yaml.safe_load(words))


def entries(new: Code) -> list[tuple[str, str, str, str]]:
    """Kind, name, change and effect of each entry from the code as it is; both ways mirror."""
    old = edition()
    there, back = diff(old, new).changes, diff(new, old).changes
    assert sorted((one.kind, mirror(one.change), mirror(one.effect)) for one in back) == sorted(
        (one.kind, one.change, one.effect) for one in there
    )
    return [(one.kind, one.field or one.name, one.change, one.effect) for one in there]


@pytest.mark.parametrize(
    ("swaps", "entry"),
    [
        ([("id: desk", "id: front")], ("section", "front", "renamed", "neutral")),
        ([("id: desk", "id: front"), ("The desk", "The front desk")],
         ("section", "front", "renamed", "unknown")),
        ([("care", "kind")], ("value", "kind", "renamed", "neutral")),
        ([("care", "kind"), ("name: Care", "name: Kindness")],
         ("value", "kind", "renamed", "unknown")),
        ([("care", "kind"), ("name: Care", "name: Kindness"), ("See what others need", "Be good")],
         ("value", "kind", "renamed", "unknown")),
        ([("guests", "clients")], ("party", "clients", "renamed", "neutral")),
        ([("guests", "clients"), ("name: Guests", "name: Clients")],
         ("party", "clients", "renamed", "unknown")),
        ([("noise", "complaints")], ("measure", "complaints", "renamed", "neutral")),
        ([("id: word", "id: talk")], ("consequence", "talk", "renamed", "neutral")),
        ([("chat", "messages")], ("code", "channels", "renamed", "unknown")),
    ],
)  # fmt: skip
def test_a_rename_is_one_entry(
    swaps: list[tuple[str, str]], entry: tuple[str, str, str, str]
) -> None:
    assert entries(edition(*swaps)) == [entry]


@pytest.mark.parametrize(
    ("swaps", "entry"),
    [
        # What else changed is told as it would be without the new id.
        ([("id: desk", "id: front"), ("This holds at the desk", "Staff must smile")],
         ("section", "front", "renamed", "stronger")),
        ([("id: desk", "id: front"), ("serves: [guests]", "serves: [guests, staff]")],
         ("section", "serves", "edited", "stronger")),
        ([("id: desk", "id: front"), ("The desk", "Recommendations")],
         ("section", "front", "renamed", "unknown")),
        ([("guests", "clients"), ("serves: [clients]", "serves: [staff]")],
         ("section", "serves", "edited", "unknown")),
        ([("care", "kind"), ("See what others need", "Obey")],
         ("value", "kind", "renamed", "unknown")),
        ([("id: word", "id: talk"), ("speaks with", "dismisses")],
         ("consequence", "talk", "renamed", "unknown")),
        ([("chat", "messages"), ("channels: [messages]", "channels: [messages, phone]")],
         ("rule", "channels", "edited", "stronger")),
        # Other people, other things: no rename, or one to be read.
        ([("id: staff, name: Staff", "id: heads, name: Heads"), ("[staff]", "[heads]")],
         ("party", "heads", "renamed", "unknown")),
        ([("noise", "sales"), ("Complaints per month", "Sales per month")],
         ("measure", "sales", "renamed", "unknown")),
    ],
)  # fmt: skip
def test_a_rename_hides_nothing(
    swaps: list[tuple[str, str]], entry: tuple[str, str, str, str]
) -> None:
    assert entry in entries(edition(*swaps))


def test_a_party_called_otherwise_says_on_which_axes() -> None:
    new = edition(("id: staff, name: Staff", "id: heads, name: Heads"), ("[staff]", "[heads]"))
    (change,) = diff(edition(), new).changes
    assert (change.old_id, change.id, change.axes) == ("staff", "heads", ("binds",))


def test_reports_say_both_names() -> None:
    old, new = edition(), edition(("id: desk", "id: front"))
    result = diff(old, new)
    assert "section renamed: desk → front" in text.changes(result, False)
    assert "section renamed: desk → front" in markdown.changes(result, False)
    assert lines(old, new, result) == ["Details that bind nobody: “desk → front”."]
    titled = edition(("id: desk", "id: front"), ("The desk", "Recommendations"))
    assert "→ Its id was “desk”." in text.changes(diff(old, titled), False)


def test_two_that_could_be_the_old_one_are_none() -> None:
    twins: list[dict[str, Any]] = [{"id": key, "name": "Care"} for key in ("one", "two")]
    old = code({"greet": "Greet all."}, values=[{"id": "care", "name": "Care"}])
    new = code({"greet": "Greet all."}, values=twins)
    assert sorted(one.change for one in diff(old, new).changes) == ["added", "added", "removed"]


def test_many_rules_with_other_ids_are_one_entry() -> None:
    halls = ("north", "south", "east", "west", "old", "new", "big", "far")
    rules = {f"r{at}": f"Keep the door of the {hall} hall shut." for at, hall in enumerate(halls)}
    later = {key.replace("r", "rule-"): words for key, words in rules.items()}
    old, new = code(rules), code(later)
    shown = text.changes(diff(old, new), False)
    assert "8 rules renamed" in shown
    assert "r0 → rule-0" in shown
    (line,) = lines(old, new, diff(old, new))
    assert line.startswith("8 rules have other ids: “r0 → rule-0”, ")
