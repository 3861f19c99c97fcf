"""What a section or list says but for what stands in it."""

from conductkit.merging.pieces import Piece, comments_of


def same_frame(base: Piece, there: Piece) -> bool:
    """Whether a section says the same but for its rules."""
    frames = []
    for piece in (base, there):
        said = [
            around(entry) if entry.name == "rules" else (entry.value, list(entry.comments()))
            for entry in piece.block_pieces
        ]
        frames.append((said, around(piece)))
    return frames[0] == frames[1]


def around(piece: Piece) -> list[str]:
    """The comments of a piece itself, not those of what stands in it."""
    foot = piece.block.foot if piece.block else ""
    return list(comments_of(piece.above + piece.tail + foot + piece.after))
