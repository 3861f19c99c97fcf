"""Poster, card and handout, read back by others."""

import re

import pytest
from everything import everything
from paper import Paper, squeezed

from codes import code
from conductkit import bundled, project
from conductkit.errors import ConductError
from conductkit.format import Sheet
from conductkit.load import load
from conductkit.model import Code
from conductkit.prose import plain
from conductkit.render import publish, render

CODES = {name: load(path) for name, path in bundled.codes().items()}


def made(one: Code, to: str, **options: str) -> Paper:
    sheet = Sheet(party=options.get("party", ""), channel=options.get("channel", ""))
    return Paper(publish(one, to, catalogue=project.catalogue(one), sheet=sheet))


def test_a_poster_is_one_sheet_with_every_value_and_rule() -> None:
    for one in CODES.values():
        poster = made(one, "poster")
        assert poster.sizes == [(297, 420)]
        (shown,) = poster.pages
        for value in one.values:
            assert squeezed(value.name) in shown
        for number, rule in one.numbered():
            assert squeezed(f"{number} {rule.title or plain(rule.text)}") in shown
        assert "The rules in short" not in shown


def test_a_poster_for_those_with_letter_paper_is_tabloid() -> None:
    sheet = Sheet(paper="letter")
    assert Paper(publish(CODES["cx-touchpoints"], "poster", sheet=sheet)).sizes == [(279, 432)]


def test_a_title_stands_for_its_rule_and_the_poster_says_so() -> None:
    one = code([{"id": "one", "title": "Privacy", "text": "Never share what you were told."}])
    (shown,) = made(one, "poster").pages
    assert "1 Privacy" in shown
    assert "Never share" not in shown
    assert "The rules in short. What binds is the code itself." in shown


def test_a_long_code_keeps_the_poster_one_sheet_by_leaving_out_long_rules() -> None:
    long = {f"long-{number}": f"Long{number}. " + "Be kind to all. " * 40 for number in range(60)}
    (shown,) = made(code({**long, "short": "Be short."}), "poster").pages
    assert "61 Be short." in shown
    assert "Long7" not in shown
    assert "The rules in short." in shown
    many = {f"rule-{number}": f"Be kind to customer {number}." for number in range(400)}
    poster = made(code(many), "poster")
    assert len(poster.pages) == 1
    assert "1 Be kind to customer 0." in poster.pages[0]


@pytest.mark.parametrize("name", CODES)
def test_a_card_has_two_sides(name: str) -> None:
    one = CODES[name]
    front, back = made(one, "card").pages
    assert made(one, "card").sizes == [(86, 54), (86, 54)]
    assert squeezed(one.title) in front
    for value in one.values:
        assert value.name in front
    for contact in one.contacts:
        assert contact.email in back
    assert f"Version {one.version}" in back


def test_a_handout_has_the_rules_of_a_channel_with_their_own_numbers() -> None:
    one = CODES["customer-code"]
    handout = made(one, "handout", channel="phone")
    shown = " ".join(handout.pages)
    metadata = handout.reader.metadata
    assert metadata is not None
    assert metadata.title == "The Customer Code · Phone"
    for number, rule in one.numbered():
        wanted = "phone" in one.channels_of(rule)
        assert (squeezed(f"{number} {plain(rule.text)}") in shown) == wanted, rule.id
        for example in rule.examples.bad if rule.examples else ():
            assert (squeezed(plain(example)) in shown) == wanted


def test_a_handout_for_a_party_has_what_binds_and_what_serves_it() -> None:
    one = code(
        [
            {"id": "a", "text": "Rule A.", "binds": ["staff"]},
            {"id": "b", "text": "Rule B.", "binds": ["managers"], "serves": ["staff"]},
            {"id": "c", "text": "Rule C.", "binds": ["managers"]},
            {"id": "d", "text": "Rule D."},
        ],
        parties=[{"id": "staff", "name": "Staff"}, {"id": "managers", "name": "Managers"}],
    )
    text = render(one, "handout", sheet=Sheet(party="staff"))
    assert re.findall(r'<rule id="(\w)" number="(\d)">', text) == [
        ("a", "1"), ("b", "2"), ("d", "4"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ({"party": "stuff"}, "has no party “stuff”. Did you mean “staff”?"),
        ({"channel": "fax"}, "has no channel “fax”. Known here: phone."),
        ({"party": "guests"}, "no rule is for guests. Name another party or channel."),
    ],
)
def test_a_party_or_channel_without_rules_is_said(options: dict[str, str], words: str) -> None:
    one = code(
        [{"id": "a", "text": "Rule A.", "binds": ["staff"]}], channels=["phone"],
        parties=[{"id": "staff", "name": "Staff"}, {"id": "guests", "name": "Guests"}],
    )  # fmt: skip
    with pytest.raises(ConductError, match=re.escape(words)):
        made(one, "handout", **options)


@pytest.mark.parametrize("format", ["pdf", "poster", "card", "handout"])
def test_words_that_look_like_typst_or_xml_are_words(format: str) -> None:
    words = (
        '#panic("x") $x$ @ref <label> *a* _b_ \\u{41} // /* ` #include "pdf.typ" &amp; <b> ]]>'
        " \u2066iso\u2069 \ufffe end " + "x" * 300
    )
    shown = "".join("".join(made(everything(words), format).pages).split())
    for piece in ('#panic("x")', "$x$", "@ref", "<label>", "\\u{41}///*`#include", "<b>]]>", "iso"):
        assert piece in shown, piece
    assert shown.count("x") >= 300
