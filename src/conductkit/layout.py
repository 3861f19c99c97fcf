"""The one layout of a code: key order, block style, one sentence a line, comments beside.

Key order is that of the field table, with a blank line between groups. Lists of ids stand on one
line where they fit; all else is a block. Prose of several sentences is folded, one sentence a line;
prose with line breaks of its own is literal.
"""

from collections.abc import Iterator
from collections.abc import Mapping as Dict
from dataclasses import dataclass
from dataclasses import field as default

from conductkit import quoting
from conductkit.fields import CODE, Field, Shape
from conductkit.nodes import Mapping, Node, Scalar, Sequence
from conductkit.prose_lines import layout
from conductkit.scalar_types import ScalarType

WIDTH = 100
"""How long a line may be that lists ids; prose has no limit, for a sentence is one line."""
_LONG = 80
"""Words longer than this are laid out like prose."""
_LONGEST_KEY = 1000
"""YAML finds a key without a leading `?` within 1024 characters only."""
_SPACED = ("rule", "section")
_OPENERS = (
    "purpose", "issuer", "parties", "values", "sections", "rules", "consequences", "terms",
    "measures", "closing", "sources",
)  # fmt: skip


@dataclass(slots=True)
class Notes:
    """The comments of one entry or item: lines before it, behind it, after all of it.

    A line is a comment with its `#`, or "" for a blank line between comments.
    """

    before: list[str] = default(default_factory=list)
    behind: list[str] = default(default_factory=list)
    after: list[str] = default(default_factory=list)


NotesBySlot = dict[tuple[int, int], Notes]
"""Comments by the identity of a collection's node and the index of an entry in it.

What stands `after` index -1 is at the end of the collection.
"""


def write(
    root: Mapping, notes: NotesBySlot, hidden: Dict[int, frozenset[str]] | None = None
) -> str:
    """Canonical YAML of a code's nodes. Each comment of `notes` is written once.

    `hidden` holds, by the identity of a scalar, the characters that it must write as escapes.
    """
    language = root.get("language")
    writer = _Writer(dict(notes), language.value if isinstance(language, Scalar) else "")
    writer.hidden = hidden or {}
    lines = writer.mapping(root, CODE, 0)
    while lines and not lines[-1]:
        lines.pop()
    return "\n".join(lines) + "\n"


def key_order(node: Mapping, shape: Shape | None) -> list[tuple[int, Field | None]]:
    """The indexes of a mapping's entries in canonical order, each with its field if it has one."""
    if shape is None:
        return [(index, None) for index in range(len(node.entries))]
    order = {field.key: place for place, field in enumerate(shape.fields)}
    found = [
        (order.get(key.value, len(order)) if isinstance(key, Scalar) else len(order), index)
        for index, (key, _) in enumerate(node.entries)
    ]
    fields = (*shape.fields, None)
    return [(index, fields[place]) for place, index in sorted(found)]


def _gap(lines: list[str]) -> None:
    if lines and lines[-1]:
        lines.append("")


def _indent(lines: list[str]) -> Iterator[str]:
    return ("  " + line if line else line for line in lines)


def _hoist(lines: list[str]) -> tuple[list[str], list[str]]:
    """The comments that a block begins with, and the rest: they stand above a dash, not behind."""
    count = 0
    while count < len(lines) and (not lines[count] or lines[count].startswith("#")):
        count += 1
    return lines[:count], lines[count:]


