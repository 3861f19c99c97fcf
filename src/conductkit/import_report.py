"""What `conduct import` says of its work: each part of the source beside what became of it."""

import json
from collections import Counter
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
    itself; `counts` how many values, rules … were found.
    """

    path: str
    code: str
    kind: str
    lines: tuple[Line, ...]
    left: tuple[Left, ...]
    findings: tuple[Finding, ...]
    counts: Mapping[str, int]

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


def with_remarks(result: ImportReport, remarks: Iterable[Remark]) -> ImportReport:
    """The report with more to say about the code as a whole."""
    source = Source(result.path, "")
    more = [_finding(remark, source, result.code, {}) for remark in remarks]
    return replace(result, findings=(*result.findings, *more))


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


def as_json(result: ImportReport) -> str:
    """The report as JSON (format 1)."""
    shape = {
        "format": 1, "path": result.path, "kind": result.kind, "code": result.code,
        "counts": dict(result.counts),
        "items": [
            {
                "line": one.line, "source": one.source, "became": one.became, "sure": one.sure,
                "note": one.note,
            }
            for one in result.lines
        ],
        "left_out": [
            {"line": one.line, "text": one.text, "reason": one.reason} for one in result.left
        ],
        "findings": [finding.as_dict() for finding in result.findings],
    }  # fmt: skip
    return json.dumps(shape, ensure_ascii=False, indent=2) + "\n"


def as_text(result: ImportReport, colour: bool = False) -> str:
    """The report for people: what was found, what to look at, what was left out."""
    from conductkit.terminal import clean, paint

    out = [paint(f"{clean(result.path)} → {result.code}", "bold", when=colour), ""]
    told = [f"{count} {name}" for name, count in result.counts.items() if count]
    out += [f"  Found: {', '.join(told)}.", ""]
    if result.unsure:
        out.append(paint("Look at", "bold", when=colour))
        for one in result.unsure:
            out.append(f"  {one.line:>5}  {_cut(clean(one.source))}")
            out.append(f"         → {one.became} ({one.sure}){': ' + one.note if one.note else ''}")
        out.append("")
    if result.findings:
        out.append(paint("What is wrong with the source", "bold", when=colour))
        for finding in result.findings:
            out.append(f"  {finding.span.line:>5}  {finding.check}: {clean(finding.message)}")
            out.append(f"         “{_cut(clean(finding.quote))}” {finding.help}")
        out.append("")
    if result.left:
        out.append(paint("Left out", "bold", when=colour))
        for reason, entries in _by_reason(result):
            out.append(f"  {reason} ({len(entries)})")
            out += [f"  {one.line:>5}  {_cut(clean(one.text))}" for one in entries[:6]]
            if len(entries) > 6:
                out.append(f"         and {len(entries) - 6} more")
        out.append("")
    out.append(_sum(result))
    return "\n".join(out) + "\n"


def as_markdown(result: ImportReport) -> str:
    """The report as Markdown: every line of the source beside what became of it."""
    out = [
        f"# Import of {_cell(result.path)}",
        "",
        _sum(result),
        "",
        "| Line | Source | Became | Sure | Look at |",
        "|---|---|---|---|---|",
    ]
    out += [
        f"| {one.line} | {_cell(one.source)} | {_cell(one.became)} | {one.sure}"
        f" | {_cell(one.note)} |"
        for one in result.lines
    ]
    if result.findings:
        out += ["", "## What is wrong with the source", ""]
        out += [
            f"- Line {one.span.line}, `{one.check}`: {_cell(one.message)}"
            for one in result.findings
        ]
    if result.left:
        out += ["", "## Left out", "", "| Line | Words | Reason |", "|---|---|---|"]
        out += [f"| {one.line} | {_cell(one.text)} | {_cell(one.reason)} |" for one in result.left]
    return "\n".join(out) + "\n"


def _sum(result: ImportReport) -> str:
    sure = Counter(one.sure for one in result.lines)
    if result.unplaced:
        return f"{result.unplaced} words of the source found no place; they are listed above."
    guessed = sure["medium"] + sure["low"]
    return (
        f"Every word of the source is in the code or on the list of what was left out;"
        f" {sure['high']} parts were clear, {guessed} were guessed."
    )


def _by_reason(result: ImportReport) -> list[tuple[str, list[Left]]]:
    groups: dict[str, list[Left]] = {}
    for one in result.left:
        groups.setdefault(one.reason, []).append(one)
    return list(groups.items())


def _cut(text: str, most: int = 90) -> str:
    text = " ".join(text.split())
    return text if len(text) <= most else text[: most - 1] + "…"


def _cell(text: str) -> str:
    flat = " ".join(text.split())
    for mark in "\\|<>`*_[]":
        flat = flat.replace(mark, "\\" + mark)
    return flat
