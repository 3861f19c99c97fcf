"""Where a thing of the model stands in its file: spans of its fields and of words inside them."""

from conductkit.nodes import Mapping, Node, Scalar, Sequence
from conductkit.offsets import offsets
from conductkit.source import Source, Span


class Place:
    """The node of one element (a rule, a value, a code …) in its source.

    A field is named by its key and, in a list, by its index: `place.span("values", 1)`.
    """

    __slots__ = ("node", "source")

    def __init__(self, source: Source, node: Node) -> None:
        self.source = source
        self.node = node

    def find(self, key: str = "", index: int | None = None) -> Node | None:
        """The node of a field or of one item of it; None where the file does not give it."""
        node: Node | None = self.node
        if key:
            node = node.get(key) if isinstance(node, Mapping) else None
        if index is not None and isinstance(node, Sequence):
            node = node.items[index] if index < len(node.items) else None
        return node

    def span(self, key: str = "", index: int | None = None) -> Span:
        """The span of a field's words; of the element's first key where the field is not given."""
        node = self.find(key, index)
        if isinstance(node, Scalar):
            places = offsets(self.source.text, node)
            return self.source.span(places[0], places[-1])
        return self._opening(node or self.node)

    def words(self, key: str, start: int, end: int, index: int | None = None) -> Span:
        """The span of the characters `start` to `end` of a field, exact in any YAML style."""
        node = self.find(key, index)
        if not isinstance(node, Scalar):
            return self.span(key, index)
        places = offsets(self.source.text, node)
        last = len(places) - 1
        first = places[min(start, last)]
        if end <= start:
            return self.source.span(first, first)
        # The end of the last character, not the start of the next: they differ across a fold.
        stop = places[min(end, last)]
        before = places[min(end, last) - 1]
        gap = self.source.text[before:stop]
        if any(char in gap for char in "\r\n"):
            stop = before + 1
        return self.source.span(first, stop)

    def _opening(self, node: Node) -> Span:
        """A collection is named by its first key or item: its whole extent says nothing."""
        while not isinstance(node, Scalar):
            children = node.items if isinstance(node, Sequence) else [k for k, _ in node.entries]
            if not children:
                break
            node = children[0]
        return self.source.span(node.start, node.end)