class _Writer:
    """Lines of blocks, each at indentation 0; whoever holds a block indents it."""

    def __init__(self, notes: NotesBySlot, language: str) -> None:
        self.notes = notes
        self.language = language
        self.hidden: Dict[int, frozenset[str]] = {}

    def mapping(self, node: Mapping, shape: Shape | None, depth: int) -> list[str]:
        out: list[str] = []
        last = -1
        for index, field in key_order(node, shape):
            notes = self.notes.pop((id(node), index), None) or Notes()
            before, lines = self.entry(*node.entries[index], field, notes, depth, shape is None)
            group = _group(shape, field)
            apart = shape is CODE and (group != last or bool(before))
            self.add(out, before, lines, notes.after, apart)
            last = group
        self.end(out, node)
        return out

    def sequence(self, node: Sequence, type: ScalarType | Shape | None, depth: int) -> list[str]:
        out: list[str] = []
        apart = isinstance(type, Shape) and type.name in _SPACED
        for index, item in enumerate(node.items):
            notes = self.notes.pop((id(node), index), None) or Notes()
            before, lines = self.marked("- ", item, type, notes, depth + 1)
            self.add(out, before, lines, notes.after, apart)
        self.end(out, node)
        return out

    def end(self, out: list[str], node: Node) -> None:
        """The comments at the end of a block."""
        notes = self.notes.pop((id(node), -1), None)
        if notes:
            self.add(out, [], [], notes.after, False)

    def add(
        self, out: list[str], before: list[str], lines: list[str], after: list[str], apart: bool
    ) -> None:
        """An entry with its comments at the end of a block."""
        if apart or "" in before:
            _gap(out)
        for line in before:
            out.append(line) if line else _gap(out)
        out += lines
        for line in after:
            out.append(line) if line else _gap(out)
        if after:
            _gap(out)

    def entry(
        self, key: Node, value: Node, field: Field | None, notes: Notes, depth: int, foreign: bool
    ) -> tuple[list[str], list[str]]:
        """The comments above an entry, and its lines."""
        name = self.key(key, foreign)
        if name is None:
            return self.explicit(key, value, notes, depth)
        before, behind = self.behind(notes)
        type, many = (field.type, field.many) if field else (None, False)
        if isinstance(value, Scalar) or not _children(value):
            first, *rest = self.leaf(value, type)
            return before, [f"{name}: {first}".rstrip(" ") + behind, *_indent(rest)]
        flow = self.flow(value, type, len(name) + 2 + 2 * depth) if many else ""
        if flow:
            return before, [f"{name}: {flow}{behind}"]
        mark = f" {quoting.tag(value.tag)}" if value.tag and not field else ""
        children = self.block(value, type, depth + 1)
        return before, [f"{name}:{mark}{behind}", *_indent(children)]

    def behind(self, notes: Notes) -> tuple[list[str], str]:
        """Only one comment fits behind an entry; what stood there before it goes above."""
        *above, last = notes.behind or [""]
        return [*notes.before, *above], f"  {last}" if last else ""

    def marked(
        self, mark: str, item: Node, type: ScalarType | Shape | None, notes: Notes, depth: int
    ) -> tuple[list[str], list[str]]:
        """A value behind a dash (or the `:` of an explicit key), and the comments above it."""
        before, behind = self.behind(notes)
        if isinstance(item, Scalar) or not _children(item):
            first, *rest = self.leaf(item, type)
            return before, [(mark + first).rstrip(" ") + behind, *_indent(rest)]
        lines = self.block(item, type, depth)
        if item.tag and not type:
            return before, [mark + quoting.tag(item.tag) + behind, *_indent(lines)]
        hoisted, lines = _hoist(lines)
        above = [*before, *([behind.strip()] if behind else []), *hoisted]
        return above, [mark + lines[0], *_indent(lines[1:])]

    def explicit(
        self, key: Node, value: Node, notes: Notes, depth: int
    ) -> tuple[list[str], list[str]]:
        """An entry whose key needs a `?`."""
        notes = Notes([*notes.before, *notes.behind])
        _, lines = self.marked("? ", key, None, Notes(), depth + 1)
        above, rest = self.marked(": ", value, None, notes, depth + 1)
        return above, [*lines, *rest]

    def key(self, key: Node, foreign: bool) -> str | None:
        """A key on its line; None where it needs lines or a `?` of its own."""
        if not isinstance(key, Scalar) or (foreign and not key.value and not key.style):
            return None
        name = self.foreign(key)[0] if foreign else quoting.scalar(key.value)
        if not foreign and id(key) in self.hidden:
            name = quoting.quoted(key.value, self.hidden[id(key)])
        short = len(name) <= _LONGEST_KEY and not name.startswith(("|", ">"))
        return name if short else None

    def block(self, node: Node, type: ScalarType | Shape | None, depth: int) -> list[str]:
        if isinstance(node, Mapping):
            return self.mapping(node, type if isinstance(type, Shape) else None, depth)
        return self.sequence(node, type, depth) if isinstance(node, Sequence) else []

    def flow(self, node: Node, type: ScalarType | Shape | None, column: int) -> str:
        """A list of ids on one line; "" where it does not fit or a comment stands in it."""
        if not (isinstance(node, Sequence) and isinstance(type, ScalarType) and type.pattern):
            return ""
        if any((id(node), index) in self.notes for index in range(-1, len(node.items))):
            return ""
        items = [item for item in node.items if isinstance(item, Scalar)]
        words = ", ".join(quoting.scalar(item.value.strip(), flow=True) for item in items)
        return f"[{words}]" if column + len(words) + 2 <= WIDTH else ""

    def leaf(self, node: Node, type: ScalarType | Shape | None) -> list[str]:
        """A value without children: its first line and, for a block, the others."""
        if not isinstance(node, Scalar):
            empty = "[]" if isinstance(node, Sequence) else "{}"
            mark = f"{quoting.tag(node.tag)} " if node.tag and not type else ""
            return [mark + empty]
        if not isinstance(type, ScalarType):
            return self.foreign(node)
        folded = node.style == ">"
        value = node.value.rstrip("\n") if type.markdown else node.value.strip()
        hidden = self.hidden.get(id(node), frozenset())
        if not hidden.isdisjoint(value):
            return [quoting.quoted(value, hidden)]
        if type.markdown or (type.name == "words" and len(value) > _LONG):
            return list(layout(value, self.language, folded))
        return [quoting.scalar(value)]

    def foreign(self, node: Scalar) -> list[str]:
        """A value under an `x-` key: whatever it is to others, it stays."""
        mark = f"{quoting.tag(node.tag)} " if node.tag else ""
        if id(node) in self.hidden:
            return [mark + quoting.quoted(node.value, self.hidden[id(node)])]
        body = node.value.removesuffix("\n")
        if "\n" in node.value and not body.endswith("\n") and quoting.fits_block(body):
            first, *rest = quoting.literal(node.value)
            return [mark + first, *rest]
        return [(mark + quoting.untyped(node.value, not node.style)).rstrip(" ")]


def _children(node: Node) -> bool:
    return bool(node.entries if isinstance(node, Mapping) else getattr(node, "items", ()))


def _group(shape: Shape | None, field: Field | None) -> int:
    """The group of a top-level key; foreign keys come last, other shapes have no groups."""
    if shape is not CODE:
        return 0
    return group(field.key) if field else len(_OPENERS) + 1


def group(key: str) -> int:
    """The number of the group of top-level keys that a key of the format belongs to."""
    known = [entry.key for entry in CODE.fields]
    return sum(known.index(opener) <= known.index(key) for opener in _OPENERS)
