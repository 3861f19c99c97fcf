"""Where a text comes from: known families, works it names, the terms it is used on."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from conductkit.importer.lexicon import Lexicon, load
from conductkit.importer.words import plain, tokens
from conductkit.outline import Block

_CC_URL = re.compile(
    r"creativecommons\.org/(?:licen[cs]es|publicdomain)/([a-z-]{2,10})/(\d\.\d)", re.I
)
_CC_NAME = re.compile(
    r"creative commons\s+(zero|attribution(?:[\s-]*(?:share[\s-]?alike"
    r"|non-?commercial|no-?derivatives)){0,2})"
    r"(?:\s+(\d\.\d))?", re.I,
)  # fmt: skip
_CC_SHORT = re.compile(r"\bCC[ -](BY(?:-(?:SA|NC|ND)){0,2}|0)(?:[ -](\d\.\d))?\b|\bCC0\b")
_OTHER = re.compile(
    r"\b(?:(MIT|Apache|BSD|GPL)(?:[\s-]v?\d(?:\.\d)?)?\s+licen[cs]e"
    r"|Open Government Licen[cs]e(?: v?\d\.\d)?|public domain)\b",
    re.I,
)
_VERSION = re.compile(
    r"(?:\bvers\w{2,5}|\bv\.?|/version/|covenant\]?)[\s/]?(\d)[./](\d)(?:[./](\d))?(?!\d)", re.I
)
_LINK = re.compile(r"\[([^\[\]]{2,120}+)\]\((https?://[^()\s]{4,400}+)\)")
_MOST = 12


@dataclass(frozen=True, slots=True)
class Family:
    """A known text: how it is named, and sentences that give it away."""

    title: str
    author: str
    url: str
    pattern: "re.Pattern[str]"
    words: tuple[str, ...]


def sources(
    blocks: Sequence[Block], words: Lexicon, credits: frozenset[int], title: str
) -> list[dict[str, str]]:
    """The works that a text draws on. `credits` are the lines that say so."""
    told = [
        block for block in blocks if block.kind != "furniture" and _credits(block, words, credits)
    ]
    credit = " ".join(block.text for block in told)
    text = " ".join(tokens(" ".join(block.text for block in blocks)))
    found: list[dict[str, str]] = []
    for family in _families():
        if family.pattern.search(credit):
            found.append(_entry(family, credit))
        elif any(" ".join(tokens(line)) in text for line in family.words) or family.pattern.search(
            title
        ):
            found.append(_entry(family, credit if family.pattern.search(credit) else title))
    found += _linked(credit, found)
    licence = licence_of(credit)
    if licence:
        same = [one for one in found if one["title"].split(" Code")[0] in title]
        owner = (same or found)[0] if same or len(found) == 1 else None
        if owner is not None:
            owner["licence"] = licence
        else:
            found.insert(0, {"title": title, "licence": licence})
    return found[:_MOST]


def _credits(block: Block, words: Lexicon, credits: frozenset[int]) -> bool:
    return block.line in credits or words.has("attribution", plain(block.text))


def licence_of(text: str) -> str:
    """The licence that a text names, in its usual short form; "" where it names none."""
    match = _CC_URL.search(text)
    if match:
        kind = match[1].lower()
        return "CC0 1.0" if kind == "zero" else f"CC {kind.upper()} {match[2]}"
    match = _CC_SHORT.search(text)
    if match:
        return " ".join(match[0].replace("CC-", "CC ").split())
    match = _CC_NAME.search(plain(text))
    if match:
        kind = match[1].lower()
        short = (
            "0"
            if kind == "zero"
            else "BY"
            + "".join(
                part
                for key, part in (("share", "-SA"), ("commercial", "-NC"), ("deriv", "-ND"))
                if key in kind
            )
        )
        return (
            f"CC{short} {match[2] or ''}".strip()
            if short == "0"
            else f"CC {short} {match[2] or ''}".strip()
        )
    match = _OTHER.search(plain(text))
    return match[0] if match else ""


@lru_cache(maxsize=1)
def _families() -> tuple[Family, ...]:
    return tuple(
        Family(
            entry["title"], entry.get("author", ""), entry.get("url", ""),
            re.compile(entry["named"], re.I), tuple(entry["words"]),
        )
        for entry in load("families.yaml")
    )  # fmt: skip


def _entry(family: Family, text: str) -> dict[str, str]:
    """A family as a source, with the version that the text names."""
    match = family.pattern.search(text)
    near = text[match.start() : match.start() + 250] if match else ""
    version = _VERSION.search(near)
    number = ".".join(part for part in version.groups() if part) if version else ""
    if number.count(".") == 2 and number.endswith(".0") and not number.startswith("1.0"):
        number = number[:-2]
    title = f"{family.title} {number}".strip()
    entry = {"title": title}
    for key in ("author", "url"):
        if getattr(family, key):
            entry[key] = getattr(family, key)
    return entry


def _linked(credit: str, known: list[dict[str, str]]) -> list[dict[str, str]]:
    """Other works that the credits link to."""
    found: list[dict[str, str]] = []
    for name, url in _LINK.findall(credit)[:_MOST]:
        named = any(family.pattern.search(f"{name} {url}") for family in _families())
        terms = "creativecommons.org" in url or re.search(
            r"\bfaq\b|translations?$", f"{name} {url}", re.I
        )
        same = any(entry.get("url") == url for entry in (*known, *found))
        if not named and not terms and not same and not name.startswith("http"):
            found.append({"title": plain(name), "url": url})
    return found
