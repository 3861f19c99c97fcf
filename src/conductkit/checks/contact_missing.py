"""The code says nowhere how to ask about it or how to report a breach.

Why: a promise that nobody can ask about, and a breach that nobody can report, are as good as none.

Example: `email: noreply@example.org`, or no contact at all → `contacts:` with `for: questions` and
`email: service@example.org`.

Fix: add `contacts:`. Say under `for:` what the contact answers (questions, reports, feedback or
appeals) and give an email, a url, a phone, or an address in words such as “ask your team lead”.
"""

import re
from collections.abc import Iterator

from conductkit.check import Context, Hit, define, overall, whole
from conductkit.checks._stems import prose
from conductkit.checks._unfilled import unread
from conductkit.model import KINDS, Code, Contact

_WAYS = ("email", "url", "phone", "address", "name")
# An address in the words of the code: plain, spelled out against robots, a number, a link.
_ADDRESS = re.compile(
    r"(?<![\w.+-])(?!(?:no|donot|do-not)[._-]?reply)[\w.+-]{1,64}+@[\w-]{1,63}+\.\w"
    r"|\b[\w.+-]{1,64}+\s?(?:\bAT\b|\(at\)|\[at\]|\{at\})\s?[\w-]{1,63}+"
    r"\s?(?:\.|\bDOT\b|\(dot\)|\[dot\]|\{dot\})\s?\w"
    r"|\b(?:mailto|tel):\S|\b(?:phone|call|dial|hotline|tel\.?)\W{1,3}(?:\w{1,12}\W{1,3}){0,2}"
    r"\+?\d[\d ()/.-]{4,}"
)
_SENT = re.compile(r"\b(?:contact|report|question|complain|write|reach|form)", re.IGNORECASE)
_LINK = re.compile(r"https?://\S")


@define("error", "structure", kinds=" ".join(KINDS))
def check(code: Code, context: Context) -> Iterator[Hit]:
    if code.contacts:
        for contact in code.contacts:
            yield from _unusable(contact)
        return
    owner = code.owner
    if owner and any(text and not unread(text) for text in (owner.email, owner.url, owner.phone)):
        return
    if code.extends or any(_reaches(text) for text in prose(code)):
        return
    yield overall(
        code, "The code has no contact: nobody can ask about it or report a breach",
        "Add `contacts:` with `for: questions` and an `email:`, `url:`, `phone:` or `address:`.",
    )  # fmt: skip


def _unusable(contact: Contact) -> Iterator[Hit]:
    given = [(key, text) for key in _WAYS if (text := getattr(contact, key))]
    if any(not unread(text) for _, text in given if text):
        if not contact.email or not unread(contact.email):
            return
        if any(not unread(text) for key, text in given if key not in ("email", "name")):
            return
    advice = "Write an address that somebody reads: an email, a url, a phone or a place."
    if not given:
        yield whole(contact, "for", f"The contact for {contact.route} has no address", advice)
        return
    key, text = next(((key, text) for key, text in given if unread(text)), given[0])
    yield whole(contact, key, f"“{text}” reaches nobody who answers {contact.route}", advice)


def _reaches(text: str) -> bool:
    """Whether an address stands in the words; a web address only beside a word such as report."""
    if _ADDRESS.search(text):
        return True
    return _LINK.search(text) is not None and _SENT.search(text) is not None
