"""Prose that both sides changed, merged sentence by sentence where they changed different ones.

Words that bind are merged so only where one side did no more than correct them: two changes of what
one text demands are for a person to read together.
"""

import re
from collections.abc import Sequence
from difflib import SequenceMatcher

from conductkit import quoting
from conductkit.difference.wording import judge
from conductkit.merging.names import Path
from conductkit.merging.pieces import Piece
from conductkit.merging.triples import Three
from conductkit.nodes import Scalar
from conductkit.prose_lines import layout
from conductkit.scalar_types import ScalarType

_PARTS = re.compile(r"\n+|(?<=[.!?…;:。！？])[ \t]+|(?<=[.!?…][”»’\"')])[ \t]+")
_TELLS = ("why", "purpose", "summary", "closing")
_TELLING = ("sections", "values", "parties")


def merged_prose(three: Three, path: Path, language: str) -> tuple[Piece, str] | None:
    """The piece that holds the sentences of both sides, and its words; None where they clash."""
    base, ours, theirs = three
    if base is None or ours is None or theirs is None or not _is_prose(ours):
        return None
    if not all(isinstance(piece.node, Scalar) for piece in (base, ours, theirs)):
        return None
    old, mine, yours = (str(piece.value) for piece in (base, ours, theirs))
    made = sentences(old, mine, yours)
    if made is None or not made.strip():
        return None
    if not _tells(path):
        effects = [judge(old, text, (language, language)).effect for text in (mine, yours)]
        if "neutral" not in effects:
            return None
    laid_out = theirs if _style(ours) == _style(base) else ours
    return _written(laid_out, made, language), made


def sentences(base: str, ours: str, theirs: str) -> str | None:
    """A text with the edits of both sides; None where they touch the same sentence."""
    old, *sides = (_parts(text) for text in (base, ours, theirs))
    edits = sorted({edit for side in sides for edit in _edits(old, side)})
    out: list[str] = []
    at = 0
    last: tuple[int, int] | None = None
    for start, end, new in edits:
        # Two edits of one sentence, and two additions at one place, have no order.
        if start < at or (last is not None and last[0] == last[1] == start == end):
            return None
        out += [*old[at:start], *new]
        at = end
        last = (start, end)
    return "".join([*out, *old[at:]])


def _edits(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int, tuple[str, ...]]]:
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    return [
        (a, b, tuple(new[c:d])) for kind, a, b, c, d in matcher.get_opcodes() if kind != "equal"
    ]


def _parts(text: str) -> list[str]:
    """The sentences of a text and what stands between them, which make the text again."""
    parts: list[str] = []
    at = 0
    for found in _PARTS.finditer(text):
        parts += [text[at : found.start()], found[0]]
        at = found.end()
    return [part for part in (*parts, text[at:]) if part]


def _is_prose(piece: Piece) -> bool:
    field = piece.field
    return field is not None and isinstance(field.type, ScalarType) and field.type.markdown


def _tells(path: Path) -> bool:
    """Whether a text gives reasons and introduces, whatever it says."""
    return path[-1] in _TELLS or path[0] in _TELLING


def _style(piece: Piece) -> str:
    """How a value is written: the style of YAML, and whether on one line."""
    style = piece.node.style if isinstance(piece.node, Scalar) else ""
    return ">" if not style and "\n" in piece.core else style or ""


def _written(piece: Piece, value: str, language: str) -> Piece:
    """A piece like another one, with other words in the same style."""
    style = _style(piece)
    rest: Sequence[str] = ()
    if style == "|" and quoting.fits_block(value):
        first, *rest = quoting.literal(value)
    elif style == '"':
        first = quoting.quoted(value)
    elif style in (">", "|") or "\n" in value:
        first, *rest = layout(value, language, folded=True)
    elif style == "'":
        first = "'" + value.replace("'", "''") + "'"
    else:
        first = quoting.scalar(value)
    margin = " " * piece.column
    key = piece.core[: piece.core.index(":") + 1]
    return Piece(
        piece.name, piece.node, piece.field, piece.column, piece.source, core=f"{key} {first}",
        tail=piece.tail or "\n",
        lines="".join(f"{margin}  {line}\n" if line else "\n" for line in rest),
    )  # fmt: skip
