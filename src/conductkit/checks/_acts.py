"""What the rules tell people to do, in a form in which two rules can be compared."""

from collections.abc import Callable, Hashable, Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from conductkit.check import Hit, words
from conductkit.checks._texts import readings
from conductkit.language import Clause, Directive, Reading, mask, normalise, word_list
from conductkit.model import Code, Rule
from conductkit.patterns import lazily
from conductkit.source import Span

_MARKS = lazily(r"[\W_]+")
_EMPTY = ("determiners", "prepositions", "subjects", "objects", "auxiliaries", "coordinators",
          "adverbs", "openings", "negators")  # fmt: skip


class Deed(NamedTuple):
    """One act of a directive: its verb and object, and the other words that say which."""

    rule: Rule
    reading: Reading
    directive: Directive
    verb: str
    object: str | None
    about: frozenset[str]

    @property
    def span(self) -> Span:
        return self.rule.place.words("text", self.directive.start, self.directive.main_end)

    @property
    def quote(self) -> str:
        return self.reading.text[self.directive.start : self.directive.main_end]

    @property
    def bare(self) -> bool:
        """Whether it holds in all cases: no condition, exception or concession."""
        one = self.directive
        return not (one.conditions or one.exceptions or one.concessions)


def deeds(code: Code) -> Iterator[Deed]:
    """Every act of every rule, in order."""
    for rule, reading in readings(code):
        for directive in reading.directives:
            about = _about(reading, directive)
            for verb, object_ in directive.acts:
                yield Deed(rule, reading, directive, verb, object_, about - {verb})


def same_people(code: Code, one: Rule, two: Rule) -> bool:
    """Whether two rules bind and serve the same people, on channels that meet."""
    first, second = set(code.channels_of(one)), set(code.channels_of(two))
    return (
        set(code.bound(one)) == set(code.bound(two))
        and set(code.served(one)) == set(code.served(two))
        and (not first or not second or bool(first & second))
    )


@lru_cache(maxsize=8192)
def content(text: str, language: str) -> frozenset[str]:
    """The words of a text that say something, in one form; negations and numbers among them."""
    words = (word.strip(".,;:!?()[]“”\"«»*_").removesuffix("'s") for word in
             normalise(text, language).split())  # fmt: skip
    return frozenset(_singular(word) for word in words if word and word not in _stop(language))


def _about(reading: Reading, directive: Directive) -> frozenset[str]:
    text = reading.text[directive.start : directive.end]
    return content(text, reading.language) - content(directive.modal.cue, reading.language)


@cache
def _stop(language: str) -> frozenset[str]:
    return frozenset(word for name in _EMPTY for word in word_list(name, language).entries)


def _singular(word: str) -> str:
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word


def cases(clauses: tuple[Clause, ...], reading: Reading) -> frozenset[str]:
    """The words of some clauses, to compare two rules’ conditions."""
    return frozenset(
        word for clause in clauses for word in content(reading.quote(clause), reading.language)
    )


def plain_words(text: str, language: str) -> str:
    """A text without marks, case and variants of spelling."""
    return _MARKS.sub(" ", normalise(mask(text), language)).strip()


def clashes(
    code: Code, key: Callable[[Deed], Hashable], opposed: Callable[[Deed, Deed], bool]
) -> Iterator[Hit]:
    """A hit for each two rules of which one asks for what the other opposes, told at the later.

    Only deeds with one `key` are compared; a deed whose key is None is passed over.
    """
    seen: dict[Hashable, list[Deed]] = {}
    told = set()
    for deed in deeds(code):
        name = key(deed)
        if name is None:
            continue
        for other in seen.get(name, ()):
            pair = (other.rule.id, deed.rule.id)
            if other.rule is not deed.rule and pair not in told and opposed(other, deed):
                told.add(pair)
                yield words(
                    deed.rule, "text", deed.directive.start, deed.directive.main_end,
                    f"“{deed.quote}” against “{other.quote}” in the rule {other.rule.id}",
                    "Take one of the two out, or say in which case each holds.",
                    also=[other.span],
                )  # fmt: skip
        seen.setdefault(name, []).append(deed)
