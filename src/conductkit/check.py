"""What a check is, what it is given and what it yields."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import cached_property
from typing import Literal, NamedTuple

from conductkit.finding import Finding, Severity
from conductkit.model import Code, Element, Rule
from conductkit.record import Record, record
from conductkit.source import Span

GROUPS = (
    "structure", "values", "coverage", "wording", "consistency", "duplicates", "proofing",
    "lifecycle",
)  # fmt: skip
Fix = Literal["", "safe", "unsafe"]


class Hit(NamedTuple):
    """What a check found: a place and what to say of it.

    Name and severity are stamped by lint; `severity` is given where a hit differs from its check.
    """

    span: Span
    message: str
    help: str = ""
    rule: str | None = None
    also: tuple[Span, ...] = ()
    fix: str | None = None
    quote: str | None = None
    severity: Severity | None = None


def words(
    element: Element, key: str, start: int, end: int, message: str, help: str = "", *,
    index: int | None = None, also: Iterable[Span] = (), fix: str | None = None,
) -> Hit:  # fmt: skip
    """A hit on the characters `start` to `end` of a field."""
    span = element.place.words(key, start, end, index)
    value = getattr(element, key, "")
    text = value[index] if index is not None and isinstance(value, tuple) else value
    quote = text[start:end] if isinstance(text, str) else None
    return Hit(span, message, help, rule_id(element), tuple(also), fix, quote)


def whole(
    element: Element, key: str, message: str, help: str = "", *, also: Iterable[Span] = ()
) -> Hit:
    """A hit on a whole field; on the element's first key where the file does not give it."""
    span = element.place.span(key) if element.place.find(key) else element.place.span()
    value = getattr(element, key, None)
    quote = value if isinstance(value, str) else None
    return Hit(span, message, help, rule_id(element), tuple(also), None, quote)


def overall(code: Code, message: str, help: str = "", *, also: Iterable[Span] = ()) -> Hit:
    """A hit on the code as a whole: it stands at the title, its places in `also`."""
    return Hit(code.place.span("title"), message, help, None, tuple(also), None, code.title)


def rule_id(element: Element) -> str | None:
    """The id of a rule; None for anything else."""
    return element.id if isinstance(element, Rule) else None


@record
class Context(Record):
    """What a check knows beside the code.

    `catalogue` is the code whose values serve as principles, where one is named and found;
    `dictionary` the project's own words; `profiles` the names of those chosen; `known` the names of
    all checks, `ran` those of the checks that ran before and `findings` what they found, waived or
    not (only for checks that run last).
    """

    today: date
    catalogue: Code | None = None
    dictionary: frozenset[str] = frozenset()
    profiles: tuple[str, ...] = ()
    known: frozenset[str] = frozenset()
    ran: frozenset[str] = frozenset()
    findings: tuple[Finding, ...] = ()


Run = Callable[[Code, Context], Iterator[Hit]]


@record
class Check(Record):
    """One check. Its module's docstring is its documentation: summary, Why, Example, Fix.

    `languages` names the languages (primary subtags) whose texts it can read; empty: any, or none
    needed. `kinds` names the kinds of code it is for; empty: every kind but a catalogue.
    `last` checks see the findings of the others. `fix` says whether the replacements that it
    offers are right wherever it is (`safe`: typography), or judged from words (`unsafe`).
    """

    run: Run
    severity: Severity
    group: str
    languages: frozenset[str] = frozenset()
    kinds: frozenset[str] = frozenset()
    last: bool = False
    on: bool = True
    fix: Fix = ""

    @cached_property
    def name(self) -> str:
        """The file's name with hyphens: `checks/verb_clash.py` is verb-clash."""
        return self.run.__module__.rpartition(".")[2].replace("_", "-")

    @cached_property
    def doc(self) -> str:
        import sys

        return (sys.modules[self.run.__module__].__doc__ or "").strip()

    @property
    def summary(self) -> str:
        return self.doc.split("\n", 1)[0]

    def applies(self, code: Code) -> bool:
        """Whether this kind of code and its language are the check's business."""
        language = code.language.split("-")[0].lower()
        if self.languages and language not in self.languages:
            return False
        return code.kind in self.kinds if self.kinds else code.kind != "catalogue"


def define(
    severity: str, group: str, *, languages: str = "", kinds: str = "", last: bool = False,
    on: bool = True, fix: Fix = "",
) -> Callable[[Run], Check]:  # fmt: skip
    """Make a function a check; `languages` and `kinds` are words with spaces between."""

    def wrap(run: Run) -> Check:
        return Check(
            run=run, severity=Severity.named(severity), group=group,
            languages=frozenset(languages.split()), kinds=frozenset(kinds.split()),
            last=last, on=on, fix=fix,
        )  # fmt: skip

    return wrap
