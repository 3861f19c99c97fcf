"""Lists of the people who look after a code, each with an address: whom to turn to."""

from collections.abc import Sequence

from conductkit.importer.lexicon import Lexicon
from conductkit.importer.words import plain
from conductkit.outline import Block

_LEAST = 2  # people in a list


def lines(blocks: Sequence[Block], words: Lexicon) -> frozenset[int]:
    """The lines of such lists: under a heading that names who they are, most with an address."""
    found: set[int] = set()
    heading, rows = "", list[Block]()
    for block in (*blocks, Block("heading", "", 0)):
        if block.kind == "heading":
            if words.whole("keepers", heading) and _reachable(rows, words):
                found.update(row.line for row in rows)
            heading, rows = plain(block.text).strip(" :."), []
        elif block.kind in ("item", "row"):
            rows.append(block)
    return frozenset(found)


def _reachable(rows: Sequence[Block], words: Lexicon) -> bool:
    told = sum(words.has("email", row.text) for row in rows)
    return told >= _LEAST and told * 2 > len(rows)
