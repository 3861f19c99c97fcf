"""What checks share: the texts of a code, and which words in them are not theirs to judge."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from conductkit import language
from conductkit.check import Context, Hit, words
from conductkit.model import Code, Element, Rule
from conductkit.source import Span

# Bounded, so that a text full of opening quotes stays linear.
_QUOTED = re.compile(
    r"“[^“”]{0,400}”|\"[^\"]{0,400}\"|«[^«»]{0,400}»|„[^„“”]{0,400}[“”]"
    r"|(?<!\w)‘[^‘’]{0,200}’(?!\w)|(?<!\w)'[^']{1,200}'(?!\w)"
)
_CODE_FIELDS = ("purpose", "scope", "summary", "redress", "limits", "closing")


@dataclass(frozen=True, slots=True)
class Piece:
    """One text of a code: the element and field it stands in, and the rule it belongs to."""

    element: Element
    key: str
    text: str
    rule: str | None = None
    index: int | None = None

    def span(self, start: int, end: int) -> Span:
        """Where the characters `start` to `end` stand in the file."""
        return self.element.place.words(self.key, start, end, self.index)

    def hit(
        self, start: int, end: int, message: str, help: str = "", *,
        also: Iterable[Span] = (), fix: str | None = None,
    ) -> Hit:  # fmt: skip
        """A hit on the characters `start` to `end`."""
        found = words(
            self.element, self.key, start, end, message, help, index=self.index, also=also, fix=fix
        )
        return replace(found, rule=self.rule)


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


def _piece(element: Element, key: str, rule: str | None = None) -> Iterator[Piece]:
    text = getattr(element, key)
    if text:
        yield Piece(element, key, text, rule)


def readings(code: Code) -> Iterator[tuple[Rule, language.Reading]]:
    """Every rule that has a text, with that text read."""
    for rule in code.rules:
        if rule.text:
            yield rule, language.read(rule.text, code.language)


def listed(
    code: Code, context: Context, name: str
) -> Iterator[tuple[Rule, language.Reading, language.Hit]]:
    """The entries of a word list in the rules, save quoted words, defined terms and the project's."""
    for rule, reading in readings(code):
        for hit in language.find(reading, name):
            if not exempt(code, context, rule.text, hit.start, hit.end):
                yield rule, reading, hit


def exempt(code: Code, context: Context, text: str, start: int, end: int) -> bool:
    """Whether words are quoted, or inside a defined term or a word of the project's dictionary."""
    known = tuple(sorted({*context.dictionary, *(term.term for term in code.terms)}))
    spans = (*quoted(text), *_own(known, text))
    return any(first <= start and end <= last for first, last in spans)


@lru_cache(maxsize=4096)
def quoted(text: str) -> tuple[tuple[int, int], ...]:
    """The spans of quoted words."""
    return tuple(match.span() for match in _QUOTED.finditer(text))


@lru_cache(maxsize=4096)
def _own(known: tuple[str, ...], text: str) -> tuple[tuple[int, int], ...]:
    pattern = _known(known)
    return tuple(match.span() for match in pattern.finditer(text)) if pattern else ()


@lru_cache(maxsize=64)
def _known(known: tuple[str, ...]) -> re.Pattern[str] | None:
    parts = sorted((re.escape(word) for word in known if word), key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(parts)})(?!\w)", re.IGNORECASE) if parts else None
