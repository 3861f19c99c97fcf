"""Findings for a job summary or a comment: by file, a check that hits many rules once."""

from collections.abc import Iterator
from itertools import groupby
from typing import Any

from conductkit.finding import Severity
from conductkit.reports._redline_markdown import plain
from conductkit.rollup import Entry, roll_up

_ICONS = {Severity.ERROR: "🔴", Severity.WARNING: "🟡", Severity.INFO: "🔵"}
_MOST = 60_000  # characters: a comment on a pull request may have some 65,000
_FEW = 6


def findings(result: Any) -> str:
    """All findings that count, and one line that sums up."""
    counted = result.counted()
    lines = [f"{_sum(result)}\n"]
    for path, group in groupby(counted, key=lambda finding: finding.span.path):
        entries = roll_up(list(group), (result.rules or {}).get(path, 0))
        lines.append(f"### {plain(path)}\n")
        lines += [line for entry in entries for line in _entry(entry)]
        lines.append("")
    text = "\n".join(lines)
    if len(text) <= _MOST:
        return text.rstrip("\n") + "\n"
    cut = text[: text.rfind("\n- ", 0, _MOST)]
    return f"{cut}\n\nThe rest is left out: a comment holds no more. Run `conduct lint` for all.\n"


def _entry(entry: Entry) -> Iterator[str]:
    finding = entry.finding
    rule = f" in rule **{plain(finding.rule)}**" if finding.rule and not entry.others else ""
    words = f" “{plain(finding.quote)}”:" if finding.rule and finding.quote else ""
    yield (
        f"- {_ICONS[finding.severity]} **{finding.severity.word}** `{finding.check}`{rule}"
        f" (line {finding.span.line}):{words} {plain(finding.message)}"
    )
    if entry.others:
        names = [plain(one.rule) for one in entry.others[:_FEW] if one.rule]
        more = f" and {len(entry.others) - _FEW} more" if len(entry.others) > _FEW else ""
        yield f"  <br>The same in {len(entry.others)} more rules: {', '.join(names)}{more}."
    if finding.help:
        yield f"  <br>→ {plain(finding.help)}"


def _sum(result: Any) -> str:
    counted = result.counted()
    files = "1 file" if len(result.paths) == 1 else f"{len(result.paths)} files"
    if not counted:
        return f"**Nothing to mend** in {files}."
    parts = []
    for severity in sorted(Severity, reverse=True):
        number = sum(finding.severity is severity for finding in counted)
        if number:
            parts.append(f"{number} {severity.word}{'s' if number > 1 else ''}")
    return f"**{', '.join(parts)}** in {files}."
