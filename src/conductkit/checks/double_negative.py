"""Two negations stand in one clause.

Why: readers have to turn the sentence round twice to know what is asked, and in a hurry they
turn it once.

Example: “Do not fail to greet the customer.” → “Greet the customer.”

Fix: say what is to be done.
"""

import re
from collections.abc import Iterable, Iterator

from conductkit.check import Context, Hit, define, words
from conductkit.checks._exempt import exempt
from conductkit.checks._texts import readings
from conductkit.language import mask, word_list
from conductkit.model import Code
from conductkit.patterns import lazily

_CLAUSE = lazily(r"[^,;:.!?()—–]+")
_BREAK = lazily(r"\b(?:and|but|or|nor|without|unless|if|when|that|which|who|because|than)\b")
_LIMIT = lazily(r" (?:just|limited to|merely|only)\b")  # `is not limited to` denies nothing
_AGAIN = lazily(
    r"\b(?:no|nobody|none|nothing|nowhere|never)\b(?!-| (?:longer|more|later|less|one\b))"
)


@define("warning", "wording", languages="en")
def check(code: Code, context: Context) -> Iterator[Hit]:
    first = _any(word_list("double-negative-first", code.language).entries)
    second = _any(word_list("double-negative", code.language).entries)
    for rule, _ in readings(code):
        text = mask(rule.text).lower().replace("’", "'")
        for clause in _CLAUSE.finditer(text) if len(text) == len(rule.text) else ():
            for start, end in _parts(text, *clause.span()):
                one = first.search(text, start, end)
                if one and _LIMIT.match(text, one.end()):
                    continue
                two = one and (
                    second.search(text, one.end(), end) or _AGAIN.search(text, one.end(), end)
                )
                if (
                    one
                    and two
                    and not any(
                        exempt(code, context, rule.text, *match.span()) for match in (one, two)
                    )
                ):
                    yield words(
                        rule, "text", one.start(), two.end(),
                        f"“{one[0]}” and “{two[0]}” are two negations in one clause",
                        "Say what is to be done.",
                    )  # fmt: skip


def _parts(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A clause cut at the words that begin another."""
    for match in _BREAK.finditer(text, start, end):
        yield start, match.start()
        start = match.end()
    yield start, end


def _any(entries: Iterable[str]) -> re.Pattern[str]:
    parts = sorted(map(re.escape, entries), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(parts)})\b")
