"""A sentence has more than 25 words.

Why: beyond that length readers lose the beginning before they reach the end, above all on a
phone. In French, Portuguese and Spanish, which need more words, the limit is 30.

Example: “When a customer calls and you cannot answer, take the number and …” → two sentences.

Fix: make two sentences of it, or move the reason to `why`.
"""

from collections.abc import Iterator

from conductkit.check import Context, Hit, define, words
from conductkit.checks._exempt import quoted
from conductkit.checks._texts import readings
from conductkit.language import Sentence, Word
from conductkit.model import Code

_MOST = 25
_MOST_ROMANCE = 30


@define("info", "wording")
def check(code: Code, context: Context) -> Iterator[Hit]:
    romance = code.language.split("-")[0].lower() in ("fr", "pt", "es")
    most = _MOST_ROMANCE if romance else _MOST
    for rule, reading in readings(code):
        for sentence in reading.sentences:
            counted = list(_counted(sentence, quoted(rule.text)))
            if len(counted) > most:
                over = counted[most]
                yield words(
                    rule, "text", over.start, over.end,
                    f"This sentence has {len(counted)} words; here it passes {most}",
                    "Make two sentences of it, or move the reason to `why`.",
                )  # fmt: skip


def _counted(sentence: Sentence, quotes: tuple[tuple[int, int], ...]) -> Iterator[Word]:
    """The words of a sentence; what is quoted counts as one."""
    seen = set()
    for word in sentence.words:
        quote = next((one for one in quotes if one[0] <= word.start < one[1]), None)
        if quote is None or quote not in seen:
            yield word
        seen.add(quote)
