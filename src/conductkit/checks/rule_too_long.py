"""A rule has more than forty words or more than three sentences.

Why: people remember and quote a rule that fits on two lines. A long one mixes several duties, or
a duty with its reasons.

Example: “Greet customers. Visitors come back to places … This is why …” → text: “Greet
customers.”, why: “Visitors come back to places where somebody noticed them.”

Fix: move reasons to `why:`, examples to `examples:`, and give each further duty a rule of its
own. A list inside the rule does not count.
"""

import re
from collections.abc import Iterator

from conductkit.check import Context, Hit, define, words
from conductkit.language import Reading, Word, read
from conductkit.model import Code
from conductkit.patterns import lazily

_WORDS = 40
_WORDS_IN = {"es": 48, "fr": 48, "pt": 48}  # the same thought takes a fifth more words
_SENTENCES = 3
_ITEM = lazily(r"^[ \t]*(?:[-*+•]|\d{1,3}[.)])[ \t]", re.MULTILINE)
_HELP = "Move reasons to `why:` and give each further duty a rule of its own."


@define("info", "structure")
def check(code: Code, context: Context) -> Iterator[Hit]:
    most = _WORDS_IN.get(code.language.split("-")[0].lower(), _WORDS)
    for rule in code.rules:
        first_item = _ITEM.search(rule.text)
        end = first_item.start() if first_item else len(rule.text)
        reading = read(rule.text, code.language)
        counted = [word for word in reading.words if word.end <= end]
        sentences = _sentences(reading, end)
        if len(counted) > most:
            message = (
                f"The rule has {len(counted)} words: more than {most} are hard to keep in mind"
            )
            place = counted[most]
        elif len(sentences) > _SENTENCES:
            message = f"The rule has {len(sentences)} sentences: more than {_SENTENCES}"
            message += " are hard to keep in mind"
            place = sentences[_SENTENCES]
        else:
            continue
        yield words(rule, "text", place.start, place.end, message, _HELP)


def _sentences(reading: Reading, end: int) -> list[Word]:
    """The first word of each sentence before a list."""
    return [one.words[0] for one in reading.sentences if one.words and one.end <= end]
