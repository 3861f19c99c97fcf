"""Sentence by sentence, and words beside the rules: what binds nobody, and what does."""

import pytest

from conductkit.change import mirror
from conductkit.difference.described import credits_section, described, prose
from conductkit.difference.wording import judge

EN = ("en", "en")
LONG = "Report gifts. Log every call within two days. Staff may take a day off."


def sides(old: str, new: str, of: object = judge) -> str:
    """The effect, after holding that the other way round says its mirror image."""
    assert callable(of)
    there, back = of(old, new, EN).effect, of(new, old, EN).effect
    assert back == mirror(there)
    return str(there)


@pytest.mark.parametrize(
    ("old", "new", "effect"),
    [
        (LONG, LONG.replace("two days", "five days"), "weaker"),
        (LONG, LONG.replace("Report gifts", "Report the gifts"), "unknown"),
        (f"{LONG} Never lie.", LONG, "weaker"),
        (f"{LONG} This builds trust.", LONG, "neutral"),
        (LONG, "Log every call within two days. Report gifts. Staff may take a day off.",
         "unknown"),
        ("Report it. <!-- never --> Be kind. Go.", "Report it. Be kind. Stop.", "unknown"),
        ("Harassment includes:\n\n- stalking\n- threats", "Harassment includes:\n\n- threats",
         "weaker"),
        ("Write [us](mailto:a@b.org). Be kind.", "Write [us](mailto:c@b.org). Be kind.",
         "unknown"),
    ],
)  # fmt: skip
def test_only_sentences_that_changed_are_judged(old: str, new: str, effect: str) -> None:
    assert sides(old, new) == effect


@pytest.mark.parametrize(
    ("old", "new", "effect"),
    [
        ("We built it in spring.", "We built it in early spring.", "neutral"),
        ("We distill it.", "We distil it.", "neutral"),
        ("We meet. This page was written by Ann.", "We meet.", "neutral"),
        ("We meet. We hope to see you there.", "We meet.", "neutral"),
        ("We meet. [Rules](#rules) [Scope](#scope)", "We meet.", "neutral"),
        # What binds can be said in any words.
        ("We meet. Your name is never shared.", "We meet.", "weaker"),
        ("We meet. Decisions are final.", "We meet.", "unknown"),
        ("We meet. Weapons stay at home.", "We meet.", "unknown"),
        ("The board hears you.", "The chair hears you.", "unknown"),
        ("Reports are kept for years.", "Reports are kept for weeks.", "unknown"),
        # A right that the directives do not read, people who answer, a definition, a denial.
        ("We meet. Collaborators may like posts.", "We meet.", "unknown"),
        ("We meet. Collaborators may hide posts.", "We meet.", "weaker"),
        ("We meet. Maria Silva.", "We meet.", "unknown"),
        ("We meet. The word gift refers to money.", "We meet.", "unknown"),
        ("We are a team. Gifts are welcome.", "We are a team. Gifts are not welcome.", "reversed"),
        ("This code applies to members. We meet.", "We meet.", "weaker"),
        ("We meet. Retaliation is wrong.", "We meet.", "unknown"),
    ],
)
def test_a_section_that_only_tells(old: str, new: str, effect: str) -> None:
    assert sides(old, new, described) == effect


def test_credits_bind_nobody_unless_they_ask_for_something() -> None:
    def credit(old: str, new: str, languages: tuple[str, str]) -> str:
        return described(old, new, languages, credit=True).effect

    assert credit("Thank Ann.", "Thank Ann and Bob.", EN) == "neutral"
    assert credit("Approved May 4, 2018.", "Approved May 7, 2018.", EN) == "neutral"
    assert credit("From Ann.", "From Ann. Copies must name us.", EN) != "neutral"
    assert credit("From Ann.", "From Ann. This is not binding.", EN) != "neutral"
    assert credit("From Ann.", "From Ann. Give credit.", EN) != "neutral"
    assert credit("Version 2.", "Version 2. Staff sign each version.", EN) != "neutral"
    assert credit("In force since May 2018.", "In force since May 2019.", EN) != "neutral"
    for title in ("Credits", "License and Attribution", "Version", "Table of contents"):
        assert credits_section(title, "en"), title
    for title in ("Credit cards", "Reporting", "Scope of the licence to trade", "", "The end"):
        assert not credits_section(title, "en"), title


