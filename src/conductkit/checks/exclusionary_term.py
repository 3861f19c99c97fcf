"""A word demeans people or shuts them out.

Why: a code is read by those whom its words are about; one such word undoes its promise of respect.

Example: “Do not let complaints fall on deaf ears.” → “Do not let complaints go without an answer.”

Fix: write the plain word that the advice names. Naming a group, or naming abuse in order to forbid
it, is no fault.
"""

from collections.abc import Iterator

from conductkit.check import Context, Hit, define, words
from conductkit.checks._texts import listed
from conductkit.language import Reading
from conductkit.model import Code

_SAY = frozenset({"call", "say", "use", "write"})


@define("warning", "wording", languages="en")
def check(code: Code, context: Context) -> Iterator[Hit]:
    for rule, reading, hit in listed(code, context, "exclusionary-term"):
        if _forbidden(reading, hit.start):
            continue
        plain = not hit.advice.startswith("(")
        advice = f"Write “{hit.advice}”." if plain else hit.advice[1:-1].capitalize() + "."
        yield words(
            rule, "text", hit.start, hit.end,
            f"“{hit.entry}” can demean people or shut them out", advice,
        )  # fmt: skip


def _forbidden(reading: Reading, start: int) -> bool:
    """Whether the word is quoted in a ban on saying it."""
    return any(
        one.negated and one.verb in _SAY and one.start <= start < one.end
        for one in reading.directives
    )
