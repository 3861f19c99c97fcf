"""Markdown of a code's prose fields: emphasis, lists, links. Everything else in it is words.

`html`, `markdown` and `plain` each turn one prose field into one kind of output in which nothing
of the field can become markup that this package did not make.
"""

from conductkit.prose.hypertext import escape as escape_html
from conductkit.prose.hypertext import html
from conductkit.prose.lines import line, lines
from conductkit.prose.markdown import markdown
from conductkit.prose.marks import escape as escape_markdown
from conductkit.prose.plain import plain
from conductkit.prose.tame import tame
from conductkit.prose.xml import escape as escape_xml
from conductkit.prose.xml import xml

__all__ = [
    "escape_html", "escape_markdown", "escape_xml", "html", "line", "lines", "markdown", "plain",
    "tame", "xml",
]  # fmt: skip
