"""Words in capitals, or several exclamation marks, shout at the reader.

Why: capitals read as anger, and they do not make a duty any stronger than “must” does.

Example: “STRICTLY FORBIDDEN: smoking!!” → “Do not smoke.”

Fix: write in small letters with one mark; use `level` for the strength and emphasis for one word.
"""

from collections.abc import Iterator

from conductkit.check import Context, Hit, define, words
from conductkit.checks._bcp14 import declares_bcp14
from conductkit.checks._exempt import exempt
from conductkit.checks._placeholders import placeholders
from conductkit.language import mask
from conductkit.model import Code
from conductkit.patterns import lazily

_RUN = lazily(r"(?<!\w)[^\W\d_a-z]{2,}(?:[ \n][^\W\d_a-z]{2,})+(?!\w)")
_MARKS = lazily(r"[!?]*!!+[!?]*(?!\w)")
_LONG = 4  # letters; shorter words in capitals may be abbreviations


@define("warning", "wording", fix="safe")
def check(code: Code, context: Context) -> Iterator[Hit]:
    bcp14 = declares_bcp14(code)
    for rule in code.rules:
        text = mask(rule.text)
        runs = [] if bcp14 else [match for match in _RUN.finditer(text) if _loud(match[0])]
        for match in sorted([*runs, *_MARKS.finditer(text)], key=lambda one: one.start()):
            start, end = match.span()
            if any(first <= start < last for first, last in placeholders(rule.text)):
                continue
            if exempt(code, context, rule.text, start, end):
                continue
            marks = match[0][0] in "!?"
            yield words(
                rule, "text", start, end,
                f"“{match[0]}” shouts",
                "Write one mark." if marks else "Write it in small letters.",
                fix="!" if set(match[0]) == {"!"} else None,
            )  # fmt: skip


def _loud(run: str) -> bool:
    """Whether two words of a run in capitals are long enough to be words, and cased at all."""
    return sum(len(word) >= _LONG and word.isupper() for word in run.split()) > 1
