"""A bracket or quotation mark has no partner.

Why: readers cannot tell where the remark or the quotation ends; often words are missing too.

Example: “Tell the manager (or the deputy.” → “Tell the manager (or the deputy).”

Fix: add the missing mark, or take the lone one out.
"""

import re
from collections.abc import Iterator

from conductkit.check import Context, Hit, define
from conductkit.checks._texts import pieces
from conductkit.model import Code
from conductkit.patterns import lazily

_PAIRS = {"(": ")", "[": "]", "“": "”"}
_GUILLEMETS = {"«": "»"}
_CURLY = frozenset({"en", "es", "fr", "pt", "it"})  # where “ opens and ” closes
_CODE = lazily(r"`[^`\n]*`|\\.")  # code, escapes
_FACE = lazily(r"[:;=]-?$")
_ITEM = lazily(r"(?:^|[\s(;,])(?:[A-Za-z]|\d{1,2}|[ivxIVX]{1,4})$")  # a) and 1)


@define("warning", "proofing")
def check(code: Code, context: Context) -> Iterator[Hit]:
    language = code.language.split("-")[0].lower()
    pairs = dict(_PAIRS)
    if language not in _CURLY:
        del pairs["“"]
    if language in ("es", "fr", "it", "pt"):
        pairs |= _GUILLEMETS
    for piece in pieces(code):
        at = _lone(_CODE.sub(_blank, piece.text), pairs)
        if at is not None:
            mark = piece.text[at]
            shown = mark if mark in "“”" else f"“{mark}”"
            yield piece.hit(
                at, at + 1, f"{shown} has no partner",
                "Add the missing mark, or take this one out.",
            )  # fmt: skip


def _blank(match: re.Match[str]) -> str:
    """Hide code, save where a straight quotation mark opens in it and closes nowhere."""
    found = match.group()
    return found if found[0] == "`" and found.count('"') % 2 else " " * len(found)


def _lone(text: str, pairs: dict[str, str]) -> int | None:
    """The place of the first mark without a partner."""
    closing = {close: opening for opening, close in pairs.items()}
    if not {*pairs, *closing, '"'}.intersection(text):
        return None
    open_: dict[str, list[int]] = {opening: [] for opening in pairs}
    lone = []
    for at, char in enumerate(text):
        if char in pairs:
            open_[char].append(at)
        elif char in closing and open_[closing[char]]:
            open_[closing[char]].pop()
        elif char in closing:
            lone.append(at)
    last_break = text.rfind("\n\n")
    for places in open_.values():
        # A quotation that goes on in the next paragraph opens again there.
        lone += [at for at in places if text[at] != "“" or at > last_break]
    straight = [at for at, char in enumerate(text) if char == '"' and not _inside_word(text, at)]
    inches = [at for at in straight if at and text[at - 1].isdigit()]
    if len(straight) % 2 and (len(straight) - len(inches)) % 2:
        lone.append(straight[-1])
    return min((at for at in lone if not _stands(text, at)), default=None)


def _inside_word(text: str, at: int) -> bool:
    """Whether the mark is one of Hebrew abbreviations, before their last letter."""
    return all("\u05d0" <= char <= "\u05ea" for char in (text[at - 1 : at], text[at + 1 : at + 2]))


def _stands(text: str, at: int) -> bool:
    """Whether a bracket stands alone rightly: the mark of a list item, or a face."""
    before = text[max(0, at - 6) : at]
    return text[at] in "()[]" and bool(
        _FACE.search(before) or (text[at] == ")" and _ITEM.search(before))
    )
