"""Prose as XML: the elements of HTML, for a reader that takes well-formed pages only."""

import re

from conductkit.prose.hypertext import escape as escape_html
from conductkit.prose.hypertext import written
from conductkit.prose.parse import parse, verbatim

_NO_CHARACTER = re.compile(r"[\ufffe\uffff]")
_MAX_LEVEL = 24
"""Each level is a box in a box on paper, and a list takes two."""


def escape(text: str) -> str:
    """Words as XML, safe between tags and in a quoted attribute."""
    return _NO_CHARACTER.sub("\ufffd", escape_html(text))


def xml(text: str, lead: str = "") -> str:
    """Prose as XML blocks: the elements that `html` writes.

    Lists deeper than paper has room for are shown as they were written.
    """
    tokens = parse(text)
    if any(token.level > _MAX_LEVEL for token in tokens):
        tokens = verbatim(text)
    blocks = written(tokens, lead).replace("<br>", "<br/>")
    return _NO_CHARACTER.sub("\ufffd", blocks)
