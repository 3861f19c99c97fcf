"""The whole code as JSON: every field, ids with their names, rules with their numbers."""

from typing import Any

from conductkit.format import Format
from conductkit.jsontext import dumps


def written(data: Any, lead: str = "") -> str:
    """Data or words as JSON; Markdown stays as it is."""
    return lead + dumps(data).rstrip("\n")


FORMAT = Format(
    suffixes=(".json",), escape=written, prose=written, address=written, data=written, page=False
)
