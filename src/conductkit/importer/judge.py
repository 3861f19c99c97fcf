"""What a sentence does: credits somebody, says where to report, threatens, directs, or tells."""

import re
from functools import lru_cache
from typing import Literal

from conductkit.importer.lexicon import Lexicon
from conductkit.importer.words import LONG, plain
from conductkit.language import level as level_read
from conductkit.language import read

_SPOKEN = re.compile(
    r"[^:\"“”]{1,40}:\s(?:\([^()]{1,40}\),?\s)?[\"“][^\"“”]{0,2000}[\"”]?", re.DOTALL
)

Act = Literal["attribution", "report", "sanction", "duty", "plain"]


def act(sentence: str, words: Lexicon) -> Act:
    """What a sentence does; a duty wins over the place where it may be reported."""
    text = plain(sentence)
    if text.isascii() and len(text.split()) < 2:
        return "plain"
    if words.starts("aside", text) or _only_blank(text, words):
        return "plain"
    if words.has("attribution", text) and not _imperative(text, words.language):
        return "attribution"
    if _sanction(text, words):
        return "sanction"
    if words.has("may_report", text) and words.has("report", text) and not words.has("duty", text):
        return "report"
    if words.starts("asks", text) and not words.has("strict", text) and _turns(text, words):
        return "report"
    if directs(text, words):
        return "duty"
    return "report" if words.has("report", text) and _reachable(text, words) else "plain"


def turns(text: str, words: Lexicon) -> bool:
    """Whether a sentence does no more than say whom to ask or where to write."""
    bare = plain(text)
    return (
        _imperative(bare, words.language) and _turns(bare, words) and not words.has("strict", bare)
    )


def _turns(text: str, words: Lexicon) -> bool:
    return words.has("report", text) or _reachable(text, words)


def spoken(text: str) -> bool:
    """Whether a paragraph is what somebody says in an example: “Ann: “Sorry!””."""
    return bool(_SPOKEN.fullmatch(plain(text)))


def _only_blank(text: str, words: Lexicon) -> bool:
    """A few words in brackets that somebody was to fill in."""
    bare = text.strip(" .")
    if words.whole("placeholder", bare):
        return True
    return (
        bare[:1] == "["
        and bare[-1:] == "]"
        and len(bare.split()) <= 20
        and not words.has("strict", text)
    )


def directs(text: str, words: Lexicon) -> bool:
    """Whether a text tells somebody what to do, not to do, or is free to do."""
    if words.has("may_report", text) and not words.has("duty", text):
        return False
    if words.has("release", text):
        return False
    told = words.has("duty", text)
    if words.has("no_duty", text) and not told:
        return False
    return told or any(_binding(text, words))


def _binding(text: str, words: Lexicon) -> list[bool]:
    """For each directive that the language layer sees: whether it makes the sentence a rule."""
    found = []
    for one in _directives(text, words.language):
        form, force, subject, verb = one
        if form == "nominal":
            continue
        if force in ("permission", "release"):
            found.append(words.has("may_people", text))
        elif form == "statement":
            people = (subject or "").lower().split()[:1] == ["we"]
            found.append(people and bool(verb) and not words.whole("states", verb or ""))
        else:
            found.append(True)
    return found


@lru_cache(maxsize=8192)
def _directives(text: str, language: str) -> tuple[tuple[str, str, str | None, str | None], ...]:
    if len(text) > LONG:
        return ()
    return tuple(
        (one.form, one.modal.force, one.subject, one.verb)
        for one in read(text, language).directives
    )


def _imperative(text: str, language: str) -> bool:
    found = _directives(text, language)
    return bool(found) and found[0][0] == "imperative"


def imperative(text: str, words: Lexicon) -> bool:
    """Whether a text begins by telling its reader what to do."""
    return _imperative(plain(text), words.language)


def stands(text: str, words: Lexicon) -> bool:
    """Whether a text begins as a sentence of its own: a command, or somebody who does something."""
    found = _directives(text[:LONG], words.language)
    first = next(iter(found), None)
    if first is None or words.starts("no_start", text):
        return False
    form, _, subject, _ = first
    return form == "imperative" or (
        bool(subject) and text.lower().startswith((subject or "").lower())
    )


def level(text: str, words: Lexicon) -> str:
    """The level that a rule's own words give it; "" where they give none."""
    if len(text) > LONG:
        return ""
    return level_read(read(text, words.language)) or ""


def _reachable(text: str, words: Lexicon) -> bool:
    return any(words.has(name, text) for name in ("email", "obscured", "url", "placeholder"))


def _sanction(text: str, words: Lexicon) -> bool:
    """Whether a sentence says what follows a breach."""
    if not (words.has("sanction", text) and words.has("sanction_modal", text)):
        return False
    if text.endswith(":") or not words.has("sanction_about", text):
        return False
    told = words.find("duty", text)
    threat = words.find("sanction", text)
    return told is None or threat is None or threat.start() < told.end()
