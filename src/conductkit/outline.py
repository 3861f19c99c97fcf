"""What every reader of `conduct import` yields: a text as a list of blocks, its markup read.

The understanding (which block is a rule, a value, a contact) sees only this, whatever the file was.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Kind = Literal["heading", "paragraph", "item", "row", "furniture"]


@dataclass(frozen=True, slots=True)
class Block:
    """One block of a text; `text` is inline Markdown on one line.

    `line` is 1-based in the source (in a Word file: the number of the paragraph). `level` is that
    of a heading (1-6) or the depth of a list item (1 is the outermost); a paragraph with a level
    continues the item of that depth. `marker` is the bullet or number as printed. A row of a table
    has `cells`, and is `head` where it names its columns. A piece of furniture is left out of the
    code, for `reason`.
    """

    kind: Kind
    text: str
    line: int
    level: int = 0
    ordered: bool = False
    marker: str = ""
    cells: tuple[str, ...] = ()
    head: bool = False
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Remark:
    """Something that is wrong with the source itself: the name of the finding, where, what."""

    check: str
    line: int
    quote: str
    message: str
    help: str = ""


@dataclass(frozen=True, slots=True)
class Outline:
    """A text as its reader found it.

    `kind` is the reader's name, `text` the decoded source (for places and for the count of words),
    `meta` what the file says of itself beside its text: title, version, language, author.
    """

    kind: str
    text: str
    blocks: tuple[Block, ...]
    meta: Mapping[str, str] = field(default_factory=dict)
    remarks: tuple[Remark, ...] = ()
