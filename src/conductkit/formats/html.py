"""A page for the web: one file, no script, nothing fetched."""

from conductkit.format import Format
from conductkit.prose import escape_html, html
from conductkit.prose.hypertext import tidy

FORMAT = Format(
    suffixes=(".html", ".htm"),
    escape=escape_html,
    prose=html,
    address=escape_html,
    finish=tidy,
)
