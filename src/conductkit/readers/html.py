"""HTML: the article found among the furniture of its page.

The standard library's parser reads it: it never fails, keeps line numbers and follows no nesting
of its own. Django's and Jinja's tags around the words are taken off first.
"""

from conductkit.outline import Outline
from conductkit.readers import _tags
from conductkit.readers._decode import decode
from conductkit.readers._regions import chosen

SUFFIXES = (".html", ".htm", ".xhtml")
recognises = _tags.recognises


def read(data: bytes, path: str) -> Outline:
    """The blocks of a page: the article as blocks, menus, footers and scripts as furniture."""
    text, remarks = decode(data, path)
    page, furniture = _tags.page(text, 0)
    blocks = [*furniture, *chosen(page.found)]
    blocks.sort(key=lambda block: block.line)
    return Outline("html", text, tuple(blocks), page.meta, remarks)
