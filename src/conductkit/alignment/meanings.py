"""Values and terms that several codes have: do they mean the same by them?"""

from collections.abc import Iterator, Sequence

from conductkit.alignment.result import Meaning, Meant
from conductkit.checks._acts import content, plain_words
from conductkit.language.lexicon import primary
from conductkit.model import Code, Term, Value

_ALIKE = 0.3  # share of words in common from which on two meanings are one, put in other words
Thing = Value | Term
Held = dict[str, list[tuple[Code, Thing]]]


def values(codes: Sequence[Code]) -> tuple[Meant, ...]:
    """Every value of the codes: by id, or by name where the ids differ."""
    names: dict[str, str] = {}
    held: Held = {}
    for code in codes:
        for value in code.values:
            key = names.setdefault(value.name.casefold(), value.id)
            held.setdefault(key, []).append((code, value))
    return tuple(_one(key, holders) for key, holders in held.items())


def terms(codes: Sequence[Code]) -> tuple[Meant, ...]:
    """Every term that two of the codes define."""
    held: Held = {}
    for code in codes:
        for term in code.terms:
            held.setdefault(term.term.casefold(), []).append((code, term))
    return tuple(_one(key, holders) for key, holders in held.items() if len(holders) > 1)


def _one(key: str, holders: list[tuple[Code, Thing]]) -> Meant:
    first = holders[0][1]
    name = first.name if isinstance(first, Value) else first.term
    verdicts = dict(zip(range(1, len(holders)), _against_first(holders), strict=True))
    apart = tuple(holders[at] for at, verdict in verdicts.items() if verdict == "differs")
    if len(holders) == 1:
        return Meant(key, name, "alone", tuple(holders))
    worst: Meaning = "shared"
    for verdict in ("reworded", "differs"):
        if verdict in verdicts.values():
            worst = "reworded" if verdict == "reworded" else "differs"
    return Meant(key, name, worst, tuple(holders), apart)


def _against_first(holders: list[tuple[Code, Thing]]) -> Iterator[Meaning]:
    """What each further code makes of the meaning that the first one gives."""
    code, thing = next(((c, t) for c, t in holders if t.text), holders[0])
    for other, its in holders[1:]:
        yield _compared(thing.text, its.text, code.language, other.language)


def _compared(one: str, two: str, language: str, other: str) -> Meaning:
    """Two meanings; nothing can be said of one that is not given, or in another language."""
    if not one or not two or primary(language) != primary(other):
        return "shared"
    if plain_words(one, language) == plain_words(two, other):
        return "shared"
    words = content(one, language), content(two, other)
    together = len(words[0] | words[1])
    alike = len(words[0] & words[1]) / together if together else 0.0
    return "reworded" if alike >= _ALIKE else "differs"
