"""One HTML page: no script, nothing fetched, for the browser and the printer."""

from typing import Any


def changes(result: Any, colour: bool) -> str:
    """Old and new words beside each other, what got weaker first."""
    from conductkit.reports import _changes_html

    return _changes_html.changes(result)


def sheet(result: Any, colour: bool) -> str:
    """A sheet, its charts drawn as SVG."""
    from conductkit.reports import _sheet_html

    return _sheet_html.sheet(result)
