"""Inline markup of several kinds into the Markdown that a code may hold.

Every pattern is linear on hostile input: what is repeated is bounded or cannot begin anew.
"""

import html
import re
from collections.abc import Mapping

_REFERENCE = re.compile(r"(!?)\[([^\[\]]{1,500}+)\]\[([^\[\]]{0,100}+)\]")
_SHORTCUT = re.compile(r"(!?)\[([^\[\]]{1,100}+)\](?![\[(:])")
_BREAK = re.compile(r"<br\s{0,5}/?>", re.IGNORECASE)
_MARKS = {"em": "*", "i": "*", "strong": "**", "b": "**", "code": "`"}
_TAG = re.compile(r"</?([A-Za-z][A-Za-z0-9]{0,15})\b([^<>]{0,1000}+)>")
_HREF = re.compile(r"""\bhref\s{0,3}=\s{0,3}["']?([^\s"'>]{1,500})""", re.IGNORECASE)
_COMMENT = re.compile(r"<!--(?>(?:[^-]|-(?!->))*)-->")
_AUTOLINK = re.compile(
    r"(?:<|&lt;){1,2}((?:https?://|mailto:)[^\s<>]{1,500}?|[^\s<>@&;]{1,64}+@[^\s<>@&]{1,200}+"
    r"|\[[^\[\]]{1,200}+\]\(mailto:[^()\s]{1,300}+\))(?:>|&gt;){1,2}"
)
_ENTITY = re.compile(r"&(?:#\d{1,6}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,20});")
_ESCAPED = re.compile(
    r"(?<![\]\\])(?<!^\w)(?<!^\d\d)\\(?P<sign>[.,:;'\"?/@&%$(){}]|!(?!\[)|(?<=\w\\)[-+=])"
)
"""A sign that needs no backslash where it stands: no number of a list, no part of a link."""
_KEPT = {"&lt;", "&gt;", "&amp;", "&#60;", "&#62;", "&#38;"}


def markdown(text: str, links: Mapping[str, str] | None = None) -> str:
    """Inline Markdown on one line: references resolved, inline HTML turned into Markdown.

    `links` are the targets of reference links, by label in lower case.
    """
    text = _BREAK.sub(" ", _COMMENT.sub(" ", text))
    text = linked(text)
    if links:
        text = _REFERENCE.sub(lambda match: _resolved(match, match[3] or match[2], links), text)
        text = _SHORTCUT.sub(lambda match: _resolved(match, match[2], links), text)
    if "<" in text:
        text = _tags(text)
    if "&" in text:
        text = _ENTITY.sub(_character, text)
    if "\\" in text:
        text = _ESCAPED.sub(r"\g<sign>", text)
    return " ".join(text.split())


def linked(text: str) -> str:
    """The text, addresses without the brackets around them."""
    return _AUTOLINK.sub(r"\1", text) if "<" in text or "&lt;" in text else text


def labels(text: str, links: Mapping[str, str]) -> list[str]:
    """The labels of the reference links in a text, where they are not its words."""
    return [
        match[3] for match in _REFERENCE.finditer(text) if match[3] and label(match[3]) in links
    ]


def label(text: str) -> str:
    """A reference label as it is compared."""
    return " ".join(text.split()).casefold()


def _resolved(match: "re.Match[str]", name: str, links: Mapping[str, str]) -> str:
    target = links.get(label(name))
    if target is None:
        return match[0]
    return f"{match[1]}[{match[2]}]({target})" if target else match[2]


def _character(match: "re.Match[str]") -> str:
    if match[0] == "&amp;" and match.string[match.end() : match.end() + 1].isspace():
        return "&"
    return match[0] if match[0] in _KEPT else html.unescape(match[0])


def _tags(text: str) -> str:
    targets: list[str] = []

    def replace(match: "re.Match[str]") -> str:
        name, closing = match[1].lower(), match[0].startswith("</")
        if name in _MARKS:
            return _MARKS[name]
        if name == "a":
            if closing:
                target = targets.pop() if targets else ""
                return f"]({target})" if target else ""
            found = _HREF.search(match[2])
            targets.append(found[1] if found else "")
            return "[" if found else ""
        return " " if name in ("p", "div", "li", "td", "img") else ""

    return _TAG.sub(replace, text) + "".join(f"]({target})" for target in targets if target)
