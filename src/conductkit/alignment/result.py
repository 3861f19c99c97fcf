"""What aligning codes gives: verdicts on values, terms, promises and acts, and findings."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from conductkit.alignment.asks import Ask
from conductkit.change import Change, Diff
from conductkit.finding import Finding
from conductkit.model import Code, Rule, Term, Value

Meaning = Literal["shared", "reworded", "differs", "alone"]
Backing = Literal["contrary", "weaker", "unsure", "backed", "unbacked"]
Clash = Literal["contrary", "deadline"]


@dataclass(frozen=True, slots=True)
class Meant:
    """A value or term by its name: each code that has it, and whether they mean the same.

    `apart` are the entries whose meaning is another than that of the first.
    """

    key: str
    name: str
    verdict: Meaning
    holders: tuple[tuple[Code, Value | Term], ...]
    apart: tuple[tuple[Code, Value | Term], ...] = ()


@dataclass(frozen=True, slots=True)
class Carried:
    """What a rule of one staff code does with a promise: the verdict and why."""

    verdict: Backing
    code: Code
    rule: Rule
    axis: str = ""
    why: str = ""


@dataclass(frozen=True, slots=True)
class Promise:
    """A rule that binds those who give a public code, and the staff codes that are about it."""

    code: Code
    rule: Rule
    carried: tuple[Carried, ...]
    named: tuple[str, ...] = ()

    @property
    def verdict(self) -> Backing:
        """The worst that a staff code says against it, else the best that one does for it."""
        found = {one.verdict for one in self.carried}
        if "contrary" in found:
            return "contrary"
        if "backed" in found and "weaker" not in found:
            return "backed"
        order: tuple[Backing, ...] = ("weaker", "unsure")
        return next((verdict for verdict in order if verdict in found), "unbacked")


@dataclass(frozen=True, slots=True)
class Clashing:
    """One act that two codes ask for in ways that do not go together."""

    kind: Clash
    one: Ask
    two: Ask
    why: str


@dataclass(frozen=True, slots=True)
class Local:
    """What a code changes in the base that it extends."""

    code: Code
    base: Code
    diff: Diff

    @property
    def weaker(self) -> tuple[Change, ...]:
        """The changes that take from what the base asks for."""
        return tuple(
            one for one in self.diff.changes if one.effect in ("weaker", "reversed", "mixed")
        )


@dataclass(frozen=True, slots=True)
class Alignment:
    """Codes that belong together, side by side."""

    codes: tuple[Code, ...]
    values: tuple[Meant, ...] = ()
    terms: tuple[Meant, ...] = ()
    promises: tuple[Promise, ...] = ()
    clashes: tuple[Clashing, ...] = ()
    findings: tuple[Finding, ...] = ()
    pairs: tuple[tuple[str, str], ...] = ()
    local: tuple[Local, ...] = ()

    @property
    def staff(self) -> Sequence[Code]:
        """The codes for those who serve."""
        return [code for code in self.codes if code.kind == "staff"]
