"""A code whose tree was changed, written back: what is the same keeps its very bytes."""

from collections.abc import Mapping
from typing import Any

from conductkit.emit import emit
from conductkit.fmt import laid_out
from conductkit.load import load_text
from conductkit.merge import merge
from conductkit.merging.cut import cut
from conductkit.source import Source


def written(text: str, old: Mapping[str, Any], new: Mapping[str, Any]) -> str | None:
    """The text of the code `old` when it says what `new` says; None where that cannot be done.

    It is a merge: `old` in canonical layout is the ancestor, of which one branch (the text) changed
    layout and comments only, and the other what the code says.
    """
    try:
        found = merge(emit(old), text, emit(new))
    except ValueError:
        return None
    done = not found.conflicts and load_text(found.text).code is not None
    return found.text if done else None


def comments(source: Source) -> set[tuple[str, int]]:
    """Where comments stand in a code: its fields (-1), elements of its lists by their index.

    Those in the text of an element count for it, and for ("sections.text", its index) as well;
    those in a rule of a section for ("sections.1.rules", its index).
    """
    found: set[tuple[str, int]] = set()
    for field in cut(laid_out(source)).pieces:
        if any(field.comments()):
            found.add((field.name, -1))
        for number, piece in enumerate(field.block_pieces):
            if any(piece.comments()):
                found.add((field.name, number))
            if any(any(one.comments()) for one in piece.block_pieces if one.name == "text"):
                found.add((f"{field.name}.text", number))
            for part in piece.block_pieces:
                held = enumerate(part.block_pieces if part.name == "rules" else [])
                place = f"{field.name}.{number}.rules"
                found.update((place, at) for at, one in held if any(one.comments()))
    return found
