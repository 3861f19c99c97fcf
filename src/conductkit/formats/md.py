"""Markdown as GitHub shows it."""

from conductkit.format import Format
from conductkit.prose import escape_markdown, markdown
from conductkit.prose.marks import address, tidy

FORMAT = Format(
    suffixes=(".md", ".markdown"),
    escape=escape_markdown,
    prose=markdown,
    address=address,
    finish=tidy,
)
