"""Telling whether the words of a code say where to turn."""

import re

from conductkit.checks._stems import mentions
from conductkit.language import word_list
from conductkit.patterns import lazily

# An address in the words of the code: plain, spelled out against robots, a number, a place.
_MAIL = lazily(r"(?<![\w.+-])(?!(?:no|donot|do-not)[._-]?reply)[\w.+-]{1,64}+@[\w-]{1,63}+\.\w")
_SPELLED = lazily(
    r"\w\s?(?:\bAT\b|\(at\)|\[at\]|\{at\})\s?[\w-]{1,63}+"
    r"\s?(?:\.|DOT|\(dot\)|\[dot\]|\{dot\})\s?\w|\w\sat\s[\w-]{1,63}+\sdot\s\w"
)
_OTHER = lazily(
    r"\b(?:mailto|tel):\S|\bopen(?:ing)? an? (?:new )?issue\b"
    r"|\b(?:phone|call|dial|hotline|tel\.?)\W{1,3}(?:\w{1,12}\W{1,3}){0,2}\+?\d[\d ()/.-]{4,}"
)
_SENT = lazily(r"\b(?:complain|contact|e-?mail|reach|report|write)", re.IGNORECASE)
_ASKED = lazily(r"\b(?:doubt|in question|questions|unsure|not sure)\b", re.IGNORECASE)
# Whom everybody on the spot can find; “your hierarchy” or “the leaders” are not among them.
_IN_PERSON = lazily(
    r"\b(?:contact|report|speak|talk|tell)\b[^.;]{0,80}\b(?:a|any) member of"
    r" (?:[\w-]{1,20} ){0,2}staff|\breport (?:any|breach|concerns|it|that|them|this|violations)\b"
    r"[^.;]{0,80}?\bto (?:your|their|the) (?:\w{1,20} )?"
    r"(?:hr|human resources|manager|supervisor|team lead(?:er)?)\b",
    re.IGNORECASE,
)
_LINK = lazily(
    r"\](?:\(\S|\[\w)|https?://\S|\bmailing list\b"
    r"|\b[a-z0-9-]{2,63}\.(?:com|edu|gov|io|net|org)\b",
    re.IGNORECASE,
)


def reaches(text: str, language: str) -> bool:
    """Whether an address stands in the words; a web address only beside a word such as report."""
    if ("@" in text and _MAIL.search(text)) or _OTHER.search(text):
        return True
    if ("dot" in text.lower() or "AT" in text) and _SPELLED.search(text):
        return True
    if (_SENT.search(text) and _LINK.search(text)) or _IN_PERSON.search(text):
        return True
    roles = word_list("escalation-missing", language).entries.get("role", "")
    return bool(roles) and _ASKED.search(text) is not None and mentions(text, roles)
