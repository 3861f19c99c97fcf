"""Two rules ask for opposite acts: accept gifts, refuse gifts.

Why: whoever keeps the one breaks the other.

Example: “Disclose the fees.” and “Withhold the fees.” → the one that is meant.

Fix: take one out, or say in which case each holds.
"""

from collections.abc import Iterator

from conductkit.check import Context, Hit, define
from conductkit.checks._acts import Deed, clashes, same_people
from conductkit.language import word_list
from conductkit.model import Code


@define("warning", "duplicates", languages="en")
def check(code: Code, context: Context) -> Iterator[Hit]:
    pairs = [entry.split("/") for entry in word_list("antonyms", "en").entries]
    opposite = {frozenset(pair) for pair in pairs}

    def opposed(one: Deed, two: Deed) -> bool:
        if frozenset((one.verb, two.verb)) not in opposite or not (one.bare and two.bare):
            return False
        return one.about == two.about and same_people(code, one.rule, two.rule)

    yield from clashes(code, _duty_on, opposed)


def _duty_on(deed: Deed) -> str | None:
    """What a duty is done to; None for what is no duty or has no object."""
    return deed.object if deed.directive.modal.force == "duty" else None
