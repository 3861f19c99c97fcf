"""GitLab's code quality report: findings in a merge request, one a place."""

from typing import Any

from conductkit.finding import Finding, Severity
from conductkit.jsontext import dumps
from conductkit.reports._fingerprints import fingerprinted
from conductkit.terminal import clean

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}


def findings(result: Any, colour: bool) -> str:
    """The findings that count; a fingerprint stays when lines move."""
    items = [_item(finding, mark) for finding, mark in fingerprinted(result.counted())]
    return dumps(items)


def _item(finding: Finding, mark: str) -> dict[str, Any]:
    where = f"rule {finding.rule}: " if finding.rule else ""
    return {
        "description": clean(f"{where}{finding.message}"),
        "check_name": finding.check,
        "fingerprint": mark,
        "severity": _SEVERITIES[finding.severity],
        "location": {
            "path": finding.span.path,
            "lines": {"begin": finding.span.line, "end": finding.span.end_line},
        },
        "content": {"body": clean(finding.help)},
    }