def test_what_an_introduction_says_is_read_sentence_by_sentence() -> None:
    old = "You must obey. We aspire to create good work."
    assert sides(old, old.replace("create", "do"), prose) == "neutral"
    assert sides(old, old.replace("must", "may"), prose) == "weaker"


@pytest.mark.parametrize(
    ("old", "new", "effect"),
    [
        ("Follow the [gift policy](http://a.org/663070).",
         "Follow the [gift policy](https://b.org/512516).", "neutral"),
        ("Follow the [gift policy](http://a.org/gifts-2023).",
         "Follow the [gift policy](http://a.org/gifts-2024).", "unknown"),
        ("Follow the [gift policy](http://a.org/x).",
         "Follow the [travel policy](http://a.org/y).", "unknown"),
        ("Follow the [statement on gifts](http://a.org/x).",
         "Follow the [gift policy](http://a.org/x).", "neutral"),
        ("Follow [all of it](http://a.org/x).", "Follow [some of it](http://a.org/x).", "weaker"),
        ("Use Github for code.", "Use GitHub for code.", "neutral"),
        ("Staff may dismissed.", "Staff may be dismissed.", "neutral"),
        ("They are going be strict.", "They are going to be strict.", "neutral"),
        ("We are expecting help from all.", "We expect help from all.", "neutral"),
        ("Help ensuring safety.", "Help ensure safety.", "neutral"),
        ("Stop reporting gifts.", "Stop to report gifts.", "unknown"),
    ],
)  # fmt: skip
def test_links_names_and_grammar(old: str, new: str, effect: str) -> None:
    assert sides(old, new) == effect


@pytest.mark.parametrize(
    ("old", "new", "effect"),
    [
        ("We are so happy to have you as part of our club.", "", "neutral"),
        ("We are so happy to have you pay at the door, or leave.", "", "weaker"),
        ("We are so happy to see you before six.", "", "weaker"),
        ("We appreciate your help in making this a friendly place.", "", "neutral"),
        ("We appreciate your help in leaving by six.", "", "unknown"),
        ("We appreciate your help in keeping the kitchen clean.", "", "unknown"),
        ("These rules help us all, and we appreciate your help.", "These rules help us all.",
         "neutral"),
        ("These rules help us all, and we bill you for help.", "These rules help us all.",
         "weaker"),
        ("These rules bind us all, and we appreciate your help.", "These rules help us all.",
         "unknown"),
    ],
)  # fmt: skip
def test_thanks_at_the_end_of_a_sentence_come_and_go(old: str, new: str, effect: str) -> None:
    assert sides(f"Welcome to the club. {old}", f"Welcome to the club. {new}", prose) == effect


@pytest.mark.parametrize(
    ("old", "new", "effect"),
    [
        ("By following these guidelines, we can ensure a friendly environment for everyone.",
         "Following these guidelines helps us all to have a friendly environment.", "neutral"),
        ("By following these guidelines, we can ensure a friendly environment for everyone.",
         "", "neutral"),
        ("By following these guidelines, we can ensure a friendly environment for members only.",
         "", "unknown"),
        ("By following these guidelines, you keep your seat in the friendly environment.",
         "Following these guidelines, you must keep to a friendly environment.", "unknown"),
        ("By following guests, we can ensure a friendly environment.", "", "unknown"),
    ],
)  # fmt: skip
def test_what_following_the_rules_is_good_for(old: str, new: str, effect: str) -> None:
    assert sides(f"This is our code. {old}", f"This is our code. {new}", prose) == effect
