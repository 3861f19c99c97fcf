"""What a merge cannot decide, as it stands in the text: between marks, or decided for a side."""

from dataclasses import dataclass, field

from conductkit.merging import triples
from conductkit.merging.conflict import Conflict, Style
from conductkit.merging.names import Path, named, show
from conductkit.merging.triples import Three
from conductkit.merging.woven import Woven


@dataclass
class Marks:
    """Writes conflicts and keeps them.

    `side` is the side that conflicts are decided for ("ours", "theirs"), or "" to mark them.
    """

    style: Style = field(default_factory=Style)
    side: str = ""
    conflicts: list[tuple[Path, Conflict]] = field(default_factory=list)

    def dropped(self, three: Three, path: Path, column: int, text: str = "") -> Woven | None:
        """What one side took out and the other changed; with the `text` that it has, if merged."""
        gone, kept = ("ours", "theirs") if three[1] is None else ("theirs", "ours")
        why = f"{gone} took it out, {kept} changed it"
        return self.changed(three, path, column, why, text)

    def changed(
        self, three: Three, path: Path, column: int, why: str, text: str = ""
    ) -> Woven | None:
        ours, theirs = (show(piece.value) if piece else "" for piece in three[1:])
        return self.write(three, path, column, Conflict(named(path), why, ours, theirs), text)

    def write(
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
