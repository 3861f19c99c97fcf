"""Text for people: grouped by file, the words underlined, one line at the end that sums up."""

import unicodedata
from collections.abc import Sequence
from itertools import groupby
from typing import Any

from conductkit.finding import Finding, Severity
from conductkit.rollup import Entry, roll_up
from conductkit.terminal import clean, paint

_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.INFO: "blue"}
_NAMES = {
    Severity.ERROR: ("error", "errors"),
    Severity.WARNING: ("warning", "warnings"),
    Severity.INFO: ("info", "infos"),
}
_WIDTH = 96
_MARGIN = "       "


def findings(result: Any, colour: bool) -> str:
    """The findings that count, and how many were waived."""
    counted = result.counted()
    blocks = []
    for path, group in groupby(counted, key=lambda finding: finding.span.path):
        entries = roll_up(list(group), (result.rules or {}).get(path, 0))
        shown = "\n\n".join(_entry(entry, colour) for entry in entries)
        blocks.append(f"{paint(clean(path), 'bold', when=colour)}\n\n{shown}\n")
    blocks.append(_summary(result, counted, colour))
    return "\n".join(blocks)


def changes(result: Any, colour: bool) -> str:
    """What changed between two versions, and what it does to the duty."""
    from conductkit.reports import _changes_text

    return _changes_text.changes(result, colour)


def sheet(result: Any, colour: bool) -> str:
    """A result laid out as headings, words and tables."""
    from conductkit.reports import _sheet_text

    return _sheet_text.sheet(result, colour)


def _entry(entry: Entry, colour: bool) -> str:
    finding = entry.finding
    tint = _COLOURS[finding.severity]
    word = _NAMES[finding.severity][0]
    rule = f" in rule “{clean(finding.rule)}”" if finding.rule and not entry.others else ""
    place = f"{finding.span.line}:{finding.span.column}"
    head = (
        f"  {place}  {paint(word, tint, when=colour)}"
        f"  {paint(finding.check, 'bold', when=colour)}{rule}"
    )
    lines = [head, f"{_MARGIN}{clean(finding.message)}"]
    lines += _excerpt(finding, colour)
    if entry.others:
        lines.append(f"{_MARGIN}{_others(entry)}")
    for line in finding.help.splitlines():
        lines.append(f"{_MARGIN}{paint('→', 'dim', when=colour)} {clean(line)}")
    return "\n".join(lines)


def _others(entry: Entry) -> str:
    rules = [finding.rule for finding in entry.others if finding.rule]
    shown = ", ".join(clean(rule) for rule in rules[:6])
    more = f" and {len(rules) - 6} more" if len(rules) > 6 else ""
    return f"The same in {len(rules)} more rules: {shown}{more}."


def _excerpt(finding: Finding, colour: bool) -> list[str]:
    """The source line, cut to fit, and a line that underlines the words."""
    line = clean(finding.line_text.replace("\t", " "))
    if not line.strip():
        return []
    start = finding.span.column - 1
    same = finding.span.end_line == finding.span.line
    end = finding.span.end_column - 1 if same else len(finding.line_text)
    start, end = (
        len(clean(finding.line_text[:place].replace("\t", " "))) for place in (start, end)
    )
    first, last = _window(len(line), start, end)
    before = "…" if first else ""
    shown = line[first:last].rstrip()
    after = "…" if last < len(line) else ""
    lead = len(shown) - len(shown.lstrip()) if not first else 0
    offset = _columns(before + line[first + lead : start])
    marks = "^" * max(1, _columns(line[start : min(end, last)]))
    tint = _COLOURS[finding.severity]
    number = f"{finding.span.line:>5}"
    bar = paint("│", "dim", when=colour)
    return [
        f"{number} {bar} {before}{shown.lstrip() if not first else shown}{after}",
        f"      {bar} {' ' * offset}{paint(marks, tint, when=colour)}",
    ]


def _window(length: int, start: int, end: int) -> tuple[int, int]:
    """Which part of a long line to show: the words, with some of what stands around them."""
    if length <= _WIDTH:
        return 0, length
    room = max(_WIDTH - (min(end, start + _WIDTH) - start), 0)
    first = max(0, start - room // 2)
    return (0, _WIDTH) if first < 8 else (first, min(length, first + _WIDTH))


def _columns(text: str) -> int:
    """How many terminal columns a text takes."""
    wide = sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)
    return wide - sum(1 for char in text if unicodedata.combining(char))


def _summary(result: Any, counted: Sequence[Finding], colour: bool) -> str:
    files = len(result.paths)
    where = "1 file" if files == 1 else f"{files} files"
    waived = sum(finding.waived is not None for finding in result.findings)
    known = len(result.findings) - len(counted) - waived
    passed = [f"{waived} waived"] * (waived > 0) + [f"{known} in the baseline"] * (known > 0)
    tail = f" ({', '.join(passed)})" if passed else ""
    if not counted:
        return paint(f"{where} {result.verb}: nothing to mend{tail}.", "green", when=colour) + "\n"
    parts = []
    for severity in sorted(Severity, reverse=True):
        number = sum(1 for finding in counted if finding.severity is severity)
        if number:
            parts.append(f"{number} {_NAMES[severity][number != 1]}")
    example = counted[0].check
    return (
        f"{paint(', '.join(parts), 'bold', when=colour)} in {where}{tail}."
        f" `conduct explain {example}` says more.\n"
    )
