"""YAML text as marked nodes, read from parser events under bounds of our own.

Events, and not PyYAML's composer: the C composer recurses without a bound (deeply nested brackets
end the interpreter), expands aliases without one, drops duplicate keys and guesses types.
"""

from collections.abc import Iterator
from importlib import import_module
from typing import Any

import yaml

from conductkit.patterns import lazily

try:
    _reader = import_module("yaml.cyaml").CParser
except ImportError:  # a platform without libyaml
    _reader = yaml.SafeLoader

PARSER: Any = _reader
_PROPERTIES = lazily(r"(?:[&!]\S*[ \t\r\n]*)*")

MAX_BYTES = 4_000_000
"""The size of the largest file that is read, in bytes."""
MAX_DEPTH = 24
"""How deep collections may nest; the format itself needs six levels."""
MAX_ALIASED = 20_000
"""How many nodes all aliases of a file may stand for together."""


class Scalar:
    """A scalar as written: `value` is its text, `style` one of '' (plain), ' " | >.

    `lead` is where its tag or anchor begins, `start` where its own words do. `anchor` is kept only
    while no alias uses it: an anchor that nothing points to is a slip of the pen. `offsets` holds
    where each of its characters stands, once somebody has asked.
    """

    __slots__ = ("anchor", "end", "lead", "offsets", "start", "style", "tag", "value")

    def __init__(
        self, start: int, end: int, value: str, style: str,
        tag: str | None = None, anchor: str | None = None, lead: int = -1,
    ) -> None:  # fmt: skip
        self.start = start
        self.end = end
        self.value = value
        self.style = style
        self.tag = tag
        self.anchor = anchor
        self.lead = lead
        self.offsets: list[int] | None = None


class Collection:
    """What lists and mappings have in common; `flow` where they are written with brackets."""

    __slots__ = ("anchor", "end", "flow", "start", "tag")

    def __init__(
        self, start: int, end: int, flow: bool = False,
        tag: str | None = None, anchor: str | None = None,
    ) -> None:  # fmt: skip
        self.start = start
        self.end = end
        self.flow = flow
        self.tag = tag
        self.anchor = anchor


class Sequence(Collection):
    """A list."""

    __slots__ = ("items",)

    def __init__(
        self, start: int, end: int, items: "list[Node] | None" = None, flow: bool = False,
        tag: str | None = None, anchor: str | None = None,
    ) -> None:  # fmt: skip
        super().__init__(start, end, flow, tag, anchor)
        self.items: list[Node] = items or []


class Mapping(Collection):
    """Keys and values, in the order of the file."""

    __slots__ = ("entries",)

    def __init__(
        self, start: int, end: int, entries: "list[tuple[Node, Node]] | None" = None,
        flow: bool = False, tag: str | None = None, anchor: str | None = None,
    ) -> None:  # fmt: skip
        super().__init__(start, end, flow, tag, anchor)
        self.entries: list[tuple[Node, Node]] = entries or []

    def get(self, key: str) -> "Node | None":
        """The value of a key, or None."""
        for name, value in self.entries:
            if isinstance(name, Scalar) and name.value == key:
                return value
        return None

    def key(self, key: str) -> "Scalar | None":
        """The key itself as a node, or None."""
        for name, _ in self.entries:
            if isinstance(name, Scalar) and name.value == key:
                return name
        return None


Node = Scalar | Sequence | Mapping


class NodeError(Exception):
    """The text is not YAML that we read. `fault` names the fault, offsets are in the text."""

    def __init__(self, fault: str, message: str, start: int, end: int | None = None) -> None:
        super().__init__(message)
        self.fault = fault
        self.message = message
        self.start = start
        self.end = start + 1 if end is None else end


def parts(node: Node) -> list[Node]:
    """The nodes right inside a node."""
    if isinstance(node, Mapping):
        return [part for entry in node.entries for part in entry]
    return node.items if isinstance(node, Sequence) else []


def read(text: str) -> Node | None:
    """The nodes of the one document in `text`; None where it holds nothing. NodeError otherwise."""
    builder = _Builder(text)
    for event in _events(text):
        builder.take(event)
    return builder.root


def _events(text: str) -> Iterator[Any]:
    """Parser events, libyaml's where it is there; its errors as NodeError."""
    try:
        parser = PARSER(text)
        yield from iter(parser.get_event, None)
    except yaml.MarkedYAMLError as error:
        raise _syntax_error(error) from error
    except yaml.reader.ReaderError as error:
        bad = error.character if isinstance(error.character, int) else ord(str(error.character)[:1])
        place = text.find(chr(bad))
        words = f"the character U+{bad:04X} may not stand in YAML"
        raise NodeError("control-character", words, max(place, 0)) from error


