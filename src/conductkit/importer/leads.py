"""Lead-in sentences: what they make of the list below them, and how the two read as one."""

import re
from dataclasses import dataclass
from typing import Literal

from conductkit.importer.lexicon import Lexicon
from conductkit.importer.words import complete, lower_first, opens, plain

_AGAIN = 4
"""So many words of a lead-in an item may say again."""

_PAUSE = re.compile(r",|[–—]|\s--?\s")
_SHORT = 1  # words behind the last pause that say nothing by themselves

Join = Literal["on", "colon", "none"]


@dataclass(frozen=True, slots=True)
class Lead:
    """What stands before a list.

    `text` is the sentence that the items complete, `before` what precedes it in its paragraph.
    `level` is what it makes of each item ("" where it says nothing). `join` says how an item goes
    on from it: straight on, after a colon, or not at all. `values` means that the list names
    values, `steps` that it is a ladder of consequences, `silent` that it holds no rules. `bare`
    means a ban without a sentence around it, such as the heading “Don’t”: commands below it say
    the opposite of what is meant unless it goes before each of them.
    """

    text: str = ""
    before: str = ""
    level: str = ""
    join: Join = "none"
    values: bool = False
    steps: bool = False
    silent: bool = False
    bare: bool = False


def bare_ban(text: str, words: Lexicon) -> Lead | None:
    """The lead-in that “Don’t”, “Never” or “Staff must not” alone makes; None for other words."""
    head = plain(text).strip(" :：")
    if words.whole("bare_ban", head):
        return Lead(head, level="must-not", join="on", bare=True)
    if words.whole("bare_ban_name", head):
        return Lead(words.ban, level="must-not", join="on", bare=True)
    return None


def lead(paragraph: str, words: Lexicon, sentences: list[str]) -> Lead:
    """What a paragraph makes of the list that follows it."""
    last = sentences[-1] if sentences else paragraph
    before = paragraph[: len(paragraph) - len(last)].strip() if paragraph.endswith(last) else ""
    text = plain(last)
    leads_in = opens(last)
    if words.has("no_rules", text) or (words.has("may_report", text) and words.has("report", text)):
        return Lead(last, before, silent=True)
    if (
        words.has("value_lead", text)
        and not words.has("ban", text)
        and not words.has("behaviour", text)
    ):
        return Lead(last, before, values=True)
    if leads_in and words.has("step_lead", text) and not words.has("ban", text):
        return Lead(last, before, steps=True)
    if leads_in and words.has("rules_lead", text):
        return Lead(last, before, level="text")
    level = _level(text, words) if leads_in else _announced(plain(paragraph), sentences, words)
    if leads_in and not level and len(sentences) > 1 and words.starts("again", text):
        level = "must-not" if words.has("ban", plain(sentences[-2])) else ""
    join: Join = "none"
    if words.starts("names_topic", text):
        return Lead(last, before, level=level)
    if leads_in and words.ends("open_end", text):
        join = "on"
    elif leads_in and level:
        join = joint(text, words)
    if join == "on" and not level and not words.ends("names_end", text):
        level = "text"
    return Lead(last, before, level=level, join=join)


def joint(text: str, words: Lexicon) -> Join:
    """How an item goes on from a lead-in that ends in a colon."""
    return "on" if words.ends("list_end", text) and "following" not in text.lower() else "colon"


def _announced(text: str, sentences: list[str], words: Lexicon) -> str:
    """The level that a paragraph without a colon gives, where it announces what follows."""
    if len(sentences) > 3 or not words.has("announces", text):
        return ""
    return _level(text, words)


def _level(text: str, words: Lexicon) -> str:
    """The level that a lead-in or heading gives; "" where it is about something else."""
    text = _main(text, words)
    if words.has("ban", text):
        return "must-not"
    if words.has("discourage", text):
        return "should-not"
    if not words.has("duty_lead", text) and not words.has("duty_strong", text):
        return ""
    return "should" if words.has("duty_lead", text) else "must"


def _main(text: str, words: Lexicon) -> str:
    """A lead-in without the case that it supposes: “If you see harassment, please tell:”."""
    last = _PAUSE.split(text)[-1].strip()
    supposed = words.starts("supposes", text) and len(last.split()) > _SHORT
    return last if supposed else text


def joined(lead: Lead, item: str, words: Lexicon, proper: frozenset[str]) -> str:
    """Lead-in and item as one sentence; words of both stay as they are.

    No colon stands between a subject and its verb.
    """
    head = re.sub(r"\s*(?:[:：…]|\.{3})\s*(?=[*_]*$)", "", lead.text.rstrip())
    body = lower_first(item, proper)
    again = twice(lead, item)
    if again:
        body = body[len(again) :].lstrip()
    denial = denied(lead, item, words)
    if denial:
        body = words.ban.split()[-1] + body[len(denial) :]
    goes_on = bool(again) or (item[:1].islower() and words.has("duty_strong", plain(lead.text)))
    colon = lead.join == "colon" and not goes_on and not words.starts("finite", body)
    middle = ": " if colon else " "
    text = f"{head}{middle}{body}"
    return text if complete(text) or text.endswith((":", "：")) else text + "."


def denied(lead: Lead, item: str, words: Lexicon) -> str:
    """What an item denies by, where the lead-in has the verb: “must: do not …” is “must not …”."""
    if lead.join == "none" or not words.ends("modal_last", plain(lead.text)):
        return ""
    found = words.find("denial", item)
    return found[0] if found and found.start() == 0 else ""


def twice(lead: Lead, item: str) -> str:
    """The words that a lead-in ends with and its item begins with again (“We will: we will …”)."""
    if lead.join == "none":
        return ""
    last = re.findall(r"\w+", lead.text.casefold())
    first = item.split()
    for count in range(min(len(last), len(first) - 1, _AGAIN), 0, -1):
        if last[-count:] == [word.casefold() for word in first[:count]]:
            return " ".join(first[:count])
    return ""


def trimmed(item: str) -> tuple[str, str]:
    """An item without what ties it to the next (“; and”), and what was taken off."""
    match = re.search(r"\s*[;,](?:\s*(?:and|or|et|ou|y|o|e|und|oder))?\s*$", item)
    if match is None:
        return item, ""
    return item[: match.start()], match[0].strip()
