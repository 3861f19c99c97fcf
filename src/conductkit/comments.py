"""The comments of a file, and the entry that each belongs to.

YAML parsers drop comments; here they are found again in the gaps between the scalars. A comment on
the line of an entry is behind it. A comment of its own line belongs to the entry below, unless its
column says that it closes a deeper block, or only a blank line follows it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from conductkit.layout import Notes, NotesBySlot
from conductkit.nodes import Mapping, Node, Scalar, Sequence
from conductkit.slots import Opened, Slot
from conductkit.source import Source

_COMMENT = re.compile("#[^\n\r\x85\u2028\u2029]*")
_HEADER = re.compile(r"(?:![ \t]+)?[|>][-+0-9]*[ \t]*(?=#)")
_DASHES = re.compile(r"(?:[-?][ \t]*)+|%.*")
_BREAK = re.compile("\r\n|[\n\r\x85\u2028\u2029]")


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment: its offset, its words with the #, what stands before it on its line, its lines.

    `line` counts every break that YAML knows; `apart` and `gap` say whether a blank line stands
    above and below.
    """

    start: int
    text: str
    before: str
    column: int
    line: int
    apart: bool
    gap: bool

    @property
    def own_line(self) -> bool:
        return not self.before.strip()


def comments(source: Source, root: Node) -> list[Comment]:
    """Every comment of a file in order."""
    text = source.text
    if "#" not in text:
        return []
    breaks = [match.span() for match in _BREAK.finditer(text)]
    starts = [0, *(end for _, end in breaks)]
    ends = [*(start for start, _ in breaks), len(text)]
    found: list[Comment] = []
    line = 0
    for start, stop in _gaps(text, root):
        for match in _COMMENT.finditer(text, start, stop):
            while ends[line] < match.start():
                line += 1
            before = text[starts[line] : match.start()]
            apart = line > 0 and not text[starts[line - 1] : ends[line - 1]].strip()
            gap = line + 1 < len(ends) and not text[starts[line + 1] : ends[line + 1]].strip()
            words = match.group().rstrip()
            found.append(Comment(match.start(), words, before, len(before) + 1, line, apart, gap))
    return found


def _gaps(text: str, root: Node) -> Iterator[tuple[int, int]]:
    """The stretches between the scalars; the header of a block scalar belongs to them."""
    place = 0
    for node in sorted(_scalars(root), key=lambda node: node.start):
        if node.start < place:
            continue
        if place < node.start:
            yield place, node.start
        header = _HEADER.match(text, node.start) if node.style in ("|", ">") else None
        if header:
            stop = _COMMENT.match(text, header.end())
            yield header.end(), stop.end() if stop else header.end()
        place = node.end
    yield place, len(text)


def _scalars(root: Node) -> list[Scalar]:
    """Every scalar once."""
    found: dict[int, Scalar] = {}
    seen: set[int] = set()
    stack = [root]
    while stack:
        node = stack.pop()
        if isinstance(node, Scalar):
            found[id(node)] = node
        elif id(node) not in seen:
            seen.add(id(node))
            pairs = node.entries if isinstance(node, Mapping) else []
            stack += [part for pair in pairs for part in pair]
            stack += node.items if isinstance(node, Sequence) else []
    return list(found.values())


def attach(opened: Opened) -> NotesBySlot:
    """The comments of a file by the slot that they belong to."""
    return _Attachment(opened).notes


