"""A page for paper: HTML that breaks into numbered sheets with a running title."""

from conductkit.format import Format
from conductkit.prose import escape_html, html

FORMAT = Format(suffixes=(".print.html",), escape=escape_html, prose=html, address=escape_html)
