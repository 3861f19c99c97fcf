"""One way of merging three texts, until what comes of it reads as what was to be merged."""

from collections import Counter
from dataclasses import dataclass

from conductkit.fields import CODE
from conductkit.load import Loaded, load_text
from conductkit.merging import triples
from conductkit.merging.conflict import Conflict, Style
from conductkit.merging.cut import cut
from conductkit.merging.homes import Homes, renames, side_of
from conductkit.merging.marks import Marks
from conductkit.merging.meaning import clashes
from conductkit.merging.names import Path, named
from conductkit.merging.pieces import Unusual
from conductkit.merging.places import path_at, piece_at
from conductkit.merging.plain import plain_mapping
from conductkit.merging.reach import reach_clashes, wide_notes
from conductkit.merging.saved import Texts
from conductkit.merging.sides import Side
from conductkit.merging.weave import Weaver
from conductkit.model import Code
from conductkit.nodes import Mapping, NodeError, read

_ROUNDS = 8


@dataclass(frozen=True, slots=True)
class Merged:
    """The merged text, what a person must decide, and what the merge did that one should know."""

    text: str
    conflicts: tuple[Conflict, ...] = ()
    notes: tuple[str, ...] = ()


class Attempt:
    """One way of merging three texts, with all that must not be merged found step by step."""

    def __init__(
        self, texts: Texts, base: Code | None, ours: Code, theirs: Code, style: Style
    ) -> None:
        self.blocks = cut(texts[0]), cut(texts[1]), cut(texts[2])
        self.texts = texts
        self.style = style
        self.language = ours.language
        old, mine, yours = (_rules(code) for code in (base, ours, theirs))
        renamed = renames(old, mine, yours)
        self.homes = Homes(
            side_of(self.blocks[0], {}), side_of(self.blocks[1], renamed[0]),
            side_of(self.blocks[2], renamed[1]),
        )  # fmt: skip
        self.notes = list(self.homes.notes)
        self.sides = (
            (Side("ours", base, ours, renamed[0]), Side("theirs", base, theirs, renamed[1]))
            if base else None
        )  # fmt: skip
        self.refused = dict(self.homes.conflicts)

    def run(self) -> Merged | None:
        """The merge, or None where it cannot be had or would not say what was merged."""
        self.refuse_clashes()
        for _ in range(_ROUNDS):
            found, text, told = self.woven()
            more = {} if found else self.unfit(load_text(text))
            if more is None:
                return None
            if not more:
                conflicts = tuple(conflict for _, conflict in found)
                sure = self.holds("ours", "theirs") if found else self.holds("")
                return Merged(text, conflicts, (*self.notes, *told)) if sure else None
            self.refused.update(more)
        return None

    def refuse_clashes(self) -> None:
        """Refuse the rules whose meaning two sides changed, but those that conflict as text."""
        found = clashes(*self.sides) if self.sides else {}
        if found:
            marked = {path[:2] for path, _ in self.woven()[0]}
            new = {path: conflict for path, conflict in found.items() if path not in marked}
            self.refused.update(new)

    def woven(self) -> tuple[list[tuple[Path, Conflict]], str, list[str]]:
        """The conflicts, the text in which they are marked, and what to say of it."""
        weaver = Weaver(self.homes, Marks(self.style), self.refused, self.language)
        text = weaver.root(*self.blocks).text
        return weaver.marks.conflicts, text, weaver.notes

    def holds(self, *sides: str) -> bool:
        """Whether the text, conflicts decided for each side, reads as what was merged.

        Each comment that no side took out must be there, too.
        """
        told: Counter[str] = Counter()
        for side in sides:
            marks = Marks(self.style, side)
            woven = Weaver(self.homes, marks, self.refused, self.language).root(*self.blocks)
            try:
                root = read(woven.text)
            except NodeError:
                return False
            if not isinstance(root, Mapping):
                return False
            if plain_mapping(root, CODE, woven.text) != woven.value:
                return False
            told |= Counter(cut(woven.text).comments())
        return self.has_comments(told)

    def has_comments(self, told: Counter[str]) -> bool:
        base, ours, theirs = (Counter(block.comments()) for block in self.blocks)
        for words in {*ours, *theirs}:
            least, most = sorted((ours[words], theirs[words]))
            if told[words] < (most if base[words] <= least else least):
                return False
        return True

    def unfit(self, loaded: Loaded) -> dict[Path, Conflict] | None:
        """What the merged text may not say; None where nobody can say what that comes from."""
        if loaded.code is not None:
            if self.sides is None:
                return {}
            found, notes = reach_clashes(*self.sides, loaded.code)
            notes += wide_notes(*self.sides)
            self.notes += [note for note in notes if note not in self.notes]
            return {path: item for path, item in found.items() if path not in self.refused}
        root = cut(loaded.source.text) if loaded.source else None
        for finding in loaded.findings:
            for span in (finding.span, *finding.also):
                path = path_at(root, span.line) if root else None
                if path and path not in self.refused and self.differs(path):
                    why = f"merged, it does not go together with the rest: {finding.message}"
                    return {path: Conflict(named(path), why, "", "", meaning=True)}
        return None

    def differs(self, path: Path) -> bool:
        """Whether the sides have something else at a place."""
        ours, theirs = (piece_at(block, path) for block in self.blocks[1:])
        return (ours and triples.raw(ours)) != (theirs and triples.raw(theirs))


def _rules(code: Code | None) -> dict[str, str]:
    return {rule.id: rule.text for rule in code.rules} if code else {}


def attempt(
    texts: Texts, base: Code | None, ours: Code, theirs: Code, style: Style
) -> Merged | None:
    try:
        return Attempt(texts, base, ours, theirs, style).run()
    except Unusual:
        return None
