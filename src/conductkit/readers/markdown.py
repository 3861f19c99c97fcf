"""Markdown: CommonMark with tables, front matter, reference links and HTML inside."""

import re

from conductkit.outline import Outline
from conductkit.readers import _front_matter, _lines
from conductkit.readers._commonmark import Walk
from conductkit.readers._decode import decode

SUFFIXES = (".md", ".markdown", ".mdown", ".mkd", ".mdx", ".qmd")
_LOOKS = re.compile(rb"^(?:#{1,6} |[-*] |\[[^\]]{1,80}\]\(|\+\+\+\s*$|={3,}\s*$)", re.MULTILINE)


def recognises(data: bytes) -> bool:
    """Whether the bytes hold a heading, a bullet or a link of Markdown."""
    return bool(_LOOKS.search(data[:20_000]))


def read(data: bytes, path: str) -> Outline:
    """The blocks of a Markdown file; one without any markup is read as plain text."""
    text, remarks = decode(data, path)
    lines = text.split("\n")
    skipped, meta, furniture, faults = _front_matter.split(lines)
    blocks = Walk(lines, skipped).blocks()
    if not any(block.kind in ("heading", "item", "row") for block in blocks):
        blocks = _lines.blocks(lines[skipped:], skipped)
    return Outline("markdown", text, (*furniture, *blocks), meta, (*remarks, *faults))
