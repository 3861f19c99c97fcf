"""An abbreviation is nowhere spelt out.

Why: customers and new colleagues do not know it, and two readers may take it for two things.

Example: “Report the NPS each month.” → “Report the net promoter score (NPS) each month.”

Fix: spell it out where it first stands, or put it into `terms` or the project’s dictionary.
"""

import re
from collections.abc import Iterator

from conductkit.check import Context, Hit, define, words
from conductkit.checks._exempt import exempt
from conductkit.checks._placeholders import placeholders
from conductkit.checks._texts import pieces
from conductkit.language import mask, word_list
from conductkit.model import Code, Rule
from conductkit.patterns import lazily

_ACRONYM = lazily(r"(?<![\w&./@#-])(?P<name>[A-Z][A-Za-z]?[A-Z]{1,4})s?(?![\w&/-]|\.\w)")
_CAPITAL = lazily(r"[A-Z]")
_LAST = lazily(r"([\w’'-]+)[ \n]$")
_ROMAN = lazily(r"[IVX]+$")


@define("info", "wording")
def check(code: Code, context: Context) -> Iterator[Hit]:
    known = word_list("acronyms", code.language).entries or word_list("acronyms", "en").entries
    whole = " ".join(piece.text for piece in pieces(code))
    lower = set(re.findall(r"\b[a-z]{2,6}\b", whole))
    spelt: dict[str, bool] = {}
    found: dict[str, list[tuple[Rule, int, int]]] = {}
    for rule in code.rules:
        text = mask(rule.text)
        for match in _ACRONYM.finditer(text):
            name = match["name"]
            if name not in spelt:
                spelt[name] = name.lower() in known or name.lower() in lower or _spelt(name, whole)
            if spelt[name]:
                continue
            if _in_name(text, *match.span()) or exempt(code, context, rule.text, *match.span()):
                continue
            if any(start <= match.start() < end for start, end in placeholders(rule.text)):
                continue
            found.setdefault(name, []).append((rule, *match.span()))
    for name, places in found.items():
        rule, start, end = places[0]
        yield words(
            rule, "text", start, end, f"“{name}” is nowhere spelt out",
            "Spell it out where it first stands, or put it into `terms`.",
            also=[other.place.words("text", *span) for other, *span in places[1:]],
        )  # fmt: skip


def _spelt(name: str, texts: str) -> bool:
    """Whether the texts spell it out, or it is a number in Roman figures."""
    forms = (f"({name})", f"({name}s)", f"{name} (")
    return bool(_ROMAN.match(name)) or any(form in texts for form in forms)


def _in_name(text: str, start: int, end: int) -> bool:
    """Whether a capitalised word stands beside it: `CX TouchPoints Group`, or other capitals."""
    before = _LAST.search(text, max(0, start - 40), start)
    after = text[end : end + 2]
    opens = before and (
        before.start() == 0 or text[before.start() - 2 : before.start()] in (". ", "? ")
    )
    return bool(
        (before and not opens and _CAPITAL.match(before[1]))
        or (len(after) == 2 and after[0] == " " and after[1].isupper())
    )
