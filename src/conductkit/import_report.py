"""The account of an import: each part of the source beside what became of it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from conductkit.fault_pages import imports
from conductkit.finding import Finding, Severity
from conductkit.importer.draft import Draft, Left, Placed
from conductkit.outline import Outline, Remark
from conductkit.source import Source


@dataclass(frozen=True, slots=True)
class Line:
    """One part of the source and what became of it. `became` is a path in the code."""

    line: int
    source: str
    became: str
    sure: str
    note: str


@dataclass(frozen=True, slots=True)
class ImportReport:
    """The account of an import.

    `lines` are what came in, `left` what did not and why, `findings` what is wrong with the source
    itself; `counts` how many values, rules … were found. `done` is what bringing it onto an
    existing code did, None where that was not asked for.
    """

    path: str
    code: str
    kind: str
    lines: tuple[Line, ...]
    left: tuple[Left, ...]
    findings: tuple[Finding, ...]
    counts: Mapping[str, int]
    done: tuple[Finding, ...] | None = None

    @property
    def unsure(self) -> tuple[Line, ...]:
        """The lines to look at: what was not clear, or carries a note."""
        return tuple(line for line in self.lines if line.sure != "high" or line.note)

    @property
    def unplaced(self) -> int:
        """How many words of the source found no place."""
        return sum(
            len(one.text.split()) for one in self.left if one.reason.startswith("not placed")
        )


def report(draft: Draft, outline: Outline, path: str, tree: Mapping[str, Any]) -> ImportReport:
    """The account of a code in the making, whose parts have their ids."""
    lines = tuple(_line(one) for one in sorted(draft.placed, key=lambda one: one.line))
    left = tuple(sorted(draft.left, key=lambda one: one.line))
    source = Source(path, outline.text)
    rules: dict[int, str] = {}
    for one in draft.placed:
        if one.target.target.startswith("rules/"):
            rules.setdefault(one.line, one.target.target.removeprefix("rules/"))
    found = [_finding(remark, source, str(tree["id"]), rules) for remark in draft.remarks]
    counts = {
        "values": len(draft.values), "rules": len(draft.rules),
        "sections": sum(bool(section.title) for section in draft.sections),
        "consequences": len(draft.steps), "contacts": len(draft.contacts),
        "sources": len(draft.sources), "terms": len(draft.terms),
    }  # fmt: skip
    unique = tuple(sorted(set(found), key=lambda finding: finding.sort_key))
    return ImportReport(path, str(tree["id"]), outline.kind, lines, left, unique, counts)


def updated(result: ImportReport, code: str, remarks: Iterable[Remark]) -> ImportReport:
    """The report of a text that was brought onto an existing code, with what that did."""
    source = Source(result.path, "")
    done = tuple(_finding(remark, source, code, {}) for remark in remarks)
    return replace(result, code=code, done=done)


def _line(one: Placed) -> Line:
    return Line(one.line, one.source, one.target.target, one.sure, one.note)


def _finding(remark: Remark, source: Source, code: str, rules: Mapping[int, str]) -> Finding:
    line = source.line(remark.line)
    start = line.find(remark.quote) if remark.quote else -1
    offset = source.line_start(remark.line) if 1 <= remark.line <= source.line_count else 0
    first = max(0, start)
    end = first + len(remark.quote) if start >= 0 else len(line)
    return Finding(
        check=remark.check,
        severity=Severity[imports()[remark.check].severity.upper()],
        span=source.span(offset + first, offset + end),
        message=remark.message, help=remark.help, code=code, rule=rules.get(remark.line),
        quote=remark.quote, line_text=line,
    )  # fmt: skip
