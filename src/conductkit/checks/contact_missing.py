"""The code says nowhere how to ask about it or how to report a breach.

Why: a promise that nobody can ask about, and a breach that nobody can report, are as good as
none.

Example: `email: noreply@example.org`, or no contact at all → `contacts:` with `for: questions`
and `email: service@example.org`.

Fix: add `contacts:`. Say under `for:` what the contact answers (questions, reports, feedback or
appeals) and give an email, a url, a phone, or an address in words such as “ask your team lead”.
"""

import re
from collections.abc import Iterator
from itertools import islice

from conductkit.check import Context, Hit, define, overall, whole
from conductkit.checks._addresses import reaches
from conductkit.checks._stems import sentences
from conductkit.checks._unfilled import unread
from conductkit.model import KINDS, Code, Contact, Element
from conductkit.patterns import lazily
from conductkit.source import Span

_WAYS = ("email", "url", "phone", "address")
_SENDS = lazily(
    r"\b(?:reported (?:at|by|to|via)|contact(?:ing)? (?:a|one|the|us)"
    r"|report (?:any|incidents|it|them|this)\b[^.\n]{0,40}? to)\b[^.\n]{0,60}(?<! )",
    re.IGNORECASE,
)
_PLACES = 3


@define("error", "structure", kinds=" ".join(KINDS))
def check(code: Code, context: Context) -> Iterator[Hit]:
    if code.contacts:
        for contact in code.contacts:
            yield from _unusable(contact)
        return
    owner = code.owner
    if owner and any(text and not unread(text) for text in (owner.email, owner.url, owner.phone)):
        return
    if code.extends or any(reaches(text, code.language) for text in sentences(code)):
        return
    yield overall(
        code, "The code has no contact: nobody can ask about it or report a breach",
        "Add `contacts:` with `for: questions` and an `email:`, `url:`, `phone:` or `address:`.",
        also=_sent_nowhere(code),
    )  # fmt: skip


def _unusable(contact: Contact) -> Iterator[Hit]:
    given = [(key, text) for key in _WAYS if (text := getattr(contact, key))]
    if not given and contact.name:
        given = [("name", contact.name)]  # “Your team lead” is a place to go
    if any(not unread(text) for _, text in given):
        return
    advice = "Write an address that somebody reads: an email, a url, a phone or a place."
    if not given:
        yield whole(contact, "for", f"The contact for {contact.route} has no address", advice)
        return
    key, text = given[0]
    yield whole(contact, key, f"“{text}” reaches nobody who answers {contact.route}", advice)


def _sent_nowhere(code: Code) -> Iterator[Span]:
    """The first words that send readers to somebody whom they cannot find."""
    elements: list[tuple[Element, str]] = [(rule, rule.text) for rule in code.rules]
    elements += [(section, section.text) for section in code.sections]
    found = ((element, match) for element, text in elements for match in _SENDS.finditer(text))
    for element, match in islice(found, _PLACES):
        yield element.place.words("text", match.start(), match.end())
