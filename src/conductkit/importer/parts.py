"""Blocks as parts: a heading with what stands below it, items with what stands inside them."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from conductkit.outline import Block


@dataclass(slots=True)
class Item:
    """An item of a list: its block, the paragraphs that continue it, the items inside it."""

    block: Block
    more: list[Block] = field(default_factory=list)
    items: list["Item"] = field(default_factory=list)

    def blocks(self) -> list[Block]:
        """Its own block and all those inside, in order."""
        found, waiting = [], [self]
        while waiting:
            item = waiting.pop()
            found += [item.block, *item.more]
            waiting += reversed(item.items)
        return found


@dataclass(slots=True)
class Bullets:
    """Items that follow one another."""

    items: list[Item]


@dataclass(slots=True)
class Rows:
    """The rows of a table."""

    head: Block | None
    rows: list[Block]


Node = Block | Bullets | Rows


@dataclass(slots=True)
class Part:
    """A heading (None for what stands before the first) and its content up to the next heading."""

    heading: Block | None
    content: list[Node] = field(default_factory=list)
    level: int = 0

    @property
    def named(self) -> Block:
        """The heading; an empty one where there is none."""
        return self.heading or Block("heading", "", 1)

    @property
    def bullets(self) -> list[Bullets]:
        return [node for node in self.content if isinstance(node, Bullets)]

    @property
    def paragraphs(self) -> list[Block]:
        return [node for node in self.content if isinstance(node, Block)]


def parts(blocks: Sequence[Block]) -> list[Part]:
    """The parts of a text; furniture is passed over."""
    found = [Part(None)]
    for block in blocks:
        if block.kind == "heading":
            found.append(Part(block, level=block.level))
        elif block.kind != "furniture":
            _add(found[-1].content, block)
    return [part for part in found if part.heading or part.content]


def _add(content: list[Node], block: Block) -> None:
    last = content[-1] if content else None
    if block.kind == "item":
        if isinstance(last, Bullets) and _completes(last, block):
            last.items[-1].items.append(Item(block))
            return
        if not isinstance(last, Bullets) or _restarts(last, block):
            last = Bullets([])
            content.append(last)
        siblings = last.items
        for _ in range(min(block.level, 12) - 1):
            if not siblings:
                break
            siblings = siblings[-1].items
        siblings.append(Item(block))
    elif block.kind == "row":
        if not isinstance(last, Rows):
            last = Rows(None, [])
            content.append(last)
        if block.head and last.head is None:
            last.head = block
        else:
            last.rows.append(block)
    elif block.level and isinstance(last, Bullets):
        item = last.items[-1]
        while block.level > 1 and item.items and item.items[-1].block.level <= block.level:
            item = item.items[-1]
        item.more.append(block)
    else:
        content.append(block)


def _completes(bullets: Bullets, block: Block) -> bool:
    """Whether an item, of another kind but as deep, completes the sentence of the one before."""
    last = bullets.items[-1]
    if block.level != 1 or block.ordered == last.block.ordered:
        return False
    return bool(last.items) or last.block.text.rstrip().endswith(":")


def _restarts(bullets: Bullets, block: Block) -> bool:
    """Whether an item begins a list of another kind at the outermost depth."""
    first = bullets.items[0].block
    return block.level == 1 and block.ordered != first.ordered
