"""Blank out what a reader does not read: markup, tags, addresses. Offsets stay true."""

import re
from functools import lru_cache

from conductkit.patterns import lazily

# Every pattern is linear on hostile input: inner classes stop at the character that could begin
# the same pattern again, and repeats are possessive or bounded.
_LINE = lazily(
    r"^[ \t]*+(?>(?:>[ \t]?)*)(?>(?:#{1,6}(?=[ \t])|[-*+•‣▪](?=[ \t])|\d{1,3}[.)](?=[ \t])"
    r"|\(?[a-z]\)(?=[ \t]))?)"
    r"(?>(?:[ \t]*+\[[ xX]\](?=[ \t]))?)",
    re.MULTILINE,
)
_RULE = lazily(r"^[ \t]*+(?>(?:[-=*_][ \t]*+){3,})$|^[ \t]*+`{3}[^\n`]*+$", re.MULTILINE)
# Where a link leads. What stands behind it is no part of it, and a footnote (“[^1]:”) is read.
_DEFINITION = lazily(
    r"^ {0,3}\[[^\[\]\n^][^\[\]\n]{0,100}\]:[ \t]*+[^\s]++"
    r"(?>(?:[ \t]++(?:\"[^\"\n]*+\"|'[^'\n]*+'|\([^()\n]*+\)))?)[ \t]*+$",
    re.MULTILINE,
)
_TEMPLATE = lazily(r"\{\{[^{}]{0,300}+\}\}|\{%[^%]{0,300}+%\}|<%[^%]{0,300}+%>")
_LINK = lazily(
    r"!?\[(?P<text>[^\[\]]{0,500}+)\]"
    r"(?P<target>\([^()\n]{0,1000}+(?:\([^()\n]{0,200}+\)[^()\n]{0,200}+)?\)|\[[^\[\]\n]{0,100}+\])"
)
_ADDRESS = lazily(
    r"(?:https?|ftp)://[^\s<>)\]\"”»]++|\b(?:mailto|tel):[^\s<>)\]]++|\bwww\.[^\s<>)\]]++"
    r"|(?<![\w.+@-])[\w.+-]{1,64}+@[\w-]{1,63}(?:\.[\w-]{1,63}){1,6}",
)
_TAG = lazily(r"</?[A-Za-z][^<>]{0,500}+>")
_ENTITY = lazily(r"&(?:#\d{1,6}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z]{2,8});")
_MARKS = lazily(r"\*++|_++|~~++|`++")
_MARKUP = re.compile(r"[\[*_~`<>{@/&#|\\]|^[ \t]*(?:[-+•‣▪=]|\(?\w{1,3}[.)])|:|www\.", re.MULTILINE)


@lru_cache(maxsize=4096)
def mask(text: str) -> str:
    """Return the text at the same length with markup, tags and addresses turned into spaces.

    Markup is Markdown's emphasis, links (their words stay), code ticks, headings, quotation and
    list marks, raw HTML tags, template tags, URLs and mail addresses. Line breaks stay. A
    placeholder such as [INSERT CONTACT METHOD] stays: a check reports it.
    """
    if not _MARKUP.search(text):
        return text
    text = _comments(text)
    for pattern in (_TEMPLATE, _RULE, _DEFINITION, _LINE):
        text = pattern.sub(_blank, text)
    text = _LINK.sub(_link, text)
    text = _ADDRESS.sub(_address, text)
    for pattern in (_TAG, _ENTITY):
        text = pattern.sub(_blank, text)
    return _MARKS.sub(_mark, text).replace("|", " ")


def _blank(match: re.Match[str]) -> str:
    found = match.group()
    if "\n" in found:
        return "".join("\n" if character == "\n" else " " for character in found)
    return " " * len(found)


def _comments(text: str) -> str:
    start = text.find("<!--")
    parts: list[str] = []
    done = 0
    while start != -1:
        end = text.find("-->", start + 4)
        if end == -1:
            break
        parts += text[done:start], re.sub(r"[^\n]", " ", text[start : end + 3])
        done = end + 3
        start = text.find("<!--", done)
    return "".join(parts) + text[done:] if parts else text


def _link(match: re.Match[str]) -> str:
    opening = " " * (match.start("text") - match.start())
    return f"{opening}{match['text']} {' ' * len(match['target'])}"


def _address(match: re.Match[str]) -> str:
    found = match.group()
    bare = found.rstrip(".,;:!?'’*_")
    return " " * len(bare) + found[len(bare) :]


def _mark(match: re.Match[str]) -> str:
    """Blank a run of marks that opens or closes something; `2 * 3` and `snake_case` stay."""
    found, text = match.group(), match.string
    before = text[match.start() - 1 : match.start()]
    after = text[match.end() : match.end() + 1]
    if found[0] == "_" and before.isalnum() and after.isalnum():
        return found
    if found[0] in "*_" and not before.strip() and not after.strip():
        return found
    return " " * len(found)
