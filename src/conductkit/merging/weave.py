"""Pieces of three texts woven into one, by id and field; what cannot be decided is marked."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import takewhile
from typing import Any

from conductkit import quoting
from conductkit.fields import EDITION, READING, RULE, Field, Shape
from conductkit.merging import triples
from conductkit.merging.conflict import Conflict, Style
from conductkit.merging.homes import TOP, Homes
from conductkit.merging.lines import merge_comments, merge_order
from conductkit.merging.names import Path, named, show
from conductkit.merging.pieces import Block, Piece, Unusual, comments_of, opened, shifted
from conductkit.merging.triples import Tables, Three


@dataclass(slots=True)
class Woven:
    """A piece of the result: its key or name, its text, what it says, whether it is a conflict."""

    name: str
    text: str
    value: Any
    marked: bool = False


@dataclass
class Weaver:
    """Merges three trees of pieces.

    `side` is the side that conflicts are decided for ("ours", "theirs"), or "" to mark them.
    `refused` says of what stands at a path why it may not be merged.
    """

    homes: Homes
    style: Style = field(default_factory=Style)
    side: str = ""
    refused: Mapping[Path, Conflict] = field(default_factory=dict)
    conflicts: list[tuple[Path, Conflict]] = field(default_factory=list)

    def root(self, base: Block, ours: Block, theirs: Block) -> Woven:
        """The whole text."""
        roots = (base, ours, theirs)
        made = self.entries(roots, (), 0)
        head = merge_comments(*(block.head for block in roots))
        foot = merge_comments(*(block.foot for block in roots))
        return Woven("", head + "".join(item.text for item in made) + foot, _dict(made))

    def piece(self, three: Three, path: Path, column: int) -> Woven | None:
        """One entry or item; None where it is no more."""
        base, ours, theirs = three
        if path in self.refused:
            return self.conflict(three, path, column, self.refused[path])
        if self._deep(path):
            return self._deeper(three, path, column)
        if ours is None or theirs is None:
            there = ours or theirs
            if there is None or (base is not None and triples.same(base, there)):
                return None
            if base is None:
                return Woven(there.name, triples.at(there, column), there.value)
            return self._dropped(three, path, column)
        whole = triples.unchanged(three)
        if whole is not None:
            return Woven(whole.name, triples.at(whole, column), whole.value)
        if base is None and ours.item and ours.value != theirs.value:
            return self._conflict(three, path, column, _twice(path))
        return self._merged(three, path, column)

    def _deep(self, path: Path) -> bool:
        """Whether something in it must be looked at by itself, whatever else is unchanged.

        Rules may have come from elsewhere or gone there.
        """
        if path in (("sections",), ("rules",)) or (path[0] == "sections" and len(path) in (2, 3)):
            return path[0] != "sections" or len(path) < 3 or path[2] == "rules"
        return any(refused[: len(path)] == path for refused in self.refused)

    def _deeper(self, three: Three, path: Path, column: int) -> Woven | None:
        base, ours, theirs = three
        is_section = path[0] == "sections" and len(path) == 2
        if is_section and base is not None and (ours is None or theirs is None):
            there = ours or theirs
            if there is None:
                return None
            if self.homes.alive(path[1]):
                return self._left(three, there, path, column)
            return None if _same_frame(base, there) else self._dropped(three, path, column)
        if not any(piece.block for piece in triples.there(three)):
            whole = triples.unchanged(three)
            if whole is not None:
                return Woven(whole.name, triples.at(whole, column), whole.value)
        made = self._merged(three, path, column)
        if made is None:
            # The list is no more, but what one side remarked on it stays.
            old = _around(base) if base else []
            new = [words for piece in triples.there(three) for words in _around(piece)]
            kept = "".join(f"{' ' * column}# {words}\n" for words in new if words not in old)
            return Woven("", kept, None) if kept else None
        return made

    def _left(self, three: Three, kept: Piece, path: Path, column: int) -> Woven | None:
        """A section that one side took out and in which rules still stand.

        They may have come from elsewhere, and the other side may have changed them there: what
        stands between the marks is merged. Where a rule has marks of its own, those are enough.
        """
        if self.side:
            return self._dropped(three, path, column)
        before = len(self.conflicts)
        made = self._merged((three[0], kept, kept), path, column)
        if made is None or len(self.conflicts) > before:
            return made
        return self._dropped(three, path, column, made.text)

    def _merged(self, three: Three, path: Path, column: int) -> Woven | None:
        """What both sides changed, or what is made of parts that they changed."""
        entry = triples.leading(three).field
        if entry is not None and entry.many:
            return self._list(three, path, column, entry)
        if entry is not None and isinstance(entry.type, Shape):
            return self._mapping(three, path, column)
        chosen = triples.chosen(three)
        if chosen is None and path == ("version",):
            chosen = max(triples.there(three[1:]), key=lambda piece: numbers(piece.value))
        if chosen is None:
            why = "both sides changed it" if three[0] else "both sides added it"
            return self._conflict(three, path, column, why)
        return self._wrapped(three, chosen, column, None, chosen.value)

    def _wrapped(
        self, three: Three, chosen: Piece, column: int, inside: str | None, value: Any
    ) -> Woven:
        """A piece with the comments of both sides around it; `inside` is its block, merged."""
        above, after = (triples.comments(three, part, column) for part in ("above", "after"))
        core, lines = (shifted(t, column - chosen.column) for t in (chosen.core, chosen.lines))
        tail, more = triples.tail(three, chosen)
        above += shifted(more, column)
        body = core + tail + lines if inside is None else opened(core, tail, inside)
        return Woven(chosen.name, above + body + after, value)

    # ── mappings ──────────────────────────────────────────────────────────────────────────────

    def _mapping(self, three: Three, path: Path, column: int) -> Woven | None:
        if not all(piece.block for piece in triples.there(three)):
            chosen = triples.chosen(three)
            if chosen is None:
                raise Unusual
            inside = chosen.block.text if chosen.block else None
            shift = column - chosen.column
            laid = inside if inside is None else shifted(inside, shift)
            return self._wrapped(three, chosen, column, laid, chosen.value)
        inner = column + triples.indent(three)
        before = len(self.conflicts)
        made = self.entries(triples.blocks(three), path, inner)
        if not made:
            return None
        opener = triples.header(three)
        if not opener.tail:
            if made[0].marked:
                # Behind a dash there is no room for marks: the whole item is the conflict.
                _, first = self.conflicts[before]
                del self.conflicts[before:]
                return self.conflict(three, path, column, first)
            opener = _like(opener, column, f"{' ' * column}-{' ' * (inner - column - 1)}", "")
        text = "".join(item.text for item in made) + triples.foot(three, inner)
        return self._wrapped(three, opener, column, text, _dict(made))

    def entries(self, blocks: Sequence[Block | None], path: Path, column: int) -> list[Woven]:
        """The entries of a mapping, key by key."""
        base, ours, theirs = ({p.name: p for p in b.pieces} if b else {} for b in blocks)
        tables: Tables = (base, ours, theirs)
        rows = [list(table) for table in (base, ours or base, theirs or base)]
        made = []
        for key in merge_order(rows, triples.names(tables)):
            found = self.piece(triples.of(tables, key), (*path, key), column)
            if found:
                made.append(found)
        return made

    # ── lists ─────────────────────────────────────────────────────────────────────────────────

    def _list(self, three: Three, path: Path, column: int, entry: Field) -> Woven | None:
        flat = not any(piece.block for piece in triples.there(three))
        whole = triples.chosen(three) if flat else None
        if whole:
            return self._wrapped(three, whole, column, None, whole.value)
        if entry.type is RULE:
            home = path[1] if path[0] == "sections" else TOP
            tables, rows = self.homes.tables, self.homes.rows(home)
            kept = self.homes.members(home)
        else:
            tables = triples.numbered([triples.items(piece, entry) for piece in three])
            rows = [list(table) for table in tables]
            kept = triples.names(tables)
        order = _risen(merge_order(rows, kept), rows, entry)
        inner = column + triples.indent(three)
        made: list[Woven] = []
        for name in order:
            where = ("rules", name) if entry.type is RULE else (*path, name)
            found = self.piece(triples.of(tables, name), where, inner)
            if found:
                firsts = {row[0] for row in rows if row}
                found.text = _apart(found.text, name in firsts, not made, _spaced(tables, rows))
                made.append(found)
        return self._row(three, column, made, flat)

    def _row(self, three: Three, column: int, made: list[Woven], flat: bool) -> Woven | None:
        """A list of items that are merged; in brackets where both sides write it so."""
        opener = triples.header(three)
        margin = " " * column
        values = [item.value for item in made]
        if not made or flat:
            if not made and (three[1] is None or three[2] is None):
                return None
            words = ", ".join(quoting.scalar(value, flow=True) for value in values)
            some = _like(opener, column, f"{margin}{opener.name}: [{words}]", opener.tail)
            return self._wrapped(three, some, column, None, values)
        if opener.block is None:
            opener = _like(opener, column, f"{margin}{opener.name}:", opener.tail)
        inner = column + triples.indent(three)
        text = "".join(item.text for item in made) + triples.foot(three, inner)
        return self._wrapped(three, opener, column, text, values)

    # ── conflicts ─────────────────────────────────────────────────────────────────────────────

    def _dropped(self, three: Three, path: Path, column: int, text: str = "") -> Woven | None:
        """What one side took out and the other changed; with the `text` that it has, if merged."""
        gone, kept = ("ours", "theirs") if three[1] is None else ("theirs", "ours")
        why = f"{gone} took it out, {kept} changed it"
        return self._conflict(three, path, column, why, text)

    def _conflict(
        self, three: Three, path: Path, column: int, why: str, text: str = ""
    ) -> Woven | None:
        ours, theirs = (show(piece.value) if piece else "" for piece in three[1:])
        return self.conflict(three, path, column, Conflict(named(path), why, ours, theirs), text)

    def conflict(
        self, three: Three, path: Path, column: int, found: Conflict, text: str = ""
    ) -> Woven | None:
        """Both texts between marks, or that of the side which is asked for.

        `text` takes the place of what the only side says that has it.
        """
        base, ours, theirs = three
        self.conflicts.append((path, found))
        if self.side:
            kept = ours if self.side == "ours" else theirs
            return Woven(kept.name, triples.at(kept, column), kept.value, True) if kept else None
        texts = [triples.at(piece, column) if piece else "" for piece in (ours, base, theirs)]
        if text:
            texts = [text if texts[0] else "", texts[1], text if texts[2] else ""]
        lead = _lead(texts[0], texts[2])
        texts = [text.removeprefix(lead).lstrip("\n") for text in texts]
        marked = lead + self.style.marked(found, texts[0], texts[1], texts[2])
        return Woven(path[-1], marked, None, True)


def numbers(version: str) -> tuple[int, ...]:
    """A version as numbers that can be compared."""
    return tuple(int(part) for part in version.split(".") if part.isdigit())


def _lead(ours: str, theirs: str) -> str:
    """What may stand above conflict marks: the blank lines and comments that both texts begin with.

    Where one side has nothing, the comments are those of the other and stay with it.
    """
    lead = ""
    if ours and theirs:
        rows = [text.splitlines(keepends=True) for text in (ours, theirs)]
        for one, two in zip(*rows, strict=False):
            if one != two or (one.strip() and not one.lstrip().startswith("#")):
                break
            lead += one
    return lead or ("\n" if "\n" in (ours[:1], theirs[:1]) else "")


def _dict(made: Sequence[Woven]) -> dict[str, Any]:
    return {item.name: item.value for item in made if item.name}


def _like(piece: Piece, column: int, core: str, tail: str) -> Piece:
    """A piece with another opening."""
    return Piece(
        piece.name, piece.node, piece.field, column, piece.source,
        core=core, tail=tail or ("" if core.rstrip().endswith("-") else "\n"), item=piece.item,
    )  # fmt: skip


def _twice(path: Path) -> str:
    if path[0] == "changelog":
        return (
            "both sides gave out this version with other words; keep one entry, give the other its"
            " own version, or run `conduct bump`"
        )
    return "both sides added it, with other words; give one of the two another name"


def _same_frame(base: Piece, there: Piece) -> bool:
    """Whether a section says the same but for its rules."""
    frames = []
    for piece in (base, there):
        said = [
            _around(entry) if entry.name == "rules" else (entry.value, list(entry.comments()))
            for entry in piece.block_pieces
        ]
        frames.append((said, _around(piece)))
    return frames[0] == frames[1]


def _around(piece: Piece) -> list[str]:
    """The comments of a piece itself, not those of what stands in it."""
    foot = piece.block.foot if piece.block else ""
    return list(comments_of(piece.above + piece.tail + foot + piece.after))


def _risen(order: list[str], rows: Sequence[Sequence[str]], entry: Field) -> list[str]:
    """Versions and dates in the order that both sides keep."""
    if entry.type not in (EDITION, READING):
        return order
    key = numbers if entry.type is EDITION else str
    for reverse in (entry.type is EDITION, entry.type is not EDITION):
        if all(list(row) == sorted(row, key=key, reverse=reverse) for row in rows):
            return sorted(order, key=key, reverse=reverse)
    return order


def _spaced(tables: Tables, rows: Sequence[Sequence[str]]) -> bool:
    """Whether blank lines part the items of a list."""
    later = [table[name].above for table, row in zip(tables, rows, strict=True) for name in row[1:]]
    return bool(later) and sum(text.startswith("\n") for text in later) * 2 > len(later)


def _apart(text: str, was_first: bool, is_first: bool, spaced: bool) -> str:
    """An item's text with the blank line above it that its new place asks for."""
    blank = "".join(takewhile(lambda char: char == "\n", text))
    if is_first and not was_first:
        return text.removeprefix(blank)
    return "\n" + text if was_first and not is_first and spaced and not blank else text
