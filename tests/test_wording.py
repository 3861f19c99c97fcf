"""What may be called neutral, and what must never be."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conductkit.change import mirror
from conductkit.difference.reason_words import is_reason
from conductkit.difference.wording import judge

NEUTRAL = [
    ("You discover that is was their fault.", "You discover that it was their fault."),
    ("Turn customers into ravings fans.", "Turn customers into raving fans."),
    ("Know why you are into business.", "Know why you are in business."),
    ("Never take personal what they say.", "Never take personally what they say."),
    ("Do not criticize or condemn.", "Do not criticise or condemn."),
    ("Meet each customer´s needs.", "Meet each customer’s needs."),
    ("Always honour the organisation.", "Always honor the organization."),
    ("Use kind words, do not shout.", "Use kind words. Do not shout."),
    (
        "Do not wait for trouble, solve it as it grows.",
        "Do not wait for trouble. Solve it as it grows.",
    ),
    (
        "Never shout or talk across a customer, move to them.",
        "Never shout or talk across a customer. Move to them.",
    ),
    ("Smile at all times.", "Smile at **all** times."),
    ("Handle the the complaint.", "Handle the complaint."),
    ("Answer every e-mail.", "Answer every email."),
    ("Thank your coleagues.", "Thank your colleagues."),
    ("Offer an discount.", "Offer a discount."),
    ("Know your customers’ names and use it.", "Know your customers’ names and use them."),
    ("Staff can not share data.", "Staff cannot share data."),
    ("Greet customers", "Greet customers."),
    ("Purchase what you need.", "Buy what you need."),
    ("Decide between yourselves who goes.", "Decide among yourselves who goes."),
    ("Be kind (see below) and honest.", "Be kind and honest."),
    ("Serve guests in person.", "Serve guests in-person."),
    ("Work for the public, not 8. private gain.", "Work for the public, not private gain."),
    ("Share our expections.", "Share our expectations."),
    ("We follow the law, but our aims are higher.", "We follow the law, and our aims are higher."),
    ("Greet \u202dcustomers\u202c first.", "Greet customers first."),
]  # fmt: skip
# Pairs that look harmless and are not, or that nobody can tell.
NEVER_NEUTRAL = [
    (
        "Log calls. When a customer complains, escalate.",
        "Log calls when a customer complains. Escalate.",
    ),
    ("Do not gossip, complain or shout.", "Do not gossip. Complain or shout."),
    ("Do not interrupt and listen.", "Do not interrupt, and listen."),
    ("Staff, who serve customers, must smile.", "Staff who serve customers must smile."),
    ("Report gifts above $50.", "Report gifts above €50."),
    ("Check 5% of the cases.", "Check 5 of the cases."),
    ("Report internal complaints.", "Report external complaints."),
    ("Process legal requests.", "Process illegal requests."),
    ("Answer formal complaints.", "Answer informal complaints."),
    ("Follow the prescribed steps.", "Follow the proscribed steps."),
    ("Protect consent forms.", "Protect content forms."),
    ("Staff must not accept gifts.", "Staff must now accept gifts."),
    ("Do not share ~~any~~ data.", "Do not share any data."),
    ("Share data. <!-- never -->", "Share data."),
    (
        "Never share data with customers about staff.",
        "Never share data with staff about customers.",
    ),
    (
        "Report the gift to your managers and refuse it.",
        "Report the gift to your managers and refuse them.",
    ),
    (
        "A gift is anything above 10 euros. Report gifts.",
        "A gift is anything above 50 euros. Report gifts.",
    ),
    ("Report gifts. This applies to managers.", "Report gifts."),
    ("Tell customers the truth.", "Tell customers truth."),
    ("Do not not share it.", "Do not share it."),
    ("Use form A.", "Use form B."),
    ("Greet customers.", "Great customers."),
    ("Report to the operators.", "Report to the operations."),
    ("Re-sign the form.", "Resign the form."),
    ("Staff (including contractors) must report.", "Staff must report."),
    ("Ask first. Then do this.", "Then do this. Ask first."),
    ("Report it. Why?", "Report it? Why."),
    ("Reply to 2 customers.", "Reply to 3 customers."),
    ("Treat customers fairly.", "Treat customers."),
    ("Managers approve refunds.", "Agents approve refunds."),
    (
        "Report breaches to breach@a.org.",
        "Report breaches to boss@a.org.",
    ),
    (
        "Read https://a.org/a first.",
        "Read https://a.org/b first.",
    ),
    (
        "Ask [us](mailto:a@b.org).",
        "Ask [us](mailto:c@b.org).",
    ),
    (
        "Read [rules](https://a.org/v1).",
        "Read rules.",
    ),
    (
        "Keep it at -5 degrees.",
        "Keep it at 5 degrees.",
    ),
    (
        "Keep it at −5 degrees.",
        "Keep it at 5 degrees.",
    ),
    (
        "Refer cases > 5 to staff.",
        "Refer cases 5 to staff.",
    ),
    (
        "Send ~5 forms.",
        "Send 5 forms.",
    ),
    (
        "Use form #5.",
        "Use form 5.",
    ),
    (
        "Write in C#.",
        "Write in C.",
    ),
    (
        "Reply within 5–10 days.",
        "Reply within 5, 10 days.",
    ),
    (
        "Be there 9–17.",
        "Be there 9, 17.",
    ),
    (
        "Verify the identity. Give the refund.",
        "Give the refund. Verify the identity.",
    ),
    (
        "- Verify the identity.\n- Give the refund.",
        "- Give the refund.\n- Verify the identity.",
    ),
    (
        "Tell the US staff.",
        "Tell the us staff.",
    ),
    (
        "Give IT the form.",
        "Give it the form.",
    ),
    (
        "Give 5 Mg of it.",
        "Give 5 mg of it.",
    ),
    (
        "Give 5 MG of it.",
        "Give 5 mg of it.",
    ),
    (
        "Serve Polish guests.",
        "Serve polish guests.",
    ),
    (
        "Report it.",
        "Report it?",
    ),
    (
        "Do not stop, report.",
        "Do not stop report.",
    ),
    (
        "You cannot share it.",
        "You can, not share it.",
    ),
    (
        "Do not hand out cash. Hand out vouchers.",
        "Do not hand out cash, hand out vouchers.",
    ),
    (
        "Reply within 5 working days.",
        "Reply within one week.",
    ),
    ("Lock the door. Count the money.", "Count the money. Lock the door."),
    ("Never open it. Ask the nurse.", "Ask the nurse. Never open it."),
    ("Keep the conversation private.", "Keep the conversion private."),
    ("Greet all but your rivals.", "Greet all and your rivals."),
    ("Be kind (except to rivals).", "Be kind."),
    ("Do not use 8 tools.", "Do not use tools."),
    ("Show the price.", "Hide the price."),
    ("Begin the talk.", "End the talk."),
    ("Conclude contracts in writing.", "End contracts in writing."),
    ("Be kind to guests.", "Be sort to guests."),
    ("माल लौटाएं", "माल लौटाएँ मत"),
    ("请不要分享数据", "请分享数据"),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new"), NEUTRAL)
def test_corrections_are_neutral_both_ways(old: str, new: str) -> None:
    assert judge(old, new, ("en", "en")).effect == "neutral"
    assert judge(new, old, ("en", "en")).effect == "neutral"


@pytest.mark.parametrize(("old", "new"), NEVER_NEUTRAL)
def test_what_may_bind_is_never_neutral(old: str, new: str) -> None:
    there, back = judge(old, new, ("en", "en")), judge(new, old, ("en", "en"))
    assert there.effect != "neutral"
    assert back.effect == mirror(there.effect)


COUNTED = [
    ("within 1-2 days", "within 3 days", "weaker"),
    ("within 3 days", "within 1–2 working days", "stronger"),
    ("within 3 hours", "within one hundred hours", "weaker"),
    ("within two and a half days", "within two days", "stronger"),
    ("within one and a half hours", "within one hour", "stronger"),
    ("within an hour and a half", "within 2 hours", "weaker"),
    ("within 2 days", "within two hundred and fifty days", "weaker"),
    ("within 2 days", "within 2 or so days", "unknown"),
    ("within 24 hours", "within one day", "neutral"),
]


@pytest.mark.parametrize(("old", "new", "effect"), COUNTED)
def test_times_are_read_however_they_are_written(old: str, new: str, effect: str) -> None:
    sides = f"Reply {old}.", f"Reply {new}."
    assert judge(*sides, ("en", "en")).effect == effect
    assert judge(sides[1], sides[0], ("en", "en")).effect == mirror(effect)


def test_evidence_of_two_directions_is_mixed() -> None:
    found = judge(
        "You should reply within 24 hours.", "You must reply within 48 hours.", ("en", "en")
    )
    assert found.effect == "mixed"
    assert [(item.axis, item.effect) for item in found.evidence] == [
        ("modal", "stronger"), ("deadline", "weaker"),
    ]  # fmt: skip


def test_much_without_explanation_makes_a_direction_unsure() -> None:
    new = "Staff must thank people in front of them."
    found = judge("Staff should thank the customer.", new, ("en", "en"))
    assert (found.effect, found.confidence) == ("stronger", "low")
    found = judge("Staff should thank customers.", "Staff must thank customers.", ("en", "en"))
    assert (found.effect, found.confidence) == ("stronger", "high")


def test_a_language_nobody_reads_is_left_to_people() -> None:
    assert judge("Sei pünktlich.", "Sei nie pünktlich.", ("de", "de")).effect == "unknown"
    assert judge("Sei pünktlich", "Sei pünktlich.", ("de", "de")).effect == "neutral"


@pytest.mark.parametrize(
    ("text", "plain", "strict"),
    [
        ("This makes work easier.", True, True),
        ("Many customers just walk away.", True, False),
        ("No customer is more important than another.", True, False),
        ("This applies to managers.", False, False),
        ("Unless they agree.", False, False),
        ("This takes 3 days.", False, False),
        ("Never do that.", False, False),
    ],
)
def test_what_is_only_a_reason(text: str, plain: bool, strict: bool) -> None:
    assert is_reason(text, "en") is plain
    assert is_reason(text, "en", strict=True) is strict


def test_long_and_repetitive_texts_take_no_time() -> None:
    old = "Do not share data, " * 3000
    assert judge(old, old + "never", ("en", "en")).effect != "neutral"


DUTIES = [
    "Never share private information without their consent.",
    "When a customer complains, log the complaint and tell your manager within two days.",
    "Staff should not accept gifts above 50 euros unless a manager agrees.",
    "Always give every customer a clear answer, even if it takes time.",
    "Customers may return goods within 30 days. Refund them in full.",
]
WORDS = [
    "not", "never", "no", "only", "unless", "except", "may",
    "should", "sometimes", "most", "two", "90",
    "serious", "agents", "possible", "refuse", "public", "friends", "however", "without",
]  # fmt: skip
PLACES = st.tuples(st.sampled_from(DUTIES), st.integers(0, 30))


@settings(max_examples=400, deadline=None)
@given(PLACES, st.sampled_from(WORDS))
def test_a_word_put_in_is_never_neutral(place: tuple[str, int], word: str) -> None:
    words = place[0].split()
    at = place[1] % (len(words) + 1)
    if word in words[max(at - 1, 0) : at + 1]:
        return  # a word written twice
    new = " ".join([*words[:at], word, *words[at:]])
    assert judge(place[0], new, ("en", "en")).effect != "neutral"


@settings(max_examples=400, deadline=None)
@given(PLACES)
def test_a_word_taken_out_is_never_neutral(place: tuple[str, int]) -> None:
    words = place[0].split()
    at = place[1] % len(words)
    new = " ".join([*words[:at], *words[at + 1 :]])
    assert judge(place[0], new, ("en", "en")).effect != "neutral"


@settings(max_examples=400, deadline=None)
@given(PLACES, st.sampled_from(WORDS))
def test_a_word_exchanged_is_never_neutral(place: tuple[str, int], word: str) -> None:
    words = place[0].split()
    at = place[1] % len(words)
    if words[at].strip(".,").lower() == word:
        return
    new = " ".join([*words[:at], word, *words[at + 1 :]])
    assert judge(place[0], new, ("en", "en")).effect != "neutral"


@settings(max_examples=400, deadline=None)
@given(PLACES, st.integers(0, 30))
def test_words_in_another_place_are_never_neutral(place: tuple[str, int], to: int) -> None:
    words = place[0].lower().replace(".", "").replace(",", "").replace(" euros", "").split()
    at, to = place[1] % len(words), to % len(words)
    moved = [*words[:at], *words[at + 1 :]]
    moved.insert(to, words[at])
    if moved == words:
        return
    assert judge(" ".join(words), " ".join(moved), ("en", "en")).effect != "neutral"


@pytest.mark.parametrize(
    ("old", "new", "language", "effect"),
    [
        ("All are welcome regardless of race or religion.",
         "All are welcome regardless of race, age or religion.", "en", "stronger"),
        ("Harassment includes threats, insults, and stalking.",
         "Harassment includes threats, and stalking.", "en", "weaker"),
        ("Une expérience sans harcèlement, quel que soit l’âge, la race, la religion.",
         "Une expérience sans harcèlement, quel que soit l’âge, la religion.", "fr", "weaker"),
        ("Exceptions include gifts, meals, and travel.",
         "Exceptions include gifts, and travel.", "en", "unknown"),
        ("All are welcome regardless of race, age, or religion.",
         "All are welcome regardless of race, age, and religion.", "en", "unknown"),
        ("All are welcome regardless of race, or religion.",
         "All are welcome regardless of race, unless disruptive, or religion.", "en", "unknown"),
        ("Staff must report fraud.",
         "Staff must report fraud. This code should not be considered as enforceable.",
         "en", "weaker"),
    ],
)  # fmt: skip
def test_lists_of_what_is_covered_and_words_that_deny_force(
    old: str, new: str, language: str, effect: str
) -> None:
    assert judge(old, new, (language, language)).effect == effect
    assert judge(new, old, (language, language)).effect == mirror(effect)


@pytest.mark.parametrize(
    ("old", "new", "effect"),
    [
        ("Disrupting presenations is harassment.", "Disrupting presentations is harassment.",
         "neutral"),
        ("If the team choose to close it, say why.", "If the team chooses to close it, say why.",
         "neutral"),
        ("Approved May 1st 2018.", "Approved May 1, 2018.", "neutral"),
        ("Welcome all kinds, not just some.", "Welcome all kinds not just some.", "neutral"),
        ("Read the [rules](http://a.org/rules).", "Read the [rules](https://www.a.org/rules/).",
         "neutral"),
        ("Read the [rules](http://a.org/v1).", "Read the [rules](http://a.org/v2).", "unknown"),
        ("Prescribe the remedy.", "Proscribe the remedy.", "unknown"),
        ("Declare the good.", "Declare the goods.", "unknown"),
        ("Reply within 1 day.", "Reply within 1 days of May 2nd.", "unknown"),
    ],
)  # fmt: skip
def test_slips_dates_and_links(old: str, new: str, effect: str) -> None:
    there, back = judge(old, new, ("en", "en")), judge(new, old, ("en", "en"))
    assert (there.effect, back.effect) == (effect, effect)
