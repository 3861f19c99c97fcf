"""An apostrophe is not the one that the rest of the code uses.

Why: an accent or a straight mark among curly ones looks like a slip, and a search for the word
does not find it.

Example: “the customer´s needs” → “the customer’s needs”

Fix: type the apostrophe that the other texts have.
"""

import re
from collections import Counter
from collections.abc import Iterator

from conductkit.check import Context, Hit, define
from conductkit.checks._texts import pieces
from conductkit.language import mask
from conductkit.model import Code
from conductkit.patterns import lazily

_WORD = lazily(r"(?<![^\W\d_])[^\W\d_]++(?>(?:['’´`ʼ][^\W\d_]++)*)(?>(?:(?<=s)['’´`ʼ](?=\s))?)")
_MARK = lazily(r"['’´`ʼ]")
_REACH = 200  # characters in which a quotation in single marks is taken to begin
_GOOD = "’'"
_NAMES = {"'": "straight", "’": "curly", "´": "an acute accent", "`": "a grave accent",
          "ʼ": "a modifier letter"}  # fmt: skip


@define("warning", "consistency", fix="safe")
def check(code: Code, context: Context) -> Iterator[Hit]:
    found = []
    for piece in pieces(code):
        if not _MARK.search(piece.text):
            continue
        masked = mask(piece.text)
        odd_tick = piece.text.count("`") % 2 == 1
        for match in _WORD.finditer(piece.text):
            marks = _MARK.findall(match[0])
            if not marks:
                continue
            hidden = "`" not in marks and masked[match.start()] != piece.text[match.start()]
            if not hidden and ("`" not in marks or odd_tick) and not _quotation(piece.text, match):
                found.append((piece, match, marks))
    counts = Counter(mark for _, _, marks in found for mark in marks)
    usual = max(_GOOD, key=lambda mark: (counts[mark], mark == "’"))
    for piece, match, marks in found:
        odd = next((mark for mark in marks if mark != usual), None)
        if odd is not None:
            better = _MARK.sub(usual, match[0])
            beside = _NAMES[usual] if counts[usual] else "an apostrophe"
            yield piece.hit(
                match.start(), match.end(),
                f"“{match[0]}”: {_NAMES[odd]} where the code has {beside} apostrophes"
                if counts[usual] else f"“{match[0]}”: {_NAMES[odd]} for an apostrophe",
                f"Write “{better}”.", fix=better,
            )  # fmt: skip


def _quotation(text: str, match: re.Match[str]) -> bool:
    """Whether a mark at the end of the word closes a quotation in single marks."""
    last = text[match.end() - 1]
    opening = "‘" if last == "’" else "'"
    return last in "'’" and bool(
        re.search(rf"(?<!\w){opening}", text[max(0, match.start() - _REACH) : match.start() + 1])
    )
