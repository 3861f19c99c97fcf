"""A rule ends without a full stop where the others have one.

Why: the list looks unfinished, and readers wonder whether words are missing.

Example: “Greet every customer” → “Greet every customer.”

Fix: add the full stop.
"""

import re
from collections.abc import Iterator

from conductkit.check import Context, Hit, define, words
from conductkit.checks._placeholders import placeholders
from conductkit.checks._texts import readings
from conductkit.language import Reading, mask, word_list
from conductkit.model import Code, Rule
from conductkit.patterns import lazily

_ENDED = lazily(r"[.?!…。！？؟।:;,][\s\"”’'»)\]*_]*$")
_ITEM = lazily(r"^[ \t]*(?:[-*+•]|\d{1,2}[.)])\s", re.MULTILINE)
_LEAST = 3  # words
_SHARE = 3  # at most one rule in three is a slip; more is a style


@define("info", "consistency", fix="safe")
def check(code: Code, context: Context) -> Iterator[Hit]:
    rules = [rule for rule, reading in readings(code) if _sentence(rule, reading)]
    open_ = [rule for rule in rules if not _ENDED.search(rule.text)]
    if len(open_) * _SHARE > len(rules):
        return
    for rule in open_:
        span = _last_word(rule)
        if span:
            word = rule.text[slice(*span)]
            yield words(
                rule, "text", *span, f"No full stop after “{word}”; the other rules end with one",
                "Add the full stop.", fix=word + ".",
            )  # fmt: skip


def _sentence(rule: Rule, reading: Reading) -> bool:
    """Whether the text is a sentence rather than a heading, a name or a list."""
    if _ITEM.search(rule.text) or reading.word_count < _LEAST:
        return False
    finite = word_list("auxiliaries", reading.language).entries
    english = reading.language.startswith("en")
    return bool(reading.directives) or not english or any(w.low in finite for w in reading.words)


def _last_word(rule: Rule) -> tuple[int, int] | None:
    """The last word, where it is one: not an address, markup or a placeholder."""
    end = len(rule.text.rstrip())
    last = rule.text.split()[-1]
    start = end - len(last)
    plain = mask(rule.text)[start:end] == last
    return (start, end) if plain and last[-1].isalnum() and not placeholders(rule.text) else None
