"""Cuts the text of a code into pieces along its lines."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from conductkit.fields import CODE, Field, Shape
from conductkit.merging.gaps import share_out
from conductkit.merging.pieces import Block, Piece, Unusual
from conductkit.merging.spans import first_of, is_block, remarked, starts
from conductkit.nodes import Mapping, Node, Scalar, Sequence, parts, read
from conductkit.offsets import end_of

_TAIL = re.compile(r"[ \t]*(?:(?<=[ \t])#.*)?\n")
_COLON = re.compile(r"[ \t]*:[ \t]*(?:\n[ \t\n]*)?")
_DASH = re.compile(r"-[ \t]*(?:\n[ \t\n]*)?")
_HEADER = re.compile(r"[|>][-+0-9]*")
_KEY = re.compile(r"[ \t]*:")
_MARK = re.compile(r"---|%")
_ROOT = Field("", CODE, "")


class _Child(NamedTuple):
    """An entry or item before it is cut: where it begins, where its key or dash ends."""

    start: int
    opened: int
    node: Node
    field: Field | None
    key: str


def cut(text: str) -> Block:
    """The pieces of a text that ends in a line feed and has no others than line feeds.

    Unusual where it cannot be cut by lines. A text that holds nothing is a block without pieces.
    """
    root = read(text)
    if root is None:
        return Block(0, dashes=False, head=text)
    if not isinstance(root, Mapping) or root.flow or root.tag or not root.entries:
        raise Unusual
    cutter = _Cutter(text)
    block = cutter.block(root, _ROOT, 0)
    rest = share_out(text[cutter.end :], block.pieces[-1], -1)
    last = block.pieces[-1]
    block.foot, last.after = last.after + rest, ""
    first = block.pieces[0]
    lines = first.above.splitlines(keepends=True)
    ends = [at for at, line in enumerate(lines, 1) if not line.strip() or _MARK.match(line)]
    at = max(ends, default=0)
    block.head, first.above = "".join(lines[:at]), "".join(lines[at:])
    return block


class _Cutter:
    """Goes down a tree; `end` is the end of the last line that was cut."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.end = 0

    def block(self, node: Mapping | Sequence, field: Field, start: int) -> Block:
        """The pieces of a collection whose lines begin at an offset."""
        begin = first_of(node)
        block = Block(begin - self.line(begin), isinstance(node, Sequence))
        self.end = start
        for child in self.children(node, field):
            line = self.line(child.start)
            behind = not block.pieces and line < start
            if not behind and self.text[line : child.start].strip(" "):
                raise Unusual
            if child.start - line != block.column:
                raise Unusual
            piece = self.piece(child, block.column)
            if not behind:
                gap = self.text[self.end : line]
                before = block.pieces[-1] if block.pieces else None
                piece.above = share_out(gap, before, block.column) if before else gap
            self.inside(piece, child)
            block.pieces.append(piece)
        return block

    def children(self, node: Mapping | Sequence, field: Field) -> Iterator[_Child]:
        shape = field.type if isinstance(field.type, Shape) else None
        if isinstance(node, Mapping):
            known = shape.by_key if shape else {}
            for key, value in node.entries:
                found = _KEY.match(self.text, key.end)
                if not isinstance(key, Scalar) or not found or key.lead != key.start:
                    raise Unusual
                yield _Child(key.start, key.end, value, known.get(key.value), key.value)
            return
        one = field._replace(many=False)
        dash = re.compile(rf"^ {{{node.start - self.line(node.start)}}}-(?=[ \t\n])", re.MULTILINE)
        for number, item in enumerate(node.items):
            found = dash.search(self.text, self.end) if number else None
            if number and found is None:
                raise Unusual
            at = found.end() - 1 if found else node.start
            yield _Child(at, at, item, one, "")

    def piece(self, child: _Child, column: int) -> Piece:
        return Piece(child.key, child.node, child.field, column, self.text, item=not child.key)

    def inside(self, piece: Piece, child: _Child) -> None:
        """Cut what stands behind the key or dash of a piece."""
        node, margin = child.node, " " * piece.column
        opening = _COLON if child.key else _DASH
        found = opening.match(self.text, child.opened)
        field = child.field
        if found is None:
            raise Unusual
        block = not isinstance(node, Scalar) and not node.flow and field is not None
        if not block:
            self.leaf(piece, child, found.end())
            return
        if not isinstance(node, Mapping | Sequence) or field is None or not parts(node):
            raise Unusual
        begin = first_of(node)
        if not child.key and self.line(begin) == self.line(child.start):
            if self.text[child.start + 1 : begin].strip(" ") or isinstance(node, Sequence):
                raise Unusual
            piece.core = margin + "-" + " " * (begin - child.start - 1)
            piece.block = self.block(node, field, child.start + 1)
        else:
            colon = _KEY.match(self.text, child.opened) if child.key else None
            stop = colon.end() if colon else child.start + 1
            piece.core = margin + self.text[child.start : stop]
            piece.tail = self.tail(stop)
            piece.block = self.block(node, field, self.end)
        if not child.key:
            piece.name = _identity(piece)

    def leaf(self, piece: Piece, child: _Child, begin: int) -> None:
        node = child.node
        if child.field is not None and node.start != begin:
            raise Unusual  # a comment, tag, anchor or alias stands before the value
        if child.field is None and min(starts(node)) < child.start:
            raise Unusual  # an alias
        if child.field and not isinstance(node, Scalar) and remarked(self.text, node):
            raise Unusual
        stop = max(end_of(self.text, node), child.opened)
        if stop < node.end and isinstance(node, Scalar) and node.value.strip() and stop <= begin:
            raise Unusual
        if stop == child.opened:
            colon = _KEY.match(self.text, stop)
            stop = colon.end() if colon else stop
        opening = _HEADER.match(self.text, node.start) if is_block(node) else None
        head = opening.end() if opening and child.field else stop
        piece.core = " " * piece.column + self.text[child.start : head]
        piece.tail = self.tail(head)
        if head != stop:
            begin = self.end
            piece.lines = self.text[begin:stop] + self.tail(stop)
        if not child.key:
            piece.name = _identity(piece)

    def tail(self, start: int) -> str:
        """The rest of a line: nothing but a comment may stand there."""
        found = _TAIL.match(self.text, start)
        if found is None:
            raise Unusual
        self.end = found.end()
        return found[0]

    def line(self, offset: int) -> int:
        """Where the line of an offset begins."""
        return self.text.rfind("\n", 0, offset) + 1


def _identity(piece: Piece) -> str:
    """What an item is known by: its id, the first of its fields, or its own words."""
    shape = piece.shape
    value = piece.value
    if shape is None or not isinstance(value, dict):
        return str(value)
    return str(value.get(shape.key or shape.fields[0].key, ""))
