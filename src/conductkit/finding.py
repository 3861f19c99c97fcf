"""What load, lint and align report."""

from collections.abc import Mapping
from dataclasses import replace
from enum import IntEnum
from typing import Any, NamedTuple

from conductkit.record import Record, record
from conductkit.source import Span


class Severity(IntEnum):
    """How much a finding matters; ordered, so that the worst is the greatest."""

    INFO = 1
    WARNING = 2
    ERROR = 3

    @property
    def word(self) -> str:
        return self.name.lower()

    @classmethod
    def named(cls, word: str) -> "Severity":
        """The severity of that name; KeyError where there is none."""
        return cls[word.upper()]


class Waived(NamedTuple):
    """The recorded decision behind a finding that is not counted."""

    reason: str
    until: str | None = None


@record
class Finding(Record):
    """One thing to look at: which check, where, which words, why and what to do.

    `code` and `rule` are ids; `rule` is None where the finding is about the whole code. `also`
    holds its further places. `line_text` is the source line, for reports that show it. `baselined`
    are those that the project's baseline records.
    """

    check: str
    severity: Severity
    span: Span
    message: str
    help: str = ""
    code: str | None = None
    rule: str | None = None
    quote: str = ""
    fix: str | None = None
    waived: Waived | None = None
    also: tuple[Span, ...] = ()
    line_text: str = ""
    baselined: bool = False

    @property
    def counts(self) -> bool:
        """Whether it is neither waived nor recorded in the baseline."""
        return self.waived is None and not self.baselined

    @property
    def sort_key(self) -> tuple[Any, ...]:
        return (self.span, self.check, self.message)

    def waive(self, reason: str, until: str | None = None) -> "Finding":
        """The same finding, marked as decided upon."""
        return replace(self, waived=Waived(reason, until))

    def as_dict(self) -> Mapping[str, Any]:
        """The finding in the JSON shape, which is fixed."""
        span, waived = self.span, self.waived
        return {
            "check": self.check,
            "severity": self.severity.word,
            **span_dict(span),
            "code": self.code,
            "rule": self.rule,
            "quote": self.quote,
            "message": self.message,
            "help": self.help,
            "fix": self.fix,
            "waived": {"reason": waived.reason, "until": waived.until} if waived else None,
            "baselined": self.baselined,
            "also": [span_dict(other) for other in self.also],
        }


def span_dict(span: Span) -> dict[str, Any]:
    """A place in the JSON shape."""
    return {
        "path": span.path,
        "line": span.line,
        "column": span.column,
        "end_line": span.end_line,
        "end_column": span.end_column,
    }
