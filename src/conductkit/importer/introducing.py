"""Lines that lead into the list below them, though no colon says so."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from conductkit.importer.lexicon import Lexicon
from conductkit.importer.words import plain
from conductkit.outline import Block

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")


def introduced(blocks: Sequence[Block], words: Lexicon) -> list[Block]:
    """The blocks, a paragraph without an end that stands right above a list ending in a colon.

    So “We will” above a list is read as “We will:”. An item above those inside it has to end in a
    word that cannot stand last.
    """
    told = [number for number, block in enumerate(blocks) if block.kind != "furniture"]
    found = list(blocks)
    for here, below in pairwise(told):
        if _leads(blocks[here], blocks[below], words):
            found[here] = replace(blocks[here], text=f"{blocks[here].text}:")
    return found


def _leads(block: Block, after: Block, words: Lexicon) -> bool:
    text = plain(block.text)
    if after.kind != "item" or not _WORD.fullmatch(text.rpartition(" ")[2]):
        return False  # a sentence that ends, an address
    if block.kind == "item":
        topic = words.starts("names_topic", text)
        return after.level > block.level and words.ends("modal_end", text) and not topic
    return block.kind == "paragraph" and after.level == block.level + 1
