"""Exit codes and the one exception that users see."""

from enum import IntEnum, unique
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from conductkit.finding import Finding


@unique
class Exit(IntEnum):
    """What a run ends with; where several apply, the highest wins."""

    CLEAN = 0
    FINDINGS = 1
    USAGE = 2
    INPUT = 3
    BUG = 4


class ConductError(Exception):
    """A mistake that the user can mend: a whole sentence with place, cause and remedy.

    `exit_code` says which family it belongs to: usage (2) or input that does not load (3).
    """

    def __init__(self, message: str, exit_code: Exit = Exit.USAGE) -> None:
        super().__init__(message)
        self.exit_code = exit_code


class InputError(ConductError):
    """A file, folder or revision that cannot be read: exit code 3.

    `findings` are its faults with their places, where it was looked into.
    """

    def __init__(self, message: str, findings: "tuple[Finding, ...]" = ()) -> None:
        super().__init__(message, Exit.INPUT)
        self.findings = findings
