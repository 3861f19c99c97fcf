"""“May not” can be read as a ban or as a mere possibility.

Why: “Agents may not refund” forbids refunds to one reader and doubts them to another.

Example: “Agents may not open the letters of customers.” → “Agents must not open the letters of
customers.”

Fix: write “must not” for a ban; write “might not” for what may fail to happen.
"""

from collections.abc import Iterator

from conductkit.check import Context, Hit, define, words
from conductkit.checks._exempt import exempt
from conductkit.checks._texts import readings
from conductkit.language import word_list
from conductkit.model import Code
from conductkit.patterns import lazily

_HAVE = lazily(r"\s+have\s+(\w+)")


@define("warning", "wording", languages="en")
def check(code: Code, context: Context) -> Iterator[Hit]:
    for rule, reading in readings(code):
        seen = set()
        for directive in reading.directives:
            modal = directive.modal
            if modal.cue != "may not" or modal.start in seen:
                continue
            seen.add(modal.start)
            spared = exempt(code, context, rule.text, modal.start, modal.end)
            if spared or _past(rule.text, modal.end):
                continue
            yield words(
                rule, "text", modal.start, modal.end,
                "“may not” can mean a ban or a possibility",
                "Write “must not” for the ban, “might not” for the possibility.",
            )  # fmt: skip


def _past(text: str, end: int) -> bool:
    """Whether it speaks of what may not have happened."""
    match = _HAVE.match(text, end)
    if match is None:
        return False
    low = match[1].lower()
    return low.endswith("ed") or low in {"been", *word_list("participles", "en").entries}
