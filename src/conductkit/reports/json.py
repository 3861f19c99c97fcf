"""JSON: one shape for good (format 1)."""

from typing import Any

from conductkit.jsontext import dumps
from conductkit.reports._entries import sections


def findings(result: Any, colour: bool) -> str:
    """All findings, waived ones included, in the order of files and lines."""
    items = [finding.as_dict() for finding in result.findings]
    return dumps({"format": 1, "findings": items})


def changes(result: Any, colour: bool) -> str:
    """All changes, the neutral ones included, with the version step that each code needs.

    Changes with the same number under `entry` have one cause, which the other reports tell once.
    """
    entries = (entry for section in sections(result) for entry in section.entries)
    numbers = {id(one): at for at, entry in enumerate(entries, 1) for one in entry.members}
    told = dict(result.as_dict())
    told["changes"] = [
        {**change, "entry": numbers[id(one)]}
        for one, change in zip(result.changes, told["changes"], strict=True)
    ]
    return dumps(told)


def sheet(result: Any, colour: bool) -> str:
    """The data that a sheet was laid out from."""
    return dumps({"format": 1, **result.data})
