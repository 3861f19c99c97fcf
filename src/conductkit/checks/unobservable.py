"""Everything a rule asks for happens inside the head.

Why: nobody can see whether somebody is grateful or knows; such a rule can be neither kept nor
broken in a way that others could tell.

Example: “Be grateful for complaints.” → “Thank the customer for the complaint.”

Fix: ask for the act in which it shows.
"""

from collections.abc import Iterator

from conductkit.check import Context, Hit, define, words
from conductkit.checks._exempt import exempt
from conductkit.checks._texts import readings
from conductkit.language import Directive, word_list
from conductkit.model import Code
from conductkit.patterns import lazily

_STATES = frozenset({"be", "have", "keep", "maintain", "stay", "remain"})
_CONCRETE = lazily(r"\s*(?:to|how)\b")  # remember to lock: an act after all


@define("info", "wording", languages="en")
def check(code: Code, context: Context) -> Iterator[Hit]:
    for rule, reading in readings(code):
        duties = [one for one in reading.directives if one.modal.force in ("duty", "ban")]
        if not duties or len(duties) < len(reading.directives):
            continue
        if any(one.negated or not _inner(one, rule.text) for one in duties):
            continue
        first = duties[0]
        if exempt(code, context, rule.text, first.start, first.main_end):
            continue
        yield words(
            rule, "text", first.start, first.main_end,
            f"“{rule.text[first.start : first.main_end]}”: nobody can see whether it is done",
            "Ask for the act in which it shows.",
        )  # fmt: skip


def _inner(directive: Directive, text: str) -> bool:
    verbs, nouns = (word_list(f"inner-{name}", "en").entries for name in ("verbs", "nouns"))
    verb, object_ = directive.verb or "", directive.object or ""
    if verb in _STATES:
        return object_ in nouns
    if verb not in verbs:
        return False
    if verb in ("know", "remember", "understand"):
        shown = text[directive.start : directive.end].lower()
        after = shown.partition(verb)[2]
        return not object_ and not _CONCRETE.match(after)
    return True
