"""The entries and items of a file in the order of its text, aliases written out.

A slot is a place in a collection that can have comments: an entry of a mapping, an item of a list.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

import yaml

from conductkit import quoting
from conductkit.nodes import Mapping, Node, Scalar, Sequence, parts
from conductkit.source import Source


@dataclass(frozen=True, slots=True, eq=False)
class Slot:
    """One entry or item: its collection, its index there, and where it stands.

    `start` is where its key or item begins, `value_start` and `value_end` bound its value (or the
    alias in its place), `column` is that of its collection, 1-based.
    """

    holder: Node
    index: int
    start: int
    value_start: int
    value_end: int
    column: int
    parent: "Slot | None"
    value: Node

    @property
    def key(self) -> tuple[int, int]:
        return id(self.holder), self.index

    def chain(self) -> list["Slot"]:
        """The slot and those around it, the outermost first."""
        found: list[Slot] = []
        slot: Slot | None = self
        while slot is not None:
            found.append(slot)
            slot = slot.parent
        return found[::-1]


class Opened:
    """A tree without aliases and its slots in the order of the text.

    Where an alias stood there is now a copy of what it pointed to; it has no slots of its own.
    """

    def __init__(self, source: Source, root: Mapping) -> None:
        self.source = source
        self.slots: list[Slot] = []
        self.hidden: dict[int, frozenset[str]] = {}
        """What a scalar wrote as escapes and no reader would see otherwise, by its identity."""
        self._seen: set[int] = set()
        self._aliases = _aliases(source.text)
        self.root = root
        self._seen.add(id(root))
        self._inside(root, None)

    def _inside(self, holder: Node, parent: Slot | None) -> None:
        """Take up the slots of a collection; its depth is bounded by `nodes.MAX_DEPTH`."""
        column = self._column(holder)
        if isinstance(holder, Mapping):
            for index, (key, value) in enumerate(holder.entries):
                fresh, alias = self._fresh(key)
                start = alias[0] if alias else _start(key)
                self._touch(fresh)
                value = self._slot(holder, index, column, value, start, parent)
                holder.entries[index] = (fresh, value)
        elif isinstance(holder, Sequence):
            for index, item in enumerate(holder.items):
                holder.items[index] = self._slot(holder, index, column, item, None, parent)

    def _slot(
        self,
        holder: Node,
        index: int,
        column: int,
        value: Node,
        start: int | None,
        parent: Slot | None,
    ) -> Node:
        fresh, alias = self._fresh(value)
        bounds = alias or (_start(value), value.end)
        slot = Slot(
            holder, index, bounds[0] if start is None else start, *bounds,
            column, parent, fresh,
        )  # fmt: skip
        self.slots.append(slot)
        if alias is None:
            self._inside(fresh, slot)
        return fresh

    def _fresh(self, node: Node) -> tuple[Node, tuple[int, int] | None]:
        """A node met for the first time, or a copy of one met before and its alias's place."""
        if id(node) not in self._seen:
            self._seen.add(id(node))
            return self._plain(node), None
        return copy(node), next(self._aliases, (node.start, node.end))

    def _plain(self, node: Node) -> Node:
        """The same node; words behind a lone `!` are a string, whatever they look like."""
        if not isinstance(node, Scalar):
            return node
        if node.style == '"':
            hidden = quoting.hidden_escapes(self.source.text[node.start : node.end])
            if hidden:
                self.hidden[id(node)] = hidden
        elif not node.style and lone_mark(node, self.source.text):
            node.style = '"'
        return node

    def _touch(self, key: Node) -> None:
        """Mark what stands inside a key that is a collection, and use up its aliases."""
        for child in parts(key):
            fresh, _ = self._fresh(child)
            if fresh is child:
                self._touch(child)

    def _column(self, holder: Node) -> int:
        """The column of a block's dashes or keys, even where a tag or anchor stands before it."""
        children = parts(holder)
        if not children:
            return 1
        first = children[0]
        if self.source.text[holder.start : holder.start + 1] not in ("&", "!"):
            return self.source.point(holder.start)[1]
        dashed = isinstance(holder, Sequence) or not isinstance(first, Scalar)
        return max(1, self.source.point(_start(first))[1] - 2 * dashed)


def lone_mark(node: Scalar, text: str) -> bool:
    """Whether a `!` without a name stands before a value, which then is a string."""
    return node.tag is None and (
        "!" in text[node.lead : node.start] or text.startswith("!", node.start)
    )


def copy(node: Node) -> Node:
    """A deep copy of a node; scalars are shared, for nothing about them changes."""
    if isinstance(node, Mapping):
        entries = [(copy(key), copy(value)) for key, value in node.entries]
        return Mapping(node.start, node.end, entries, node.flow, node.tag, node.anchor)
    if isinstance(node, Sequence):
        items = [copy(item) for item in node.items]
        return Sequence(node.start, node.end, items, node.flow, node.tag, node.anchor)
    return node


def _start(node: Node) -> int:
    return node.lead if isinstance(node, Scalar) and node.lead >= 0 else node.start


_ALIAS = re.compile(r"\*[\w-]")


def _aliases(text: str) -> Iterator[tuple[int, int]]:
    """The places of all aliases, in order."""
    if not _ALIAS.search(text):
        return
    parser = getattr(yaml, "CLoader", yaml.SafeLoader)
    for event in yaml.parse(text, Loader=parser):
        start, end = event.start_mark, event.end_mark
        if isinstance(event, yaml.AliasEvent) and start and end:
            yield start.index, end.index
