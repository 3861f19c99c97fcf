"""JSON: one shape for good (format 1)."""

import json
from typing import Any


def findings(result: Any, colour: bool) -> str:
    """All findings, waived ones included, in the order of files and lines."""
    items = [finding.as_dict() for finding in result.findings]
    return json.dumps({"format": 1, "findings": items}, ensure_ascii=False, indent=2) + "\n"


def changes(result: Any, colour: bool) -> str:
    """All changes, the neutral ones included, with the version step that each code needs."""
    return json.dumps(result.as_dict(), ensure_ascii=False, indent=2) + "\n"


def sheet(result: Any, colour: bool) -> str:
    """The data that a sheet was laid out from."""
    return json.dumps({"format": 1, **result.data}, ensure_ascii=False, indent=2) + "\n"
