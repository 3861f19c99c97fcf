"""What the web page of a code offers beside its words: choices, citations, history, metadata."""

import json
import re
from typing import Any

import pytest

from codes import code
from conductkit import bundled
from conductkit.load import load
from conductkit.model import Code
from conductkit.render import render

CX = load(bundled.codes()["cx-touchpoints"])
PARTIES = [{"id": "staff", "name": "Staff"}, {"id": "leads", "name": "Team <leads>"}]


def two_rules(**fields: Any) -> Code:
    rules = [
        {"id": "one", "text": "Be kind.", "binds": ["staff"], "channels": ["phone"]},
        {"id": "two", "text": "Be fair.", "binds": ["staff", "leads"]},
        {"id": "three", "text": "Be calm.", "binds": ["leads"], "channels": ["email", "phone"]},
    ]
    return code(rules, parties=PARTIES, channels=["phone", "email"], **fields)


def choices(text: str) -> list[tuple[str, str, str]]:
    """Name, value and label of every choice."""
    found = re.findall(
        r'<label><input type="radio" name="(\w+)" value="(\w*)"(?: checked)?>(.*?)</label>', text
    )
    return [(name, value, re.sub("<[^>]+>", "", label)) for name, value, label in found]


def marks(text: str) -> dict[str, str]:
    return dict(re.findall(r'class="rule" id="(\w+)" value="\d+"(?: data-for="([^"]*)")?', text))


def metadata(text: str) -> dict[str, Any]:
    found = re.search(r'<script type="application/ld\+json">(.*?)</script>', text)
    assert found is not None
    data: dict[str, Any] = json.loads(found[1])
    return data


def test_choices_say_how_many_rules_they_leave() -> None:
    assert choices(render(two_rules(), "html")) == [
        ("binds", "", "All"), ("binds", "b0", "Staff 2"), ("binds", "b1", "Team &lt;leads&gt; 2"),
        ("channels", "", "All"), ("channels", "c0", "Phone 3"), ("channels", "c1", "Email 2"),
    ]  # fmt: skip


def test_a_rule_carries_the_choices_under_which_it_stays() -> None:
    """Rule two names no channel, so that it holds on every one."""
    assert marks(render(two_rules(), "html")) == {
        "one": "b0 c0", "two": "b0 b1 c0 c1", "three": "b1 c0 c1"
    }  # fmt: skip


def test_what_tells_no_rules_apart_is_not_asked() -> None:
    same = code({"one": "Be kind."}, parties=PARTIES, binds=["staff"], serves=["leads"])
    text = render(same, "html")
    assert "<form" not in text
    assert "@supports" not in text
    assert marks(text) == {"one": ""}
    assert {name for name, _, _ in choices(render(CX, "html"))} == {"serves", "channels"}


def test_paper_has_nothing_to_press() -> None:
    text = render(two_rules(changelog=[{"version": "1.0.0"}]), "print")
    assert not re.search(r"<(form|input|button|details|summary|script)", text)


def test_every_rule_says_whom_it_binds_where_and_how_to_cite_it() -> None:
    text = render(CX, "html")
    panels = re.findall(r'<details class="more">(.*?)</details>', text, re.DOTALL)
    assert len(panels) == 33
    assert all(panel.count("<dt>") == 4 for panel in panels)
    number = next(number for number, rule in CX.numbered() if rule.id == "privacy")
    shown = re.sub("<[^>]+>", "", panels[number - 1])
    assert f"Scope and citation: Rule {number}" in shown
    assert "Binds Customer service professionals" in shown
    assert "In person, Phone, Email, Chat, Social media" in shown
    assert (
        "Cite as CX TouchPoints Group, The Customer Service Code of Conduct, Version 1.0.0,"
        f" Rule {number} (cx-touchpoints#privacy)"
    ) in shown


def test_this_version_comes_first_and_earlier_ones_fold_away() -> None:
    editions = [
        {"version": "1.1.0", "date": "2026-03-01", "changes": ["Rule one is *new*."]},
        {"version": "1.0.0", "changes": ["First edition."]},
    ]
    text = render(two_rules(version="1.1.0", changelog=editions), "html")
    now, earlier = re.findall(r"<dt>Version ([\d.]+)", text)
    assert (now, earlier) == ("1.1.0", "1.0.0")
    assert "<li><p>Rule one is <em>new</em>.</p></li>" in text
    places = [text.index(f"<dt>Version {now}"), text.index('<details class="earlier">')]
    assert places == sorted(places)
    assert places[1] < text.index(f"<dt>Version {earlier}")
    assert '1.1.0 · <a href="#changelog">What changed</a>' in text
    assert '<li><a href="#changelog">What changed</a></li>' in text


def test_a_changelog_without_this_version_is_shown_whole() -> None:
    text = render(two_rules(version="2.0.0", changelog=[{"version": "1.0.0"}]), "html")
    assert '<details class="earlier">' not in text
    assert "Version 1.0.0" in text


def test_the_banner_comes_before_the_title() -> None:
    text = render(two_rules(), "html")
    assert text.index('class="banner"') < text.index("<h1>")


def test_metadata_says_what_the_code_is() -> None:
    data = metadata(render(CX, "html"))
    assert data["@context"] == "https://schema.org"
    assert data["@type"] == "DigitalDocument"
    assert (data["identifier"], data["version"], data["inLanguage"]) == (
        "cx-touchpoints", "1.0.0", "en-GB",
    )  # fmt: skip
    assert data["publisher"] == {"@type": "Organization", "name": "CX TouchPoints Group"}
    assert data["datePublished"] == "2026-01-01"
    assert [part["@id"] for part in data["hasPart"]] == [f"#{rule.id}" for rule in CX.rules]
    assert data["hasPart"][14]["position"] == 15
    assert data["about"][1] == {"@type": "DefinedTerm", "@id": "#value-empathy", "name": "Empathy"}
    assert {point["contactType"] for point in data["maintainer"]["contactPoint"]} == {
        "questions", "reports", "feedback", "appeals",
    }  # fmt: skip


def test_metadata_of_a_bare_code_has_no_empty_words() -> None:
    data = metadata(render(code({"one": "Be kind."}), "html"))
    assert set(data) == {
        "@context", "@type", "identifier", "name", "inLanguage", "creativeWorkStatus", "hasPart",
    }  # fmt: skip


@pytest.mark.parametrize(
    "title", ["</script><script>alert(1)</script>", "<!--<script>", "a & 'c\" \\ ]]>"]
)
def test_no_words_end_the_metadata(title: str) -> None:
    text = render(code({"one": "Be kind."}, issuer=title), "html")
    assert text.count("<script") == text.count("</script") == 1
    assert metadata(text)["publisher"]["name"] == title
