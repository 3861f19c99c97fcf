"""JSON: one shape for good (format 1)."""

from typing import Any

from conductkit.jsontext import dumps


def findings(result: Any, colour: bool) -> str:
    """All findings, waived ones included, in the order of files and lines."""
    items = [finding.as_dict() for finding in result.findings]
    return dumps({"format": 1, "findings": items})


def changes(result: Any, colour: bool) -> str:
    """All changes, the neutral ones included, with the version step that each code needs."""
    return dumps(result.as_dict())


def sheet(result: Any, colour: bool) -> str:
    """The data that a sheet was laid out from."""
    return dumps({"format": 1, **result.data})
