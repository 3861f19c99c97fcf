"""A principle of the catalogue that no rule serves.

Why: a catalogue of principles is a list to check oneself against. A principle without a rule was
decided against or forgotten, and the reader cannot tell which.

Example: twelve principles of customer service, and no rule on Flexibility → “Offer another date
when the agreed one does not suit the customer.”, with `principles: [flexibility]`.

Fix: name the principle under `principles:` of a rule that serves it, or write such a rule. A code
that speaks of customers is read against twelve common principles of customer service unless it
names another `catalogue:`.
"""

from collections.abc import Iterator, Mapping

from conductkit.check import Context, Hit, define, overall
from conductkit.checks._stems import duties, mentions, named
from conductkit.language import word_list
from conductkit.model import Code

_SPEAK = 3
_RULES = 8  # a shorter code does not set out to cover them all


@define("info", "coverage")
def check(code: Code, context: Context) -> Iterator[Hit]:
    words = word_list("principle-uncovered", code.language)
    asked = _asked(code, context, words.entries)
    tagged = {name for rule in code.rules for name in (*rule.principles, *rule.values)}
    if not code.rules or not (words or tagged.intersection(asked)):
        return  # nothing to tell by in this language
    told = list(duties(code))
    missing = [
        name
        for key, name in asked.items()
        if key not in tagged
        and not _served(told, words.entries.get(key, name.lower()), words.passes)
    ]
    if missing:
        what = "this principle" if len(missing) == 1 else "these principles"
        kept = len(asked) - len(missing)
        yield overall(
            code, f"No rule serves {what}: {', '.join(missing)}"
            f" ({kept} of {len(asked)} are served)",
            "Name them under `principles:` of rules that serve them, or write such rules.",
        )  # fmt: skip


def _asked(code: Code, context: Context, common: Mapping[str, str]) -> Mapping[str, str]:
    """The names of the principles by id: of the catalogue, else the common ones."""
    if context.catalogue is not None:
        return {value.id: value.name for value in context.catalogue.values}
    if code.catalogue or code.extends or code.kind == "community" or len(code.rules) < _RULES:
        return {}
    if code.kind == "staff" and not _for_customers(code):
        return {}
    return {key: key.replace("-", " ").capitalize() for key in common}


def _for_customers(code: Code) -> bool:
    """Whether several rules speak of customers, so that the code is one for serving them."""
    words = "principle-uncovered-customers"
    return sum(named(rule.text, words, code.language) for rule in code.rules) >= _SPEAK


def _served(told: list[str], stems: str, passes: tuple[str, ...]) -> bool:
    return any(mentions(text, stems, passes) for text in told)
