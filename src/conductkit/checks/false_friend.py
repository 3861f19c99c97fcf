"""A word was carried over from another language, where it means something else.

Why: English readers take it in its English sense, or do not know whom or what it means.

Example: “Notify your hierarchy.” → “Notify your line manager.”

Fix: write the word that the advice names. All places stand in one finding.
"""

from collections.abc import Iterator

from conductkit.check import Context, Hit, define, words
from conductkit.checks._texts import listed
from conductkit.language import Hit as Found
from conductkit.model import Code, Rule


@define("info", "proofing", languages="en")
def check(code: Code, context: Context) -> Iterator[Hit]:
    found: dict[str, list[tuple[Rule, Found]]] = {}
    defined = {word for term in code.terms for word in term.term.lower().split()}
    for rule, _, hit in listed(code, context, "false-friend"):
        if defined.intersection(hit.entry.split()):
            continue  # the code says in its terms what it means by the word
        found.setdefault(hit.entry, []).append((rule, hit))
    for entry, places in found.items():
        rule, hit = places[0]
        yield words(
            rule, "text", hit.start, hit.end,
            f"“{entry}” is used here in a sense that it has in another language",
            f"Write “{hit.advice}”.",
            also=[other.place.words("text", one.start, one.end) for other, one in places[1:]],
        )  # fmt: skip
