"""Two words are used for one thing: “the organisation” here, “the company” there.

Why: readers ask whether two duties, or two kinds of people, are meant.

Example: “the company” in one rule and “the firm” in another → “the company” in both.

Fix: choose one word throughout. Where two things are meant, define both in `terms`.
"""

from collections.abc import Iterator
from itertools import pairwise

from conductkit.check import Context, Hit, define, overall
from conductkit.checks._exempt import exempt
from conductkit.checks._texts import readings
from conductkit.language import Reading, Word, normalise, read, word_list
from conductkit.model import Code, Rule, Section
from conductkit.source import Span

_BEFORE = frozenset({"the", "your"})
_COMPOUND = frozenset({"app", "apps", "application", "device", "devices", "program", "service"})


@define("info", "consistency", languages="en")
def check(code: Code, context: Context) -> Iterator[Hit]:
    names = {
        *(term.term.lower() for term in code.terms),
        *(one.name.lower() for one in code.parties),
    }
    for entry in word_list("term-variant", code.language).entries:
        group = list(dict.fromkeys(normalise(word, code.language) for word in entry.split("/")))
        found: dict[str, list[Span]] = {}
        for word, span in _uses(code, context, group):
            found.setdefault(word, []).append(span)
        if len(found) < 2 or sum(_defined(word, names) for word in found) > 1:
            continue
        counts = ", ".join(f"“{word}” ({len(spans)})" for word, spans in found.items())
        yield overall(
            code, f"{len(found)} words that may mean one thing: {counts}",
            "Choose one throughout; where two things are meant, define both in `terms`.",
            also=[span for spans in found.values() for span in spans],
        )  # fmt: skip


def _defined(word: str, names: set[str]) -> bool:
    return word in names or f"{word}s" in names


def _uses(code: Code, context: Context, group: list[str]) -> Iterator[tuple[str, Span]]:
    texts: list[tuple[Rule | Section, Reading]] = list(readings(code))
    texts += [(one, read(one.text, code.language)) for one in code.sections if one.text]
    for element, reading in texts:
        for start, end, word in _phrases(reading, group):
            if not exempt(code, context, element.text, start, end):
                yield word, element.place.words("text", start, end)


def _phrases(reading: Reading, group: list[str]) -> Iterator[tuple[int, int, str]]:
    """`the company`, `your companies’`, `Team Members`: the span and the word of the group."""
    words = reading.words
    heads = {word[:2] for word in group}  # spares most of the comparing
    for at, (first, second) in enumerate(pairwise(words)):
        if second.low[:2] not in heads:
            continue
        if first.low not in _BEFORE and not _capitals(reading, at + 1):
            continue
        for word in group:
            size = len(word.split())
            run = words[at + 1 : at + 1 + size]
            if len(run) == size and _same(run, word, reading.language):
                after = words[at + 1 + size].low if at + 1 + size < len(words) else ""
                if after not in _COMPOUND:
                    opened = first if first.low in _BEFORE else run[0]
                    yield opened.start, run[-1].end, word
                break


def _capitals(reading: Reading, at: int) -> bool:
    """Whether two words stand there as a name: it needs no article."""
    ahead = reading.words[at : at + 2]
    return len(ahead) == 2 and all(word.name for word in ahead)


def _same(run: tuple[Word, ...], word: str, language: str) -> bool:
    shown = normalise(" ".join(one.low for one in run), language)
    return shown in (word, f"{word}s", f"{word}'s", f"{word}s'") or (
        word.endswith("y") and shown.removesuffix("'") == word[:-1] + "ies"
    )
