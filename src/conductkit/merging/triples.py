"""A piece in three texts, and what can be said of the three together."""

from collections.abc import Iterable, Mapping, Sequence

from conductkit.merging.lines import merge_comments, pick
from conductkit.merging.pieces import Block, Piece, comments_of, shifted

Three = tuple[Piece | None, Piece | None, Piece | None]
"""A piece in the base, in ours and in theirs; None where it is not there."""
Tables = tuple[Mapping[str, Piece], Mapping[str, Piece], Mapping[str, Piece]]


def of(tables: Tables, name: str) -> Three:
    return tables[0].get(name), tables[1].get(name), tables[2].get(name)


def there(three: Iterable[Piece | None]) -> list[Piece]:
    return [piece for piece in three if piece is not None]


def leading(three: Three) -> Piece:
    """The piece that the result follows where nothing else decides: ours, else theirs."""
    return there((three[1], three[2], three[0]))[0]


def blocks(three: Three) -> tuple[Block | None, Block | None, Block | None]:
    base, ours, theirs = (piece.block if piece else None for piece in three)
    return base, ours, theirs


def names(rows: Iterable[Iterable[str]]) -> list[str]:
    """All names of three rows, each once."""
    return list(dict.fromkeys(name for row in rows for name in row))


def same(one: Piece, two: Piece) -> bool:
    """Whether two pieces say the same, comments included."""
    return bool(one.value == two.value) and list(one.comments()) == list(two.comments())


def raw(piece: Piece) -> str:
    """The text of a piece, wherever it is indented."""
    return shifted(piece.text, -piece.column)


def at(piece: Piece, column: int) -> str:
    """The text of a piece indented to a column."""
    return shifted(piece.text, column - piece.column)


def unchanged(three: Three) -> Piece | None:
    """The piece to take whole where only one side has touched its text, or both alike."""
    base, ours, theirs = three
    if ours is None or theirs is None:
        return None
    texts = (raw(base) if base else None, raw(ours), raw(theirs))
    if texts[1] == texts[2] or texts[2] == texts[0]:
        return ours
    return theirs if texts[1] == texts[0] else None


def chosen(three: Three) -> Piece | None:
    """The piece whose words hold: of the side that changed what it says, else its layout."""
    base, ours, theirs = three
    if ours is None or theirs is None:
        return None
    if ours.value == theirs.value:
        layout_kept = base is not None and base.value == ours.value and (
            _own(base) == _own(ours)
        )  # fmt: skip
        return theirs if layout_kept and not ours.block and not theirs.block else ours
    if base is None:
        return None
    return ours if theirs.value == base.value else theirs if ours.value == base.value else None


def _own(piece: Piece) -> str:
    """The words of a piece as they are laid out, without comments."""
    return shifted(piece.core, -piece.column) + shifted(piece.lines, -piece.column)


def header(three: Three) -> Piece:
    """The piece whose key or dash opens the merged block."""
    with_block = [piece if piece and piece.block else None for piece in three]
    base, ours, theirs = with_block
    if base and ours and theirs and _opening(ours) == _opening(base):
        return theirs
    return (there((ours, theirs, base)) or [leading(three)])[0]


def _opening(piece: Piece) -> tuple[str, str]:
    return shifted(piece.core, -piece.column), piece.tail


def indent(three: Three) -> int:
    """How far a block stands right of what holds it."""
    found = [p.block.column - p.column if p and p.block else None for p in three]
    given = [by for by in (found[1], found[2], found[0]) if by is not None]
    if not given:
        return 2
    agreed = pick(found[0], found[1], found[2]) if None not in found else None
    return given[0] if agreed is None else agreed


def comments(three: Three, part: str, column: int) -> str:
    """The lines above or after a piece."""
    return _merged([(getattr(p, part), p.column) if p else None for p in three], column)


def foot(three: Three, column: int) -> str:
    """The lines at the end of a block."""
    return _merged([(b.foot, b.column) if b else None for b in blocks(three)], column)


def _merged(found: Sequence[tuple[str, int] | None], column: int) -> str:
    """A side that does not have the thing has changed nothing about its comments."""
    base, ours, theirs = (shifted(one[0], column - one[1]) if one else None for one in found)
    known = base or ""
    if ours is None or theirs is None:
        kept = theirs if ours is None else ours
        return known if kept is None else kept
    return merge_comments(known, ours, theirs)


def tail(three: Three, kept: Piece) -> tuple[str, str]:
    """The rest of a piece's last line, and a line above for a comment that finds no room there."""
    said = [next(comments_of(piece.tail), "") if piece else None for piece in three]
    base = said[0] or ""
    ours, theirs = (base if words is None else words for words in said[1:])
    agreed = pick(base, ours, theirs)
    behind = ours or theirs if agreed is None else agreed
    more = theirs if agreed is None and ours else ""
    if not kept.tail:
        lines = [words for words in (behind, more) if words]
        return "", "".join(f"# {words}\n" for words in lines)
    holders = there((kept, three[1], three[2], three[0]))
    rest = next(p.tail for p in holders if next(comments_of(p.tail), "") == behind and p.tail)
    return rest, f"# {more}\n" if more else ""
