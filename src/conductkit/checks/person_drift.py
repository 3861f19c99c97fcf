"""A rule speaks of “the employee” or “one” where the others speak to “you”.

Why: readers ask whether somebody else is meant.

Example: “The employee must lock the till.” among “Greet customers.” → “Lock the till.”

Fix: speak to the reader throughout, or of the same people throughout.
"""

from collections.abc import Iterator

from conductkit.check import Context, Hit, define, words
from conductkit.checks._exempt import exempt
from conductkit.checks._texts import readings
from conductkit.language import Reading, find, find_words
from conductkit.model import Code, Rule

_LEAST = 5  # rules that bind the same party
_SHARE = 0.75
_ITSELF = frozenset({"oneself"})


@define("info", "consistency", languages="en")
def check(code: Code, context: Context) -> Iterator[Hit]:
    parties: dict[tuple[str, ...], list[tuple[Rule, Reading]]] = {}
    for rule, reading in readings(code):
        parties.setdefault(code.bound(rule), []).append((rule, reading))
    for group in parties.values():
        spoken = [(rule, reading) for rule, reading in group if reading.directives]
        drifted = [(rule, span) for rule, reading in spoken if (span := _third(reading))]
        direct = sum(_second(reading) for _, reading in spoken)
        if len(spoken) < _LEAST or direct < _SHARE * len(spoken):
            continue
        for rule, (start, end) in drifted:
            if exempt(code, context, rule.text, start, end):
                continue
            quote = rule.text[start:end]
            yield words(
                rule, "text", start, end,
                f"“{quote}”: the other rules speak to the reader as “you”",
                "Speak to the reader here too.",
            )  # fmt: skip


def _second(reading: Reading) -> bool:
    """Whether the rule gives an order to its reader."""
    first = reading.directives[0]
    return _third(reading) is None and (
        first.form == "imperative" or (first.subject or "").lower() == "you"
    )


def _third(reading: Reading) -> tuple[int, int] | None:
    """The words that make somebody else of the reader."""
    for directive in reading.directives:
        subject = directive.subject
        hit = subject and next(find_words(subject, "person-drift", reading.language), None)
        if subject and hit and (hit.start, hit.end) == (0, len(subject)):
            start = reading.text.find(subject, directive.start)
            if start >= 0:
                return start, start + len(subject)
    for hit in find(reading, "person-drift"):
        if hit.entry in _ITSELF:
            return hit.start, hit.end
    return None
