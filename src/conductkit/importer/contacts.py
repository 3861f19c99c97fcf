"""Contacts: addresses, forms, offices and placeholders in sentences that say where to turn."""

import re
from collections.abc import Collection, Sequence

from conductkit.importer import keepers
from conductkit.importer.draft import Draft
from conductkit.importer.flow import Lines
from conductkit.importer.lexicon import Lexicon
from conductkit.importer.signs import anchor
from conductkit.importer.words import opens, plain, sentences
from conductkit.outline import Block

_LINK = re.compile(r"\[([^\[\]]{1,200}+)\]\((https?://[^()\s]{1,500}+|mailto:[^()\s]{1,300}+)\)")
_OFFICE = re.compile(
    r"\b(?:to|contact|with|at|notify|inform|ask)\s+(?=((?:your|any|an?|the|our)\b[^.;:()]{3,200}))"
)
_REST = re.compile(
    r",? (?:so that|which|who|if|when|to) |, (?:you|we|they|he|she) "
    r"|,? (?:as soon as|as quickly as|immediately|promptly|right away|straight away|at once"
    r"|in (?:person|private|confidence|writing)|within \w)"
)
_NAME = r"[A-Z][\w'’-]{1,30}(?: [A-Z][\w'’-]{1,30})?"
_NAMED = re.compile(
    r"\b(?:reach out to|contact|speak (?:to|with)|talk (?:to|with)|turn to|notify|ask)\s+"
    rf"(?P<names>{_NAME}(?:(?:, or |, and |, | or | and ){_NAME}){{0,4}})"
    r"(?=[.,;!?)]|\s*$| (?:if|when|before|so|as|at once|directly)\b)"
)
_MOST = 12


def add(blocks: Sequence[Block], draft: Draft, words: Lexicon, lines: Lines) -> None:
    """Contacts from the blocks; `lines` are those under headings about reports and questions."""
    led = False
    kept = keepers.lines(blocks, words)
    for block in blocks:
        if block.kind == "furniture" or len(draft.contacts) >= _MOST:
            continue
        if block.kind != "item":
            led = opens(block.text) and words.has("report", plain(block.text))
        if not any(_may_hold(text, words) for text in {block.text, plain(block.text)}):
            continue
        for sentence in sentences(block.text, words.language):
            route = "questions" if block.line in lines.asking else ""
            turned = led or block.line in lines.reporting or block.line in kept
            _sentence(sentence, draft, words, turned, route)
    inside = {anchor(block.text) for block in blocks if block.kind == "heading"}
    draft.contacts[:] = [one for one in draft.contacts if not _leads_inside(one, inside)]
    for entry in draft.contacts:
        entry.setdefault("for", "reports")


def _leads_inside(entry: dict[str, str], inside: Collection[str]) -> bool:
    """Whether an address is that of a heading of the text itself."""
    _, mark, name = entry.get("url", "").partition("#")
    return bool(mark) and name.casefold() in inside


def _may_hold(text: str, words: Lexicon) -> bool:
    kinds = ("email", "obscured", "url", "placeholder", "offices", "phone")
    return any(words.has(kind, text) for kind in kinds) or bool(_NAMED.search(text))


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
    found = _addresses(sentence, words) or _offices(text, words) or _people(text)
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
    blanks = (match[0] for match in words.all("placeholder", plain(sentence)))
    found += [
        ("address", " ".join(one.split()))
        for one in blanks
        if words.has("contact_blank", one) and not re.search(r"[.!?] [A-Z]", one)
    ]
    return list(dict.fromkeys(found))


def _people(text: str) -> list[tuple[str, str]]:
    """People named in words: “Ann or Bob”."""
    match = _NAMED.search(text)
    return [("address", match["names"])] if match else []


def _offices(text: str, words: Lexicon) -> list[tuple[str, str]]:
    """An office named in words: “your supervisor or Human Resources”."""
    if not words.has("offices", text):
        return []
    for match in _OFFICE.finditer(text):
        told = _REST.split(match[1])[0]
        if words.has("offices", told):
            return [("address", told.strip(" ,"))]
    return []
