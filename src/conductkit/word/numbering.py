"""Numbers that Word counts: one sequence for the rules, one for each ordered list, and bullets."""

from typing import Any

from conductkit.word.paragraphs import Paragraph
from conductkit.word.xml import element

_RULES = -1
_BULLETS = "•◦▪"
_STEP = 340  # twentieths of a point that a level is indented by
_LEVELS = 9
_MARGIN = 567


class Numbering:
    """The numbering definitions of a file, made when they are first used."""

    def __init__(self, made: Any) -> None:
        self.root = made.part.numbering_part.element
        for child in list(self.root):
            self.root.remove(child)
        self.abstracts: list[Any] = []
        self.numbers: list[Any] = []
        self.bullets = self.define([("bullet", _BULLETS[level % 3]) for level in range(_LEVELS)])
        self.used: dict[int, int] = {}

    def begin(self) -> None:
        """A new document: its rules count from one."""
        self.used = {}

    def of(self, paragraph: Paragraph) -> Any:
        """The numbering of a paragraph; None where it has none."""
        level = min(paragraph.depth, _LEVELS - 1)
        if paragraph.style == "List Bullet":
            number = self.bullets
        elif paragraph.style in ("Rule", "Rule title") and paragraph.list == _RULES:
            number, level = self.counted(paragraph, _MARGIN), 0
        elif paragraph.style == "List Number":
            number = self.counted(paragraph, 0)
        else:
            return None
        made = element("w:numPr")
        made.append(element("w:ilvl", val=str(level)))
        made.append(element("w:numId", val=str(number)))
        return made

    def counted(self, paragraph: Paragraph, margin: int) -> int:
        if paragraph.list not in self.used:
            kinds = [("decimal", f"%{level + 1}.") for level in range(_LEVELS)]
            self.used[paragraph.list] = self.define(kinds, paragraph.start, margin)
        return self.used[paragraph.list]

    def define(self, kinds: list[tuple[str, str]], start: int = 1, margin: int = 0) -> int:
        """A definition of its own; its number."""
        key = str(len(self.abstracts))
        abstract = element("w:abstractNum", abstractNumId=key)
        abstract.append(element("w:multiLevelType", val="multilevel"))
        for level, (kind, text) in enumerate(kinds):
            abstract.append(_level(level, kind, text, start, margin))
        number = element("w:num", numId=str(len(self.abstracts) + 1))
        number.append(element("w:abstractNumId", val=key))
        self.abstracts.append(abstract)
        self.numbers.append(number)
        self.root.insert(len(self.abstracts) - 1, abstract)
        self.root.append(number)
        return len(self.numbers)


def _level(level: int, kind: str, text: str, start: int, margin: int) -> Any:
    made = element("w:lvl", ilvl=str(level))
    made.append(element("w:start", val=str(start)))
    made.append(element("w:numFmt", val=kind))
    made.append(element("w:lvlText", val=text))
    made.append(element("w:lvlJc", val="left"))
    shape = element("w:pPr")
    left = margin or _STEP * (level + 1)
    shape.append(element("w:ind", left=str(left), hanging=str(margin or _STEP)))
    made.append(shape)
    return made
