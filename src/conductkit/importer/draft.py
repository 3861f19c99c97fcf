"""A code in the making, and the account of every block: where it went, how sure, why."""

from dataclasses import dataclass, field
from typing import Literal

from conductkit.outline import Block, Remark

Sure = Literal["high", "medium", "low"]


@dataclass(eq=False)
class Rule:
    """A rule in the making. `own` are its words before a lead-in was put before them."""

    text: str
    line: int
    title: str = ""
    level: str = ""
    own: str = ""
    why: str = ""
    values: list[str] = field(default_factory=list)
    good: list[str] = field(default_factory=list)
    bad: list[str] = field(default_factory=list)
    id: str = ""
    marker: str = ""

    @property
    def target(self) -> str:
        return f"rules/{self.id}"


@dataclass(eq=False)
class Value:
    """A value in the making."""

    name: str
    text: str = ""
    id: str = ""

    @property
    def target(self) -> str:
        return f"values/{self.id}"


@dataclass(eq=False)
class Section:
    """A section in the making; one without a title holds the rules of a code without sections."""

    title: str
    text: list[str] = field(default_factory=list)
    rules: list[Rule] = field(default_factory=list)
    id: str = ""

    @property
    def target(self) -> str:
        return f"sections/{self.id}"


@dataclass(eq=False)
class Step:
    """A consequence in the making."""

    name: str
    when: str = ""
    then: str = ""
    id: str = ""

    @property
    def target(self) -> str:
        return f"consequences/{self.id}"


@dataclass(frozen=True, slots=True)
class Named:
    """A part of the code that has no id: a field of it."""

    target: str


Target = Rule | Value | Section | Step | Named


@dataclass(frozen=True, slots=True)
class Placed:
    """One block and what became of it; `note` says what to look at."""

    line: int
    source: str
    target: Target
    sure: Sure = "high"
    note: str = ""


@dataclass(frozen=True, slots=True)
class Left:
    """Words that are not in the code, and why."""

    line: int
    text: str
    reason: str


@dataclass
class Draft:
    """Everything that was understood so far."""

    language: str = "en"
    title: str = ""
    fields: dict[str, list[str]] = field(default_factory=dict)
    issuer: str = ""
    values: list[Value] = field(default_factory=list)
    sections: list[Section] = field(default_factory=list)
    steps: list[Step] = field(default_factory=list)
    terms: list[tuple[str, str]] = field(default_factory=list)
    contacts: list[dict[str, str]] = field(default_factory=list)
    effective: str = ""
    sources: list[dict[str, str]] = field(default_factory=list)
    placed: list[Placed] = field(default_factory=list)
    left: list[Left] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)

    def add(
        self, key: str, block: Block, text: str = "", sure: Sure = "high", note: str = ""
    ) -> None:
        """Put a block into a field of the code, behind what it already holds."""
        self.fields.setdefault(key, []).append(text or block.text)
        self.place(block, Named(key), sure, note)

    def place(self, block: Block, target: Target, sure: Sure = "high", note: str = "") -> None:
        """Record what became of a block."""
        self.placed.append(Placed(block.line, block.text, target, sure, note))

    def leave(self, line: int, text: str, reason: str) -> None:
        """Record words that are left out."""
        if text.strip():
            self.left.append(Left(line, text, reason))

    @property
    def rules(self) -> list[Rule]:
        return [rule for section in self.sections for rule in section.rules]
