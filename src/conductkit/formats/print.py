"""A page for paper: HTML that breaks into numbered sheets with a running title."""

from conductkit.format import Format
from conductkit.prose import escape_html, html
from conductkit.prose.hypertext import tidy

FORMAT = Format(
    suffixes=(".print.html",),
    escape=escape_html,
    prose=html,
    address=escape_html,
    finish=tidy,
)
