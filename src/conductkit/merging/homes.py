"""Where each rule stands: the section that a merge puts it in, whoever moved it there."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from conductkit.merging.conflict import Conflict
from conductkit.merging.lines import pick
from conductkit.merging.names import Path, named, show
from conductkit.merging.pieces import Block, Piece, Unusual
from conductkit.merging.triples import Tables, names, of, same

TOP = ""
"""The home of rules that stand in no section."""
_SIDES = ("ours", "theirs")


@dataclass(slots=True)
class Side:
    """The rules of one text: each with its home, by the id that it has in the base."""

    pieces: dict[str, Piece] = field(default_factory=dict)
    homes: dict[str, str] = field(default_factory=dict)
    sections: dict[str, None] = field(default_factory=dict)

    def row(self, home: str) -> list[str]:
        """The rules of a home in order."""
        return [name for name, where in self.homes.items() if where == home]


def side_of(root: Block, renamed: Mapping[str, str]) -> Side:
    """The rules of a text; `renamed` gives the base's id for ids that are new."""
    side = Side()
    for home, piece in _listed(root):
        side.sections[home] = None
        for rule in piece.block_pieces if piece else ():
            name = renamed.get(rule.name, rule.name)
            side.pieces[name] = rule
            side.homes[name] = home
    return side


def _listed(root: Block) -> Iterator[tuple[str, Piece | None]]:
    """The lists of rules of a text, each with its home."""
    for piece in root.pieces:
        if piece.name == "rules":
            yield TOP, _on_lines(piece)
        elif piece.name == "sections":
            for section in _on_lines(piece).block_pieces:
                inside = section.block_pieces
                if not section.block:
                    raise Unusual
                rules = [entry for entry in inside if entry.name == "rules"]
                yield section.name, _on_lines(rules[0]) if rules else None


def _on_lines(piece: Piece) -> Piece:
    """A list whose items stand on lines of their own, or which has none; else Unusual."""
    if piece.block is None and piece.value:
        raise Unusual
    return piece


class Homes:
    """The home of every rule of the result, and what could not be decided about it."""

    def __init__(self, base: Side, ours: Side, theirs: Side) -> None:
        self.sides = (base, ours, theirs)
        self.tables: Tables = (base.pieces, ours.pieces, theirs.pieces)
        self.conflicts: dict[Path, Conflict] = {}
        self.notes: list[str] = []
        self.merged: dict[str, str] = {}
        for name in names(self.tables):
            home = self._decide(name)
            if home is not None:
                self.merged[name] = home
        for home in names(side.sections for side in self.sides):
            self._follow(home)

    def alive(self, home: str) -> bool:
        """Whether a rule stands there in the result."""
        return home in self.merged.values()

    def rows(self, home: str) -> list[list[str]]:
        """The order of a home's rules on each side."""
        return [side.row(home) for side in self.sides]

    def members(self, home: str) -> list[str]:
        return [name for name, where in self.merged.items() if where == home]

    def _decide(self, name: str) -> str | None:
        base, ours, theirs = of(self.tables, name)
        was, mine, yours = (side.homes.get(name) for side in self.sides)
        if mine is None or yours is None:
            there, home = (theirs, yours) if mine is None else (ours, mine)
            gone = base is not None and (there is None or same(base, there))
            return None if gone else home
        found = pick(was, mine, yours)
        if found is None:
            self._refuse(
                name, f"ours put it into {_place_of(mine)}, theirs into {_place_of(yours)}"
            )
        return mine if found is None else found

    def _follow(self, home: str) -> None:
        """Rules whose home one side has dissolved go where their neighbours went."""
        base, *both = self.sides
        if home not in base.sections:
            return
        for gone, kept in ((both[0], both[1]), (both[1], both[0])):
            if home in gone.sections or home not in kept.sections:
                continue
            self._return(home, gone, kept)
            if not any(gone.homes.get(name, home) != home for name in base.row(home)):
                continue
            row = kept.row(home)
            for place, name in enumerate(row):
                if self.merged.get(name) != home:
                    continue
                near = [*reversed(row[:place]), *row[place + 1 :]]
                went = (self.merged.get(other, home) for other in near)
                found = next((where for where in went if where != home), None)
                if found is not None and self._open(found, kept):
                    self.merged[name] = found
                    side = _SIDES[both.index(kept)]
                    rule = named(("rules", name))
                    self.notes.append(
                        f"{rule}, as {side} has it, now stands in {_place_of(found)}, where the"
                        " rules beside it went."
                    )

    def _open(self, home: str, side: Side) -> bool:
        """Whether a side leaves a home in place: it has it, or it never saw it."""
        return home in side.sections or home not in self.sides[0].sections

    def _return(self, home: str, gone: Side, kept: Side) -> None:
        """Rules that one side put where the other leaves no place are for a person to place."""
        sides = [_SIDES[self.sides[1:].index(side)] for side in (kept, gone)]
        for name in kept.row(home):
            other = gone.homes.get(name)
            if self.merged.get(name) == home and other is not None and self._open(other, kept):
                self.merged[name] = other
                why = f"{sides[0]} put it into {_place_of(home)}, which {sides[1]} took out"
                self._refuse(name, why)

    def _refuse(self, name: str, why: str) -> None:
        said = [show(piece.value) if piece else "" for piece in of(self.tables, name)[1:]]
        path = ("rules", name)
        self.conflicts[path] = Conflict(named(path), why, said[0], said[1])


def _place_of(home: str) -> str:
    return f"section “{home}”" if home else "the rules without a section"


def renames(
    base: Mapping[str, str], ours: Mapping[str, str], theirs: Mapping[str, str]
) -> tuple[dict[str, str], dict[str, str]]:
    """New id to old id for the rules that each side renamed; ids and texts of rules are given.

    A rule is known again by its text, to the letter, or because the other side has it under the
    same new id.
    """
    found = _same_text(base, ours), _same_text(base, theirs)
    for side, known, other in ((ours, found[0], found[1]), (theirs, found[1], found[0])):
        for new, old in other.items():
            if new in side and old not in side and old not in known.values():
                known.setdefault(new, old)
    return found


def _same_text(base: Mapping[str, str], side: Mapping[str, str]) -> dict[str, str]:
    """New ids to old ones of rules that kept a text which no other rule has that came or went."""
    gone = Counter(text for id, text in base.items() if id not in side)
    came = {text: id for id, text in side.items() if id not in base}
    several = Counter(text for id, text in side.items() if id not in base)
    return {
        came[text]: id for id, text in base.items()
        if id not in side and gone[text] == several[text] == 1
    }  # fmt: skip
