"""Markdown: CommonMark with tables, front matter, reference links and HTML inside."""

import re

from conductkit.outline import Outline
from conductkit.readers import _front_matter, _lines
from conductkit.readers._commonmark import Walk
from conductkit.readers._decode import decode

SUFFIXES = (".md", ".markdown", ".mdown", ".mkd", ".mdx", ".qmd")
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_LOOKS = re.compile(rb"^(?:#{1,6} |[-*] |\[[^\]]{1,80}\]\(|\+\+\+\s*$|={3,}\s*$)", re.MULTILINE)


def recognises(data: bytes) -> bool:
    """Whether the bytes hold a heading, a bullet or a link of Markdown."""
    return bool(_LOOKS.search(data[:20_000]))


def _uncommented(lines: list[str]) -> list[str]:
    """The lines with none of the comments that end somewhere."""
    text = "\n".join(lines)
    last = text.rfind("-->") + 3
    told = _COMMENT.sub(lambda match: "\n" * match[0].count("\n"), text[:last])
    return f"{told}{text[last:]}".split("\n") if last > 2 else lines


def read(data: bytes, path: str) -> Outline:
    """The blocks of a Markdown file; one without any markup is read as plain text."""
    text, remarks = decode(data, path)
    lines = text.split("\n")
    skipped, meta, furniture, faults = _front_matter.split(lines)
    blocks = Walk(lines, skipped).blocks()
    if not any(block.kind in ("heading", "item", "row") for block in blocks):
        unseen = [block for block in blocks if block.reason == "a comment"]
        blocks = [*unseen, *_lines.blocks(_uncommented(lines[skipped:]), skipped)]
    return Outline("markdown", text, (*furniture, *blocks), meta, (*remarks, *faults))