# What libyaml says, in words for people; these faults are told where they begin.
_BEGINS = {
    "while scanning a quoted scalar": "a quote opens here and is not closed",
    "while scanning a simple key": "this line is no key (it has no colon), and not indented far"
    " enough to belong to the words above",
    "while parsing a flow sequence": "a bracket opens here and is not closed in time",
    "while parsing a flow mapping": "a brace opens here and is not closed in time",
}
_STANDS = {
    "did not find expected key": "this line is indented like none of the lines above",
    "did not find expected '-' indicator": "this line belongs to no item of the list above",
    "mapping values are not allowed in this context": "a colon stands here that YAML takes for a"
    " key's",
}


def _syntax_error(error: yaml.MarkedYAMLError) -> NodeError:
    """A fault of YAML with its place: where it begins, where that says more than where it shows."""
    begins = _BEGINS.get(error.context or "")
    mark: Any = (error.context_mark if begins else None) or error.problem_mark or error.context_mark
    if "maximum nesting depth" in (error.problem or ""):  # newer libyaml has a bound of its own
        return _too_deep(mark.index if mark else 0)
    raw = " ".join(part for part in (error.context, error.problem) if part)
    words = begins or _STANDS.get(error.problem or "") or f"YAML cannot be read here: {raw}"
    return NodeError("yaml-syntax", words, mark.index if mark else 0)


def _too_deep(start: int) -> NodeError:
    words = f"collections nest deeper than {MAX_DEPTH} levels"
    return NodeError("nesting-too-deep", words, start)


class _Builder:
    """Builds nodes from events without recursion."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.root: Node | None = None
        self.stack: list[tuple[Sequence | Mapping, list[Node]]] = []
        self.anchors: dict[str, Node] = {}
        self.sizes: dict[int, int] = {}
        self.aliased = 0
        self.documents = 0

    def take(self, event: Any) -> None:
        if isinstance(event, yaml.ScalarEvent):
            self.add(self.scalar(event), 1)
        elif isinstance(event, yaml.SequenceStartEvent):
            self.open(Sequence(*_marks(event), [], _flow(event), _tag(event), event.anchor))
        elif isinstance(event, yaml.MappingStartEvent):
            self.open(Mapping(*_marks(event), [], _flow(event), _tag(event), event.anchor))
        elif isinstance(event, yaml.CollectionEndEvent):
            self.close(event)
        elif isinstance(event, yaml.AliasEvent):
            self.alias(event)
        elif isinstance(event, yaml.DocumentStartEvent):
            self.documents += 1
            if self.documents > 1:
                words = "a file holds one code, and here a second document begins"
                raise NodeError("several-documents", words, _marks(event)[0])

    def scalar(self, event: Any) -> Scalar:
        start, end = _marks(event)
        style = event.style if event.style in ("'", '"', "|", ">") else ""
        tag = None if event.implicit[0] or event.implicit[1] else event.tag
        words = start
        if tag or event.anchor:
            properties = _PROPERTIES.match(self.text, start)
            words = min(properties.end(), end) if properties else start
        return Scalar(words, end, event.value, style, tag, event.anchor, start)

    def open(self, node: Sequence | Mapping) -> None:
        if len(self.stack) >= MAX_DEPTH:
            raise _too_deep(node.start)
        self.stack.append((node, []))

    def close(self, event: Any) -> None:
        node, children = self.stack.pop()
        node.end = event.end_mark.index
        if isinstance(node, Sequence):
            node.items = children
        else:
            node.entries = list(zip(children[::2], children[1::2], strict=True))
        if not node.flow and children:
            node.end = children[-1].end
        self.add(node, 1 + sum(self.sizes[id(child)] for child in children))

    def alias(self, event: Any) -> None:
        start, end = _marks(event)
        target = self.anchors.get(event.anchor)
        if target is None:
            words = f"*{event.anchor} points to no earlier &{event.anchor}"
            raise NodeError("alias-unknown", words, start, end)
        self.aliased += self.sizes[id(target)]
        if self.aliased > MAX_ALIASED:
            words = f"aliases expand to more than {MAX_ALIASED} nodes"
            raise NodeError("alias-expansion", words, start, end)
        target.anchor = None
        self.add(target, self.sizes[id(target)])

    def add(self, node: Node, size: int) -> None:
        self.sizes[id(node)] = size
        if node.anchor:
            self.anchors[node.anchor] = node
        if self.stack:
            self.stack[-1][1].append(node)
        else:
            self.root = node


def _marks(event: Any) -> tuple[int, int]:
    return event.start_mark.index, event.end_mark.index


def _flow(event: Any) -> bool:
    return bool(event.flow_style)


def _tag(event: Any) -> str | None:
    """The tag that was written; None where YAML supplied it."""
    return None if event.implicit else event.tag
