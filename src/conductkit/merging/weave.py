"""Pieces of three texts woven into one, by id and field; what cannot be decided is marked."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from conductkit.fields import RULE, Field, Shape
from conductkit.merging import triples
from conductkit.merging.conflict import Conflict
from conductkit.merging.frames import around, same_frame
from conductkit.merging.homes import TOP, Homes
from conductkit.merging.items import items, numbered
from conductkit.merging.lines import merge_comments, merge_order
from conductkit.merging.marks import Marks
from conductkit.merging.names import Path, named
from conductkit.merging.order import apart, numbers, risen, spaced
from conductkit.merging.pieces import Block, Piece, Unusual, shifted
from conductkit.merging.prose import merged_prose
from conductkit.merging.triples import Tables, Three
from conductkit.merging.woven import Woven, like, row, said, wrapped


@dataclass
class Weaver:
    """Merges three trees of pieces.

    `refused` says of what stands at a path why it may not be merged; `notes` are what it did that
    one should know.
    """

    homes: Homes
    marks: Marks
    refused: Mapping[Path, Conflict] = field(default_factory=dict)
    language: str = "und"
    notes: list[str] = field(default_factory=list)

    def root(self, base: Block, ours: Block, theirs: Block) -> Woven:
        """The whole text."""
        roots = (base, ours, theirs)
        made = self.entries(roots, (), 0)
        head = merge_comments(*(block.head for block in roots))
        foot = merge_comments(*(block.foot for block in roots))
        return Woven("", head + "".join(item.text for item in made) + foot, said(made))

    def piece(self, three: Three, path: Path, column: int) -> Woven | None:
        """One entry or item; None where it is no more."""
        base, ours, theirs = three
        if path in self.refused:
            return self.marks.write(three, path, column, self.refused[path])
        if self._deep(path):
            return self._deeper(three, path, column)
        if ours is None or theirs is None:
            there = ours or theirs
            if there is None or (base is not None and triples.same(base, there)):
                return None
            if base is None:
                return Woven(there.name, triples.at(there, column), there.value)
            return self.marks.dropped(three, path, column)
        whole = triples.unchanged(three)
        if whole is not None:
            return Woven(whole.name, triples.at(whole, column), whole.value)
        if base is None and ours.item and ours.value != theirs.value:
            return self.marks.changed(three, path, column, _twice(path))
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
            return None if same_frame(base, there) else self.marks.dropped(three, path, column)
        if not any(piece.block for piece in triples.there(three)):
            whole = triples.unchanged(three)
            if whole is not None:
                return Woven(whole.name, triples.at(whole, column), whole.value)
        made = self._merged(three, path, column)
        if made is None:
            # The list is no more, but what one side remarked on it stays.
            old = around(base) if base else []
            new = [words for piece in triples.there(three) for words in around(piece)]
            kept = "".join(f"{' ' * column}# {words}\n" for words in new if words not in old)
            return Woven("", kept, None) if kept else None
        return made

    def _left(self, three: Three, kept: Piece, path: Path, column: int) -> Woven | None:
        """A section that one side took out and in which rules still stand.

        It stays where that side has these rules, too, elsewhere: without it they would be lost. A
        section of rules that only the other side has is for a person, unless rules in it are.
        """
        gone = 1 if three[1] is None else 2
        whole = (three[0], kept, kept)
        if any(name in self.homes.tables[gone] for name in self.homes.members(path[1])):
            who = ("ours", "theirs")[gone - 1]
            self.notes.append(f"{named(path)}, which {who} took out, stays: rules stand in it.")
            return self._merged(whole, path, column)
        if self.marks.side:
            return self.marks.dropped(three, path, column)
        before = len(self.marks.conflicts)
        made = self._merged(whole, path, column)
        if made is None or len(self.marks.conflicts) > before:
            return made
        return self.marks.dropped(three, path, column, made.text)

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
        both = merged_prose(three, path, self.language) if chosen is None else None
        if both is not None:
            self.notes.append(f"{named(path)}: both sides changed it; the sentences of both stand.")
            return wrapped(three, both[0], column, None, both[1])
        if chosen is None:
            why = "both sides changed it" if three[0] else "both sides added it"
            return self.marks.changed(three, path, column, why)
        return wrapped(three, chosen, column, None, chosen.value)

    # ── mappings ──────────────────────────────────────────────────────────────────────────────

    def _mapping(self, three: Three, path: Path, column: int) -> Woven | None:
        if not all(piece.block for piece in triples.there(three)):
            chosen = triples.chosen(three)
            if chosen is None:
                raise Unusual
            inside = chosen.block.text if chosen.block else None
            shift = column - chosen.column
            laid = inside if inside is None else shifted(inside, shift)
            return wrapped(three, chosen, column, laid, chosen.value)
        inner = column + triples.indent(three)
        before = len(self.marks.conflicts)
        made = self.entries(triples.blocks(three), path, inner)
        if not made:
            return None
        opener = triples.header(three)
        if not opener.tail:
            if made[0].marked:
                # Behind a dash there is no room for marks: the whole item is the conflict.
                _, first = self.marks.conflicts[before]
                del self.marks.conflicts[before:]
                return self.marks.write(three, path, column, first)
            opener = like(opener, column, f"{' ' * column}-{' ' * (inner - column - 1)}", "")
        text = "".join(item.text for item in made) + triples.foot(three, inner)
        return wrapped(three, opener, column, text, said(made))

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
            return wrapped(three, whole, column, None, whole.value)
        if entry.type is RULE:
            home = path[1] if path[0] == "sections" else TOP
            tables, rows = self.homes.tables, self.homes.rows(home)
            kept = self.homes.members(home)
        else:
            tables = numbered([items(piece, entry) for piece in three])
            rows = [list(table) for table in tables]
            kept = triples.names(tables)
        order = risen(merge_order(rows, kept), rows, entry)
        inner = column + triples.indent(three)
        made: list[Woven] = []
        for name in order:
            where = ("rules", name) if entry.type is RULE else (*path, name)
            found = self.piece(triples.of(tables, name), where, inner)
            if found:
                firsts = {row[0] for row in rows if row}
                found.text = apart(found.text, name in firsts, not made, spaced(tables, rows))
                made.append(found)
        return row(three, column, made, flat)


def _twice(path: Path) -> str:
    if path[0] == "changelog":
        return (
            "both sides gave out this version with other words; keep one entry, give the other its"
            " own version, or run `conduct bump`"
        )
    return "both sides added it, with other words; give one of the two another name"
