"""Pictures: a code is words, so badges, logos and photographs stay out of it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from conductkit.outline import Block

_PICTURE = re.compile(
    r"!\[(?P<words>[^\[\]]{0,300}+)\](?:\([^()]{0,1000}+(?:\([^()]{0,200}+\)[^()]{0,200}+)?\)|\[[^\[\]]{0,100}+\])"
)
_LINK_OF_NOTHING = re.compile(r"\[\s*\](?:\([^()\s]{0,1000}+\)|\[[^\[\]]{0,100}+\])")
_REASON = "a picture; a code holds words only"


def taken_out(blocks: Sequence[Block]) -> list[Block]:
    """The blocks without pictures, each of which is furniture now.

    A heading that is nothing but a picture is named by the words that stand for it.
    """
    return [one for block in blocks for one in (_parted(block) if "![" in block.text else (block,))]


def _parted(block: Block) -> Iterator[Block]:
    found = list(_PICTURE.finditer(block.text))
    if not found or block.kind in ("furniture", "row"):
        yield block
        return
    rest = " ".join(_LINK_OF_NOTHING.sub("", _PICTURE.sub("", block.text)).split())
    if block.kind == "heading" and not re.search(r"\w", rest):
        rest = " ".join(match["words"] for match in found).strip()
    if re.search(r"\w", rest):
        yield replace(block, text=rest)
        lost = " ".join(match[0] for match in found)
    else:
        lost = block.text
    yield Block("furniture", lost, block.line, reason=_REASON)
