"""Two negations stand in one clause.

Why: readers have to turn the sentence round twice to know what is asked, and in a hurry they
turn it once.

Example: “Do not fail to greet the customer.” → “Greet the customer.”

Fix: say what is to be done.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from conductkit.check import Context, Hit, define, words
from conductkit.checks._exempt import exempt
from conductkit.checks._texts import readings
from conductkit.language import mask, word_list
from conductkit.model import Code
from conductkit.patterns import lazily

_CLAUSE = lazily(r"[^,;:.!?()—–]+")
_BREAK = lazily(r"\b(?:and|but|or|nor|without|unless|if|when|that|which|who|because|than)\b")
_LIMIT = lazily(r" (?:just|limited to|merely|only)\b")  # `is not limited to` denies nothing
_BEHIND = lazily(r" (?:at all |be |quite |very |[a-z]+ly )?")
_AGAIN = lazily(
    r"\b(?:no|nobody|none|nothing|nowhere|never)\b(?!-| (?:longer|more|later|less|one\b))"
)


@define("warning", "wording", languages="en")
def check(code: Code, context: Context) -> Iterator[Hit]:
    for rule, _ in readings(code):
        text = mask(rule.text).lower().replace("’", "'")
        for clause in _CLAUSE.finditer(text) if len(text) == len(rule.text) else ():
            for start, end in _parts(text, *clause.span()):
                found = _twice(text, start, end, code.language)
                if not found or any(exempt(code, context, rule.text, *span) for span in found):
                    continue
                one, two = (text[slice(*span)] for span in found)
                yield words(
                    rule, "text", found[0][0], found[1][1],
                    f"“{one}” and “{two}” are two negations in one clause",
                    "Say what is to be done.",
                )  # fmt: skip


def _twice(text: str, start: int, end: int, language: str) -> tuple[tuple[int, int], ...]:
    """The spans of two negations in a clause; none where it has but one.

    A word such as `unlikely` counts only right behind the first: `Do not use inappropriate words`
    forbids what is wrong and denies nothing twice.
    """
    first, near, far = _negations(language)
    one = first.search(text, start, end)
    if one is None or _LIMIT.match(text, one.end()):
        return ()
    behind = _BEHIND.match(text, one.end(), end)
    two = near.match(text, behind.end(), end) if behind else None
    two = two or far.search(text, one.end(), end) or _AGAIN.search(text, one.end(), end)
    return (one.span(), two.span()) if two else ()


def _parts(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A clause cut at the words that begin another."""
    for match in _BREAK.finditer(text, start, end):
        yield start, match.start()
        start = match.end()
    yield start, end


@cache
def _negations(language: str) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """What denies first, what does so right behind it, and what does anywhere behind it."""
    entries = word_list("double-negative", language).entries
    return (
        _any(word_list("double-negative-first", language).entries),
        _any(entry for entry in entries if not entry.endswith(" to")),
        _any(entry for entry in entries if entry.endswith(" to")),
    )


def _any(entries: Iterable[str]) -> re.Pattern[str]:
    parts = sorted(map(re.escape, entries), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(parts)})\b")
