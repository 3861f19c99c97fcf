"""What a merge cannot decide, and how it is written into the file."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Conflict:
    """Something that a person must decide.

    `what` names it (rule “reply”, text), `why` says what both sides did, `ours` and `theirs` are
    what they say, `meaning` whether each could be had without the other.
    """

    what: str
    why: str
    ours: str
    theirs: str
    meaning: bool = False


@dataclass(frozen=True, slots=True)
class Style:
    """How conflicts are marked: the names of the sides, the length of a mark, whether with base."""

    ours: str = "ours"
    base: str = "base"
    theirs: str = "theirs"
    size: int = 7
    with_base: bool = False

    def marked(self, found: Conflict, ours: str, base: str, theirs: str) -> str:
        """The texts of the sides between marks, each with whole lines."""
        why = f"{found.what}: {' '.join(found.why.split())}"
        middle = f"{'|' * self.size} {self.base}\n{base}" if self.with_base else ""
        return (
            f"{'<' * self.size} {self.ours}: {why}\n{ours}{middle}"
            f"{'=' * self.size}\n{theirs}{'>' * self.size} {self.theirs}: {found.what}\n"
        )
