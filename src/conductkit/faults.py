"""Collecting what makes a file no code: every fault of a file, each at its place."""

from collections.abc import Iterable

from conductkit.finding import Finding, Severity
from conductkit.source import Source, Span


class Faults:
    """The faults of one source so far. All are errors: a file with one is not a code."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.findings: list[Finding] = []

    def add(
        self, fault: str, start: int, end: int, message: str, help: str = "",
        also: Iterable[tuple[int, int]] = (),
    ) -> None:  # fmt: skip
        """Record a fault between two offsets."""
        span = self.source.span(start, end)
        quote = self.source.text[start:end]
        self.findings.append(
            Finding(
                check=fault,
                severity=Severity.ERROR,
                span=span,
                message=message,
                help=help,
                quote=quote if "\n" not in quote else quote.split("\n")[0],
                also=tuple(self.source.span(*place) for place in also),
                line_text=self.source.line(span.line),
            )
        )


def file_fault(path: str, fault: str, message: str, help: str = "") -> Finding:
    """A fault of a file that has no text to point into."""
    return Finding(
        check=fault, severity=Severity.ERROR, span=Span(path, 1, 1, 1, 1), message=message,
        help=help,
    )  # fmt: skip


def nearest(word: str, known: Iterable[str]) -> str:
    """The known word most like `word`; "" where none is near."""
    from difflib import get_close_matches

    close = get_close_matches(word[:80].lower(), sorted(known), n=1, cutoff=0.7)
    return close[0] if close else ""


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """A help sentence: the nearest known word or, where none is near, all of a few."""
    words = sorted(filter(None, known))
    near = nearest(word, words)
    if near:
        return f"Did you mean “{near}”?"
    if 0 < len(words) <= 12:
        return "Known here: " + ", ".join(words) + "."
    return ""
