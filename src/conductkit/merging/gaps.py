"""The lines between two pieces: which of them stand with the first, and which with the second."""

from conductkit.merging.pieces import Piece


def share_out(gap: str, before: Piece, column: int) -> str:
    """Share out the lines between two pieces; what stands above the second comes back.

    Comments right of the second piece close the block that stands at their column. Comments
    right below the first one that a blank line parts from the second stay with the first.
    """
    spine = []
    piece = before
    while piece.block:
        spine.append(piece.block)
        piece = piece.block.pieces[-1]
    lines = gap.splitlines(keepends=True)
    at = pending = 0
    for number, line in enumerate(lines):
        if not line.strip():
            continue
        indent = len(line) - len(line.lstrip())
        while spine and spine[-1].column > indent:
            spine.pop()
        if indent <= column or not spine or not line.lstrip().startswith("#"):
            break
        spine[-1].foot += "".join(lines[pending : number + 1])
        at = pending = number + 1
    rest = lines[at:]
    stop = next((n for n, line in enumerate(rest) if not line.strip()), 0)
    if column >= 0:
        before.after = "".join(rest[:stop])
        rest = rest[stop:]
    return "".join(rest)
