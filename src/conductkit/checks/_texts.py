"""What checks share: the texts of a code and what is listed in them."""

from collections.abc import Iterable, Iterator

from conductkit import language
from conductkit.check import Context, Hit
from conductkit.checks._exempt import exempt
from conductkit.model import Code, Element, Rule
from conductkit.patterns import lazily
from conductkit.source import Span

_CODE_FIELDS = ("purpose", "scope", "summary", "redress", "limits", "closing")
_GAP = lazily(r"\s+")


class Piece:
    """One text of a code: the element and field it stands in, and the rule it belongs to."""

    __slots__ = ("element", "index", "key", "rule", "text")

    def __init__(
        self, element: Element, key: str, text: str, rule: str | None = None,
        index: int | None = None,
    ) -> None:  # fmt: skip
        self.element, self.key, self.text = element, key, text
        self.rule, self.index = rule, index

    def span(self, start: int, end: int) -> Span:
        """Where the characters `start` to `end` stand in the file."""
        return self.element.place.words(self.key, start, end, self.index)

    def hit(
        self, start: int, end: int, message: str, help: str = "", *,
        also: Iterable[Span] = (), fix: str | None = None,
    ) -> Hit:  # fmt: skip
        """A hit on the characters `start` to `end`."""
        place, quote = self.span(start, end), self.text[start:end]
        return Hit(place, message, help, self.rule, tuple(also), fix, quote)


def pieces(code: Code) -> Iterator[Piece]:
    """Every text of a code that readers see as prose; bad examples, which may err, left out."""
    for key in _CODE_FIELDS:
        yield from _piece(code, key)
    for value in code.values:
        yield from _piece(value, "text")
    for section in code.sections:
        yield from _piece(section, "text")
    for rule in code.rules:
        yield from _piece(rule, "text", rule.id)
        yield from _piece(rule, "why", rule.id)
        for index, text in enumerate(rule.examples.good if rule.examples else ()):
            if rule.examples and text:
                yield Piece(rule.examples, "good", text, rule.id, index)
    for consequence in code.consequences:
        yield from _piece(consequence, "when")
        yield from _piece(consequence, "then")
    for term in code.terms:
        yield from _piece(term, "text")


def names(code: Code) -> Iterator[Piece]:
    """The titles and names of a code, its values, its sections and its rules."""
    short: list[tuple[Element, str]] = [(code, "title"), (code, "issuer")]
    short += [(value, "name") for value in code.values]
    short += [(section, "title") for section in code.sections]
    for element, key in short:
        yield from _piece(element, key)
    for rule in code.rules:
        yield from _piece(rule, "title", rule.id)


def _piece(element: Element, key: str, rule: str | None = None) -> Iterator[Piece]:
    text = getattr(element, key)
    if text:
        yield Piece(element, key, text, rule)


def like(words: str, better: str) -> str:
    """Better words in the case of those whose place they take, lines broken as they are there."""
    if words.isupper() and len(words) > 1:
        better = better.upper()
    elif words[:1].isupper():
        better = better[:1].upper() + better[1:]
    parts, gaps = better.split(), _GAP.findall(words)
    if len(parts) != len(gaps) + 1:
        return better
    return "".join(map("".join, zip(parts, [*gaps, ""], strict=True)))


def readings(code: Code) -> Iterator[tuple[Rule, language.Reading]]:
    """Every rule that has a text, with that text read."""
    for rule in code.rules:
        if rule.text:
            yield rule, language.read(rule.text, code.language)


def listed(
    code: Code, context: Context, name: str
) -> Iterator[tuple[Rule, language.Reading, language.Hit]]:
    """The entries of a word list in the rules, save words that are exempt."""
    for rule, reading in readings(code):
        for hit in language.find(reading, name):
            if not exempt(code, context, rule.text, hit.start, hit.end):
                yield rule, reading, hit
