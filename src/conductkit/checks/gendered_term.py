"""A word fits one sex where everybody is meant.

Why: readers who are not meant stop reading, and a rule for “him” seems not to bind her.

Example: “Ask the customer for his number.” → “Ask customers for their number.”

Fix: write the plural or “they”; write the word for the work (“chair”, “staff”).
"""

from collections.abc import Iterator

from conductkit.check import Context, Hit, define, words
from conductkit.checks._texts import listed
from conductkit.language import Hit as Found
from conductkit.language import Reading
from conductkit.model import Code

_PRONOUNS = frozenset({"he", "him", "his", "himself", "she", "her", "hers", "herself"})
_TITLES = frozenset({"mr", "mrs", "ms"})


@define("warning", "wording", languages="en")
def check(code: Code, context: Context) -> Iterator[Hit]:
    seen = set()
    found = list(listed(code, context, "gendered-term"))
    for rule, reading, hit in found:
        pronoun = hit.entry in _PRONOUNS
        if pronoun and (rule.id in seen or _named(reading)):
            continue
        also: list[Found] = []
        if pronoun:
            seen.add(rule.id)
            also = [
                two for other, _, two in found
                if other is rule and two.start > hit.start and two.entry in _PRONOUNS
            ]  # fmt: skip
        yield words(
            rule, "text", hit.start, hit.end,
            f"“{hit.entry}” fits one sex only",
            f"Write “{hit.advice}”" + (", or put the sentence in the plural." if pronoun else "."),
            also=[rule.place.words("text", two.start, two.end) for two in also],
        )  # fmt: skip


def _named(reading: Reading) -> bool:
    """Whether the text is about a person by name, or about pronouns."""
    lows = {word.low for word in reading.words}
    if lows & _TITLES or "pronoun" in lows or "pronouns" in lows:
        return True
    pairs = zip(reading.words, reading.words[1:], strict=False)
    own = "@" in reading.text or any(one.name and one.low.endswith("'s") for one in reading.words)
    return own or any(one.name and two.name for one, two in pairs)
