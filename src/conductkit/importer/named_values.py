"""Values that a paragraph each names first, below a heading that announces them."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from conductkit.importer.lexicon import Lexicon
from conductkit.importer.words import bold_lead, headline, name_lead, plain
from conductkit.outline import Block

_FEW = 2
_LONGEST = 4


def listed(blocks: Sequence[Block], words: Lexicon) -> list[Block]:
    """The blocks, paragraphs of such names as items: “**Care.** We look after our guests.”"""
    found = list(blocks)
    for at, block in enumerate(blocks):
        if block.kind != "heading" or words.role(headline(block.text)) != "values":
            continue
        run = list(takewhile(lambda one: _named(one, words), blocks[at + 1 :]))
        if len(run) >= _FEW:
            items = [replace(one, kind="item", level=1) for one in run]
            found[at + 1 : at + 1 + len(run)] = items
    return found


def _named(block: Block, words: Lexicon) -> bool:
    """Whether a paragraph begins with a short name, and what it goes on with obliges nobody."""
    name, rest = bold_lead(block.text)
    if not name:
        name, rest = name_lead(block.text)
    if block.kind != "paragraph" or block.level or not (name and rest):
        return False
    return len(name.split()) <= _LONGEST and not words.has("strict", plain(rest))
