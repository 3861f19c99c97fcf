"""The items of a list in three texts, each by a name that all three have for it."""

from collections.abc import Mapping, Sequence

from conductkit import quoting
from conductkit.fields import Field, Shape
from conductkit.merging.pieces import Piece, Unusual
from conductkit.merging.triples import Tables
from conductkit.nodes import Scalar
from conductkit.nodes import Sequence as List


def items(piece: Piece | None, entry: Field) -> list[Piece]:
    """The items of a list; those in brackets as if they stood on lines."""
    if piece is None:
        return []
    if piece.block:
        return piece.block.pieces
    one = entry._replace(many=False)
    node = piece.node
    if not isinstance(node, List):
        raise Unusual
    made = []
    for item in node.items:
        if not isinstance(item, Scalar) or isinstance(one.type, Shape):
            raise Unusual
        found = Piece("", item, one, 0, piece.source, item=True)
        found.name = found.value
        found.core, found.tail = f"- {quoting.scalar(found.value)}", "\n"
        made.append(found)
    return made


def numbered(rows: Sequence[Sequence[Piece]]) -> Tables:
    """The items of three lists by their names; of several with one name, each has a number.

    Those that say the same as one in the base have its number.
    """
    base = _counted(rows[0], {})
    return base, _counted(rows[1], base), _counted(rows[2], base)


def _counted(row: Sequence[Piece], base: Mapping[str, Piece]) -> dict[str, Piece]:
    given: dict[int, str] = {}
    taken: set[str] = set()
    for piece in row:
        for number in range(1, len(base) + 1):
            name = _number(piece.name, number)
            if name not in base:
                break
            if name not in taken and base[name].value == piece.value:
                given[id(piece)] = name
                taken.add(name)
                break
    found = {}
    for piece in row:
        number = 1
        while id(piece) not in given:
            name = _number(piece.name, number)
            if name not in taken:
                given[id(piece)] = name
                taken.add(name)
            number += 1
        found[given[id(piece)]] = piece
    return found


def _number(name: str, number: int) -> str:
    return name if number == 1 else f"{name} ({number})"
