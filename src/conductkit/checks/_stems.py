"""Looking for a topic: whole words and stems (`promise*`) out of a word list."""

from collections.abc import Iterable, Iterator
from functools import cache, lru_cache

from conductkit.language import mask, read, word_list
from conductkit.model import Code, Element
from conductkit.patterns import lazily

_WORD = lazily(r"[\w'-]+")


def mentions(text: str, stems: str, passes: tuple[str, ...] = ()) -> bool:
    """Whether one of the stems, parted by commas, stands in a text outside the passes.

    `promise*` stands for every word that begins so; marks between words do not count.
    """
    told = _words(text)
    for phrase in _needles(",".join(passes)):
        told = told.replace(phrase, " ~ ")
    return any(needle in told for needle in _needles(stems))


def spot(text: str, stems: str, passes: tuple[str, ...] = ()) -> tuple[int, int] | None:
    """Where the first of the stems stands that `mentions` would find; None where none does."""
    told = _words(text)
    for phrase in _needles(",".join(passes)):
        filled = " ".join("~" * len(phrase.split()))  # as many words, so that they can be counted
        told = told.replace(phrase, f" {filled} " if phrase[-1] == " " else f" {filled}")
    hits = [(told.find(needle), needle) for needle in _needles(stems)]
    places = [(at, -len(needle), needle) for at, needle in hits if at >= 0]
    if not places:
        return None
    at, _, needle = min(places)
    words = [word.span() for word in _WORD.finditer(_plain(text))]
    first = told.count(" ", 0, at)
    return words[first][0], words[first + len(needle.split()) - 1][1]


def named(text: str, name: str, language: str) -> bool:
    """Whether an entry of a word list stands in a text."""
    words = word_list(name, language)
    return bool(words) and mentions(text, ",".join(words.entries), words.passes)


def duties(code: Code) -> Iterator[str]:
    """The words of every directive of a code, reasons left out."""
    for rule in code.rules:
        for directive in read(rule.text, code.language).directives:
            yield rule.text[directive.start : directive.end]


def promises(code: Code) -> bool:
    """Whether the code is a charter: by its title, or for its many promises (`We will …`)."""
    title = code.title.lower()
    if any(word in title for word in ("charter", "commitment", "pledge", "promise")):
        return True
    readings = [read(rule.text, code.language) for rule in code.rules]
    subjects = [(one.directives[0].subject or "").lower() for one in readings if one.directives]
    return 3 * subjects.count("we") > len(subjects)


def sentences(code: Code) -> Iterator[str]:
    """All that a code says to its readers, sentence by sentence, addresses included."""
    for text in prose(code):
        yield from (text[start:end] for start, end in sentence_spans(text, code.language))


def sentence_spans(text: str, language: str) -> Iterator[tuple[int, int]]:
    """Where the sentences of a text stand, what is between them included."""
    starts = [one.start for one in read(text, language).sentences[1:]]
    return zip([0, *starts], [*starts, len(text)], strict=True)


def prose(code: Code) -> Iterator[str]:
    """All that a code says to its readers, part by part."""
    return (getattr(element, key) for element, key in parts(code))


def parts(code: Code) -> Iterator[tuple[Element, str]]:
    """The elements and fields in which a code speaks to its readers."""
    whole = ("purpose", "scope", "summary", "redress", "limits", "closing")
    yield from ((code, key) for key in whole)
    yield from _of(code.values, "name", "text")
    yield from _of(code.sections, "title", "text")
    yield from _of(code.rules, "title", "text", "why")
    yield from _of(code.consequences, "name", "when", "then")
    yield from _of(code.terms, "term", "text")


def _of(elements: Iterable[Element], *keys: str) -> Iterator[tuple[Element, str]]:
    return ((element, key) for element in elements for key in keys)


@lru_cache(maxsize=16384)
def _words(text: str) -> str:
    """The words of a text in lower case, each between two spaces."""
    return f" {' '.join(_WORD.findall(_plain(text)))} "


def _plain(text: str) -> str:
    """A text of the same length in lower case, without markup."""
    masked = mask(text)
    low = masked.lower()
    if len(low) != len(text):  # letters such as İ, which is two in lower case
        low = "".join(char.lower()[0] for char in masked)
    return low.replace("’", "'")


@cache
def _needles(stems: str) -> tuple[str, ...]:
    """What to look for among spaced words: a whole entry, or the beginning of one with a star."""
    entries = (" ".join(part.split()) for part in stems.split(","))
    return tuple(f" {one[:-1]}" if one.endswith("*") else f" {one} " for one in entries if one)
