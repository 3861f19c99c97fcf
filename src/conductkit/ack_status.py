"""Who has read a code as it binds now, and who has to read what."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from conductkit import changelog, digest
from conductkit.acks import Ack
from conductkit.diff import diff
from conductkit.model import Code

Find = Callable[[str, str], Code | None]
"""The text of a version and digest, where it is to be had."""


@dataclass(frozen=True, slots=True)
class Standing:
    """One reader: what they read last, None where nothing, and what changed since in words.

    `changes` is None where nobody can tell, as the text that they read is not to be had.
    """

    reader: str
    last: Ack | None
    read: bool
    changes: tuple[str, ...] | None = ()


@dataclass(frozen=True, slots=True)
class Status:
    """One code and how everybody stands to it, in the order of the list, else of readers."""

    code: Code
    digest: str
    readers: tuple[Standing, ...]

    @property
    def open(self) -> tuple[Standing, ...]:
        """Those who have to read."""
        return tuple(one for one in self.readers if not one.read)


def status(code: Code, acks: Iterable[Ack], readers: Sequence[str], find: Find) -> Status:
    """How readers stand to a code: those named, else everybody who ever read it.

    `find` gives the text that somebody read before, for the changes since.
    """
    now = digest.of_code(code)
    found: dict[str, list[Ack]] = {reader: [] for reader in readers}
    for one in acks:
        if one.reader in found or not readers:
            found.setdefault(one.reader, []).append(one)
    told: dict[str, tuple[str, ...] | None] = {}
    standings = []
    for reader in readers or sorted(found):
        read = sorted(found[reader], key=lambda one: one.date)
        current = next((one for one in reversed(read) if one.digest == now), None)
        last = current or (read[-1] if read else None)
        changes: tuple[str, ...] | None = ()
        if last is not None and current is None:
            if last.digest not in told:
                told[last.digest] = _since(code, last, find)
            changes = told[last.digest]
        standings.append(Standing(reader, last, current is not None, changes))
    return Status(code, now, tuple(standings))


def _since(code: Code, last: Ack, find: Find) -> tuple[str, ...] | None:
    old = find(last.version, last.digest)
    return None if old is None else tuple(changelog.lines(old, code, diff(old, code)))
