"""A page for the web: one file, nothing run, nothing fetched."""

from conductkit.format import Format
from conductkit.prose import escape_html, html
from conductkit.prose.hypertext import tidy
from conductkit.rendering.metadata import json_block

FORMAT = Format(
    suffixes=(".html", ".htm"),
    escape=escape_html,
    prose=html,
    address=escape_html,
    finish=tidy,
    data=json_block,
)
