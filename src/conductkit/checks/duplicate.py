"""Two rules have the same words, or an item stands twice in one list.

Why: the second is a copy left behind; when one of the two changes, they contradict each other.

Example: “Greet every customer.” as rule 3 and as rule 12 → once.

Fix: take one out; where both stay, say in `binds` or `channels` whom or what each is for. One duty
of several parties, in the same long words, is told as a hint: one rule can bind them all.
"""

import re
from collections.abc import Iterator

from conductkit.check import Context, Hit, define, whole, words
from conductkit.checks._acts import plain_words, same_people
from conductkit.checks._texts import Piece, pieces, readings
from conductkit.finding import Severity
from conductkit.language import Directive, Reading
from conductkit.model import Code, Rule
from conductkit.patterns import lazily

_LEAST = 8  # words of a duty that two parties would hardly share by chance
_ITEM = lazily(r"^[ \t]*(?:[-*+•]|\d{1,2}[.)])[ \t]+(?P<item>.*\S)", re.MULTILINE)


@define("warning", "duplicates")
def check(code: Code, context: Context) -> Iterator[Hit]:
    seen: dict[str, list[Rule]] = {}
    copies = set()
    for rule in code.rules:
        plain = plain_words(rule.text, code.language)
        if not plain:
            continue
        first = next((one for one in seen.get(plain, ()) if same_people(code, one, rule)), None)
        if first is None:
            seen.setdefault(plain, []).append(rule)
            continue
        copies.add(rule.id)
        yield whole(
            rule, "text", f"The same words as the rule {first.id}",
            "Take one of the two out, or say in `binds` or `channels` what each is for.",
            also=[first.place.span("text")],
        )  # fmt: skip
    yield from _shared(code, copies)
    for piece in pieces(code):
        yield from _items(piece, code.language)


def _shared(code: Code, copies: set[str]) -> Iterator[Hit]:
    """Duties in the same words whose rules begin differently: two parties owe one thing."""
    seen: dict[tuple[str, bool], tuple[Rule, str]] = {}
    for rule, reading in readings(code):
        for one in reading.directives if rule.id not in copies else ():
            duty = _duty(reading, one)
            if len(duty.split()) < _LEAST:
                continue
            first, whom = seen.setdefault((duty, one.negated), (rule, _whom(one)))
            if first is rule or whom == _whom(one) or not same_people(code, first, rule):
                continue
            found = words(
                rule, "text", one.modal.end, one.end,
                f"The same duty as in the rule {first.id}, for others",
                "Make one rule of the two that binds both, or say what tells the duties apart.",
                also=[first.place.span("text")],
            )  # fmt: skip
            yield found._replace(severity=Severity.INFO)


def _duty(reading: Reading, directive: Directive) -> str:
    """What a directive with a modal asks for, in plain words; "" where it has none."""
    if directive.form != "modal":
        return ""
    return plain_words(reading.text[directive.modal.end : directive.end], reading.language)


def _whom(directive: Directive) -> str:
    return (directive.subject or "").lower()


def _items(piece: Piece, language: str) -> Iterator[Hit]:
    """The items of a list that stand in it twice."""
    seen: dict[str, int] = {}
    for match in _ITEM.finditer(piece.text):
        plain = plain_words(match["item"], language)
        if plain and plain in seen:
            start = seen[plain]
            yield piece.hit(
                *match.span("item"), "This item stands in the list twice",
                "Take one of the two out.", also=[piece.span(start, start + 1)],
            )  # fmt: skip
        seen.setdefault(plain, match.start("item"))
