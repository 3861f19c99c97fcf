"""Markdown for a job summary or a comment on a pull request."""

from typing import Any


def findings(result: Any, colour: bool) -> str:
    """The findings that count, by file, for a job summary or a comment."""
    from conductkit.reports import _findings_markdown

    return _findings_markdown.findings(result)


def changes(result: Any, colour: bool) -> str:
    """All codes with changes, the gravest first, and one line that sums up."""
    from conductkit.reports import _changes_markdown

    return _changes_markdown.changes(result)


def sheet(result: Any, colour: bool) -> str:
    """A result laid out as headings, words and tables."""
    from conductkit.reports import _sheet_markdown

    return _sheet_markdown.sheet(result)
