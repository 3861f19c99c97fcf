"""Looking for a topic: whole words and stems (`promise*`) out of a word list."""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from conductkit.language import mask, read, word_list
from conductkit.model import Code


def mentions(text: str, stems: str, passes: tuple[str, ...] = ()) -> bool:
    """Whether one of the stems, parted by commas, stands in a text outside the passes.

    `promise*` stands for every word that begins so; an entry of several words may break its line.
    """
    low = mask(text).lower().replace("’", "'")
    if passes:
        low = _pattern(",".join(passes)).sub(" ", low)
    return _pattern(stems).search(low) is not None


def named(text: str, name: str, language: str) -> bool:
    """Whether an entry of a word list stands in a text."""
    words = word_list(name, language)
    return bool(words) and mentions(text, ",".join(words.entries), words.passes)


def duties(code: Code) -> Iterator[str]:
    """The words of every directive of a code, reasons left out."""
    for rule in code.rules:
        for directive in read(rule.text, code.language).directives:
            yield rule.text[directive.start : directive.end]


def prose(code: Code) -> Iterator[str]:
    """All that a code says to its readers, part by part."""
    yield from (code.purpose, code.scope, code.summary, code.redress, code.limits, code.closing)
    yield from _of(code.values, "name", "text")
    yield from _of(code.sections, "title", "text")
    yield from _of(code.rules, "title", "text", "why")
    yield from _of(code.consequences, "name", "when", "then")
    yield from _of(code.terms, "term", "text")


def _of(elements: Iterable[object], *keys: str) -> Iterator[str]:
    for element in elements:
        for key in keys:
            yield getattr(element, key)


@cache
def _pattern(stems: str) -> re.Pattern[str]:
    entries = [_entry(stem) for part in stems.split(",") if (stem := part.strip())]
    return re.compile(rf"(?<!\w)(?:{'|'.join(entries)})(?!\w)")


def _entry(stem: str) -> str:
    words = r"\s++".join(re.escape(word) for word in stem.removesuffix("*").split())
    return words + r"\w*+" if stem.endswith("*") else words
