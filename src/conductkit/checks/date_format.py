"""A date in figures can be read in two ways, or dates are written in more than one form.

Why: 03/04/2026 is the third of April to one reader and the fourth of March to another.

Example: “by 03/04/2026” → “by 3 April 2026”

Fix: write the month as a word, or the year first (2026-04-03), the same way throughout.
"""

import re
from collections import Counter
from collections.abc import Iterator

from conductkit.check import Context, Hit, define
from conductkit.checks._texts import pieces
from conductkit.language import mask
from conductkit.model import Code
from conductkit.patterns import lazily

_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec)[a-z]{0,6}\.?"
_DIGITS = frozenset("0123456789")
_FORMS = {
    "2026-04-03": lazily(r"(?<![\w-])\d{4}-\d{2}-\d{2}(?![\w-])"),
    "03/04/2026": lazily(r"(?<![\w/])(?P<a>\d{1,2})/(?P<b>\d{1,2})/(?:\d{4}|\d{2})(?![\w/])"),
    "03.04.2026": lazily(r"(?<![\w.])\d{1,2}\.\d{1,2}\.\d{4}(?!\w|\.\d)"),
    "3 April 2026": lazily(rf"(?<!\w)\d{{1,2}}(?:st|nd|rd|th)? {_MONTH},? \d{{4}}(?!\w)"),
    "April 3, 2026": lazily(rf"(?<!\w){_MONTH} \d{{1,2}}(?:st|nd|rd|th)?,? \d{{4}}(?!\w)"),
}


@define("warning", "consistency")
def check(code: Code, context: Context) -> Iterator[Hit]:
    found = [
        (piece, form, match)
        for piece in pieces(code)
        if not _DIGITS.isdisjoint(piece.text)
        for form, pattern in _FORMS.items()
        for match in pattern.finditer(mask(piece.text))
    ]
    counts = Counter(form for _, form, _ in found)
    usual = counts.most_common(1)[0][0] if counts else ""
    for piece, form, match in found:
        if form == "03/04/2026" and _either(match):
            yield piece.hit(
                *match.span(), f"“{match[0]}” can be two days: which comes first, day or month?",
                "Write the month as a word, or the year first.",
            )  # fmt: skip
        elif form != usual:
            yield piece.hit(
                *match.span(), f"“{match[0]}” is not written like the other dates ({usual})",
                "Write all dates in one form.",
            )  # fmt: skip


def _either(match: re.Match[str]) -> bool:
    first, second = int(match["a"]), int(match["b"])
    return first <= 12 and second <= 12 and first != second
