"""A word in a duty has no standard by which it could be checked.

Why: two honest people will not agree whether the best deal was given or the work done well.

Example: “Do your work well.” → “Finish each request before you take the next.”

Fix: say what can be seen or counted, tie the rule to a measure (`measures`), or leave the word out.
"""

from collections.abc import Iterator

from conductkit.check import Context, Hit, define, words
from conductkit.checks._texts import listed
from conductkit.language import Hit as Found
from conductkit.language import Reading
from conductkit.model import Code
from conductkit.patterns import lazily

_CLOSED = lazily(r"\s*(?:[.,;:!?)]|and\b|$)")  # `well` that qualifies nothing after it


@define("info", "wording", languages="en fr pt es")
def check(code: Code, context: Context) -> Iterator[Hit]:
    for rule, reading, hit in listed(code, context, "vague-qualifier"):
        if rule.measures or not _in_duty(reading, hit):
            continue
        yield words(
            rule, "text", hit.start, hit.end,
            f"“{hit.entry}” has no standard to check it by",
            "Say what can be seen or counted, tie the rule to a measure, or leave the word out.",
        )  # fmt: skip


def _in_duty(reading: Reading, hit: Found) -> bool:
    if hit.entry == "well" and not _CLOSED.match(reading.text, hit.end):
        return False
    return any(
        one.start <= hit.start < one.main_end
        and one.modal.force in ("duty", "ban")
        and not one.modal.start <= hit.start < one.modal.end
        for one in reading.directives
    )
