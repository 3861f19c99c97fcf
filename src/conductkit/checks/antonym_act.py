"""Two rules ask for opposite acts: accept gifts, refuse gifts.

Why: whoever keeps the one breaks the other.

Example: “Disclose the fees.” and “Withhold the fees.” → the one that is meant.

Fix: take one out, or say in which case each holds.
"""

from collections.abc import Iterator

from conductkit.check import Context, Hit, define, words
from conductkit.checks._acts import Deed, deeds, same_people
from conductkit.language import word_list
from conductkit.model import Code


@define("warning", "duplicates", languages="en")
def check(code: Code, context: Context) -> Iterator[Hit]:
    pairs = [entry.split("/") for entry in word_list("antonyms", "en").entries]
    opposite = {frozenset(pair) for pair in pairs}
    seen: dict[str, list[Deed]] = {}
    told = set()
    for deed in deeds(code):
        if deed.object is None or deed.directive.modal.force != "duty":
            continue
        for other in seen.get(deed.object, ()):
            pair = (other.rule.id, deed.rule.id)
            if other.rule is deed.rule or pair in told or not deed.bare or not other.bare:
                continue
            if frozenset((deed.verb, other.verb)) not in opposite:
                continue
            if deed.about == other.about and same_people(code, other.rule, deed.rule):
                told.add(pair)
                yield words(
                    deed.rule, "text", deed.directive.start, deed.directive.main_end,
                    f"“{deed.quote}” against “{other.quote}” in the rule {other.rule.id}",
                    "Take one of the two out, or say in which case each holds.",
                    also=[other.span],
                )  # fmt: skip
        seen.setdefault(deed.object, []).append(deed)
