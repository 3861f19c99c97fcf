"""Small things about words: plain text, sentences, bold leads, first letters."""

import re
from collections.abc import Iterable
from functools import lru_cache

from conductkit.language import read

_LINK = re.compile(
    r"!?\[([^\[\]]{0,500}+)\]\([^()\s]{0,1000}+(?:\([^()\s]{0,200}+\)[^()\s]{0,200}+)?\)"
)
_MARKS = re.compile(r"\*\*|\*|__|(?<!\w)_|_(?!\w)|`")
_BOLD = re.compile(
    r"^(?P<mark>\*\*|__)(?P<name>[^*_]{2,120}?)(?P=mark)\s*(?P<joint>[:.,;–—-]?)\s*(?P<rest>.*)$",
    re.DOTALL,
)
_PLAIN = re.compile(
    r"^(?P<name>[^\W\d_][^:.;!?()]{1,60}?)\s*(?P<joint>:|\s[–—-])\s+(?P<rest>\S.*)$", re.DOTALL
)
_NUMBER = re.compile(
    r"^(?:(?:\d{1,3}(?:\.\d{1,3}){0,3}|[IVX]{1,5}|[A-Z])\s?[.)]|#\d{1,3}|\d{1,3}(?:\.\d{1,3})+)\s*"
)
_NAMED = re.compile(r"(\*\*|__)(?:[^\s*_]+ ){0,5}[^\s*_]+\1")
_PAIRS = (("[", "]"), ("(", ")"), ("“", "”"), ("**", "**"))
_STOP = ".!?…。！？؟"
LONG = 4000
"""A paragraph longer than this is not read sentence by sentence."""


@lru_cache(maxsize=4096)
def plain(text: str) -> str:
    """Inline Markdown without its marks: links as their words."""
    return " ".join(_MARKS.sub("", _LINK.sub(r"\1", text)).split())


def tokens(text: str) -> list[str]:
    """The words of a text, in lower case."""
    return re.findall(r"[^\W_]+", text.casefold())


def bold_lead(text: str) -> tuple[str, str]:
    """The name in bold that an item begins with, and the rest; ("", text) where there is none."""
    match = _BOLD.match(text)
    if match is None:
        return "", text
    name = match["name"].strip()
    glued = match["rest"] and not match["joint"] and name[-1] not in ".:!?,"
    if glued or len(name.split()) > 12:
        return "", text
    return name.rstrip(":,"), match["rest"].strip()


def name_lead(text: str) -> tuple[str, str]:
    """The name before a colon or dash that an item begins with, and the rest; else ("", text)."""
    match = _PLAIN.match(text)
    if match is None or len(match["name"].split()) > 6 or match["rest"].startswith("//"):
        return "", text
    return plain(match["name"]), match["rest"].strip()


def number(text: str) -> tuple[str, str]:
    """The number that a heading begins with, as printed, and the rest."""
    match = _NUMBER.match(text)
    if match is None or not text[match.end() :].strip():
        return "", text
    return match[0].strip(), text[match.end() :].lstrip(" .)–—-")


def headline(text: str) -> str:
    """What a heading says: without its number, a sign that stands before it, its full stop."""
    name = number(plain(text))[1].rstrip(" .:")
    return re.sub(r"^[^\w(\[“‘«\"']+(?=\w)", "", name)


def sentences(text: str, language: str) -> list[str]:
    """The sentences of a text, with the marks that belong to them; nothing is lost between them."""
    if len(text) > LONG:
        return [text]
    spans = [(one.start, one.end) for one in read(text, language).sentences]
    if not spans:
        return [text]
    starts = [0, *(_before_marks(text, start) for start, _ in spans[1:])]
    ends = [*starts[1:], len(text)]
    found = [text[start:end].strip() for start, end in zip(starts, ends, strict=True)]
    return _whole([one for one in found if one])


def _before_marks(text: str, start: int) -> int:
    """The start of a sentence with the marks that open before its first word."""
    opening = re.search(r"(?:(?<=\s)(?:\*\*|[\[(“*_]))+$", text[max(0, start - 8) : start])
    return start - len(opening[0]) if opening else start


def _whole(told: list[str]) -> list[str]:
    """Sentences, those that stand between one pair of marks together as one.

    A kind of mark without a partner somewhere in the text holds nothing together. A name in bold
    that stands before the first sentence goes with it.
    """
    every = " ".join(told)
    pairs = [pair for pair in _PAIRS if pair[0] in every and not _open(every, pair)]
    named = _NAMED.fullmatch(told[0]) if told else None
    found: list[str] = []
    for at, sentence in enumerate(told):
        if found and (any(_open(found[-1], pair) for pair in pairs) or (named and at == 1)):
            found[-1] += f" {sentence}"
        else:
            found.append(sentence)
    return found


def _open(text: str, pair: tuple[str, str]) -> int:
    """How many of the first mark wait for the second."""
    first, second = pair
    return text.count(first) % 2 if first == second else text.count(first) - text.count(second)


def complete(text: str) -> bool:
    """Whether a text ends like a sentence."""
    bare = text.rstrip('*_`)"”’»] ')
    return bool(bare) and bare[-1] in _STOP


def opens(text: str) -> bool:
    """Whether a text leads into what follows it: by a colon or by three dots."""
    return text.rstrip().endswith((":", "：", "…", "..."))


def lower_first(text: str, proper: frozenset[str]) -> str:
    """The text with a small first letter, unless its first word is written so on purpose.

    `proper` are words that the text writes with a capital elsewhere.
    """
    match = re.match(r"^([\"'“‘«*_\[]*)(\w+)", text)
    if match is None:
        return text
    word = match[2]
    if word in proper or word == "I" or not word[:1].isupper() or not word[1:].islower():
        return (
            text
            if len(word) > 1 or word == "I"
            else text[: match.start(2)] + text[match.start(2) :].replace(word, word.lower(), 1)
        )
    return text[: match.start(2)] + word[0].lower() + text[match.start(2) + 1 :]


def proper_words(texts: Iterable[str]) -> frozenset[str]:
    """The words that texts write with a capital inside their sentences, and never without."""
    inside: set[str] = set()
    small: set[str] = set()
    for text in texts:
        inside.update(re.findall(r"(?<=[a-zà-ÿ,;] )([A-ZÀ-Þ]\w+)", text))
        small.update(re.findall(r"\b[a-zà-ÿ]\w+", text))
    return frozenset(word for word in inside if word.lower() not in small)
