"""What a Word document is made of here: paragraphs in a style, runs of words in a format."""

from dataclasses import dataclass
from typing import NamedTuple


class Run(NamedTuple):
    """Words in one format.

    `link` is an address, or `#` and an anchor of this document; `rule` is the anchor of the rule
    whose number the words are. `mark` is "", "ins" or "del".
    """

    text: str
    bold: bool = False
    italic: bool = False
    code: bool = False
    strike: bool = False
    link: str = ""
    rule: str = ""
    mark: str = ""

    @property
    def token(self) -> str:
        """Equal for runs that a reader cannot tell apart; plain words are their own token."""
        shape = "".join("01"[on] for on in (self.bold, self.italic, self.code, self.strike))
        if self.rule:
            return f"\x00{shape} number of {self.rule}"
        return f"{self.text}\x00{shape}{self.link}" if self.link or shape != "0000" else self.text


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph.

    `unit` names the element of the code that it belongs to and `part` which of its fields it says:
    by these two, paragraphs of two editions find each other. `depth` is that of a list, from 0;
    `list` numbers the ordered lists (-1 is that of the rules), which count from `start`.
    `mark` is "", "ins", "del", "moveFrom" or "moveTo", `move` names the two ends of a move, and
    `note` is a remark in the margin.
    """

    style: str
    runs: tuple[Run, ...]
    unit: str = ""
    part: str = ""
    depth: int = 0
    list: int = 0
    start: int = 1
    anchors: tuple[str, ...] = ()
    mark: str = ""
    move: str = ""
    note: str = ""

    @property
    def text(self) -> str:
        """Its words; numbers of rules by what they point to."""
        return "".join(f"[{run.rule}]" if run.rule else run.text for run in self.runs)


@dataclass(frozen=True, slots=True)
class Document:
    """A whole document: what it is, and its paragraphs. `contents` is the heading above these."""

    title: str
    language: str
    direction: str
    paper: str
    paragraphs: tuple[Paragraph, ...]
    issuer: str = ""
    day: str = ""
    stamp: str = ""
    folio: str = ""
    banner: str = ""
    contents: str = ""


@dataclass(frozen=True, slots=True)
class Hand:
    """Whose the tracked changes are, and of which day (YYYY-MM-DD, "" where nobody says)."""

    name: str = ""
    day: str = ""


NOBODY = Hand()
