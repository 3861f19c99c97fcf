"""Contacts: addresses, forms, offices and placeholders in sentences that say where to turn."""

import re
from collections.abc import Iterable

from conductkit.importer.draft import Draft
from conductkit.importer.flow import Lines
from conductkit.importer.lexicon import Lexicon
from conductkit.importer.words import opens, plain, sentences
from conductkit.outline import Block

_LINK = re.compile(r"\[([^\[\]]{1,200}+)\]\((https?://[^()\s]{1,500}+|mailto:[^()\s]{1,300}+)\)")
_OFFICE = re.compile(
    r"\b(?:to|contact|with|at|notify|inform|ask)\s+(?=((?:your|any|an?|the|our)\b[^.;:()]{3,200}))"
)
_REST = re.compile(r",? (?:so that|which|who|if|when|to) |, (?:you|we|they|he|she) ")
_MOST = 12


def add(blocks: Iterable[Block], draft: Draft, words: Lexicon, lines: Lines) -> None:
    """Contacts from the blocks; `lines` are those under headings about reports and questions."""
    led = False
    for block in blocks:
        if block.kind == "furniture" or len(draft.contacts) >= _MOST:
            continue
        if block.kind != "item":
            led = opens(block.text) and words.has("report", plain(block.text))
        if not (_may_hold(block.text, words) or _may_hold(plain(block.text), words)):
            continue
        for sentence in sentences(block.text, words.language):
            route = "questions" if block.line in lines.asking else ""
            _sentence(sentence, draft, words, led or block.line in lines.reporting, route)
    for entry in draft.contacts:
        entry.setdefault("for", "reports")


def _may_hold(text: str, words: Lexicon) -> bool:
    kinds = ("email", "obscured", "url", "placeholder", "offices", "phone")
    return any(words.has(kind, text) for kind in kinds)


def _sentence(sentence: str, draft: Draft, words: Lexicon, reporting: bool, asking: str) -> None:
    text = plain(sentence)
    turns = words.has("report", text) or words.starts("asks", text) or reporting
    if words.has("attribution", text) or not turns:
        return
    route = asking or "reports"
    if words.has("questions", text) and not re.search(r"report|abus|harass|unaccept", text, re.I):
        route = "questions"
    elif words.has("appeals", text):
        route = "appeals"
    found = _addresses(sentence, words) or _offices(text, words)
    for key, value in found:
        entry = {"for": route, key: value}
        if not any(known.get(key) == value for known in draft.contacts):
            draft.contacts.append(entry)


def _addresses(sentence: str, words: Lexicon) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    for match in words.all("email", sentence):
        found.append(("email", match[0].rstrip(".")))
    for match in _LINK.finditer(sentence):
        if match[2].startswith("http") and (
            words.has("report", match[1]) or words.has("questions", match[1])
        ):
            found.append(("url", match[2]))
    if not found:
        found += [("address", match[0]) for match in words.all("obscured", plain(sentence))]
    found += [("phone", match["number"].strip()) for match in words.all("phone", plain(sentence))]
    blanks = (match[0] for match in words.all("placeholder", sentence))
    found += [
        ("address", " ".join(one.split()))
        for one in blanks
        if words.has("contact_blank", one) and not re.search(r"[.!?] [A-Z]", one)
    ]
    return list(dict.fromkeys(found))


def _offices(text: str, words: Lexicon) -> list[tuple[str, str]]:
    """An office named in words: “your supervisor or Human Resources”."""
    if not words.has("offices", text):
        return []
    for match in _OFFICE.finditer(text):
        told = _REST.split(match[1])[0]
        if words.has("offices", told):
            return [("address", told.strip(" ,"))]
    return []