class _Attachment:
    """Goes through comments and slots side by side."""

    def __init__(self, opened: Opened) -> None:
        self.notes: NotesBySlot = {}
        slots = opened.slots
        found = comments(opened.source, opened.root)
        place = count = 0
        while count < len(found):
            comment = found[count]
            while place < len(slots) and slots[place].start <= comment.start:
                place += 1
            above = slots[place - 1] if place else None
            below = slots[place] if place < len(slots) else None
            stop = count + 1
            if comment.own_line or not self.same_line(comment, above, below):
                limit = below.start if below else len(opened.source.text)
                while stop < len(found) and found[stop].own_line and found[stop].start < limit:
                    stop += 1
                self.between(found[count:stop], above, below)
            count = stop

    def of(self, slot: Slot) -> Notes:
        return self.notes.setdefault(slot.key, Notes())

    def end(self, holder: Node) -> list[str]:
        """The comments at the end of a block, which follow all its entries."""
        return self.notes.setdefault((id(holder), -1), Notes()).after

    def same_line(self, comment: Comment, above: Slot | None, below: Slot | None) -> bool:
        """Put a comment behind what stands on its line; False where only marks stand there."""
        before = comment.before.strip()
        if below and _DASHES.fullmatch(before):
            self.of(below).before.append(comment.text)
            return True
        if above is None or before == "...":
            return False
        slot = above
        for outer in reversed(above.chain()):
            if _closed(outer.holder, comment.start) and outer.parent:
                slot = outer.parent
        self.of(slot).behind.append(comment.text)
        return True

    def between(self, group: list[Comment], above: Slot | None, below: Slot | None) -> None:
        """Give the comments between two slots to one or the other."""
        if below is not None and (above is None or below.parent is above):
            self.put(self.of(below).before, group, group[-1].gap)
        elif above is not None and _inside(above, group[0].start):
            self.of(above).before += [comment.text for comment in group]
        elif above is not None:
            self.shared(group, above, below)

    def shared(self, group: list[Comment], above: Slot, below: Slot | None) -> None:
        """Comments after the end of a slot: by column to it, to one around it, or to the next."""
        place = group[0].start
        chain = [
            slot for slot in above.chain() if not (slot.parent and _closed(slot.holder, place))
        ]
        if below is not None:
            level = next(n for n, slot in enumerate(chain) if slot.holder is below.holder)
            chain = chain[level:]
        depth = len(chain) - 1
        if _open(chain[-1].holder, place) and depth:
            self.put(self.end(chain[-1].holder), group, False, group[0].apart)
            return
        rest = group
        while rest:
            first = rest[0]
            depth = min(depth, _level(chain, first))
            if depth == 0:
                break
            count = 1
            while count < len(rest) and _level(chain, rest[count]) >= depth:
                count += 1
            self.put(self.end(chain[depth].holder), rest[:count], False, rest[0].apart)
            rest = rest[count:]
        if rest and below is None:
            self.put(self.end(chain[0].holder), rest, False, rest[0].apart)
        elif rest and below is not None:
            count = next((n + 1 for n, comment in enumerate(rest) if comment.gap), 0)
            count = 0 if rest[0].apart else count
            self.put(self.of(chain[0]).after, rest[:count], False)
            self.put(self.of(below).before, rest[count:], rest[-1].gap and count < len(rest))

    def put(self, lines: list[str], group: list[Comment], gap: bool, apart: bool = False) -> None:
        """Comments as lines, with the blank lines between them."""
        for number, comment in enumerate(group):
            if (number and comment.apart) or (not number and apart):
                lines.append("")
            lines.append(comment.text)
        if gap:
            lines.append("")


def _level(chain: list[Slot], comment: Comment) -> int:
    """The index of the innermost slot whose column is not right of the comment."""
    fitting = [slot.column for slot in chain if slot.column <= comment.column]
    columns = [slot.column for slot in chain]
    return columns.index(max(fitting)) if fitting else 0


def _closed(node: Node, place: int) -> bool:
    """Whether a collection in brackets has ended before an offset."""
    return not isinstance(node, Scalar) and node.flow and node.end <= place


def _open(node: Node, place: int) -> bool:
    """Whether an offset lies between the brackets of a collection."""
    return not isinstance(node, Scalar) and node.flow and place < node.end


def _inside(slot: Slot, place: int) -> bool:
    """Whether an offset lies before or within the value of a slot."""
    if place < slot.value_start:
        return True
    empty = not isinstance(slot.value, Scalar) and not _has_children(slot.value)
    return empty and place < slot.value_end


def _has_children(node: Node) -> bool:
    return bool(node.entries if isinstance(node, Mapping) else getattr(node, "items", ()))
