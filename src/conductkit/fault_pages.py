"""The pages of what is no check: the faults of loading, the findings of import and of bump.

`conduct explain` shows them, `docs/format.md` the faults.
"""

from functools import cache
from pathlib import Path
from typing import NamedTuple

from conductkit.errors import ConductError
from conductkit.page_text import filled, indented
from conductkit.strings import strings

_DATA = Path(__file__).parent / "data"


class FaultPage(NamedTuple):
    """One fault: its name, one line on it, why it matters, and lines before and after.

    A fault of the file as a whole has no such lines, nor has a finding of import; `fix` says what
    to do.
    """

    name: str
    summary: str
    why: str
    bad: str = ""
    good: str = ""
    fix: str = ""
    severity: str = "error"


@cache
def pages() -> dict[str, FaultPage]:
    """Every fault by name, in the order in which a file is read."""
    return _read("faults.yaml")


@cache
def imports() -> dict[str, FaultPage]:
    """Every finding that import can report, by name."""
    return _read("import/findings.yaml")


@cache
def versions() -> dict[str, FaultPage]:
    """What `conduct bump --check` can report, by name."""
    return _read("versions.yaml")


@cache
def alignments() -> dict[str, FaultPage]:
    """What `conduct align` can report, by name."""
    return _read("alignment/findings.yaml")


def _read(name: str) -> dict[str, FaultPage]:
    return {entry["name"]: FaultPage(**entry) for entry in strings(_DATA / name)}


def names() -> list[str]:
    """The names of all faults."""
    return list(pages())


def page(name: str) -> str:
    """The page of a fault as plain text; ConductError where there is none of that name."""
    if name not in pages():
        raise ConductError(f"There is no fault “{name}”. `conduct explain` lists them.")
    fault = pages()[name]
    parts = [
        fault.name,
        fault.summary,
        filled("Why: " + fault.why),
        "Severity:  error: the file is not a code until this is mended",
    ]
    if fault.fix:
        parts.append(filled("Remedy: " + fault.fix))
    if fault.bad:
        parts += ["Instead of", indented(fault.bad), "write", indented(fault.good)]
    parts.append("It cannot be waived.")
    return "\n\n".join(parts) + "\n"


def import_page(name: str) -> str:
    """The page of a finding of import as plain text; KeyError where there is none of that name."""
    home = (
        "It is part of the report of `conduct import`; it is about the source, so the code has"
        " nothing to waive."
    )
    return _finding_page(imports()[name], home)


def version_page(name: str) -> str:
    """The page of a finding of `conduct bump --check`; KeyError where there is none such."""
    home = "`conduct bump --check` says it; it is about two editions, so it cannot be waived."
    return _finding_page(versions()[name], home)


def alignment_page(name: str) -> str:
    """The page of a finding of `conduct align`; KeyError where there is none of that name."""
    home = (
        "`conduct align` says it, and `conduct lint` of a code with `aligns_with:`. A waiver with"
        " this name on one of the rules, or on the whole code, records the decision to leave it."
    )
    return _finding_page(alignments()[name], home)


def _finding_page(found: FaultPage, home: str) -> str:
    parts = [
        found.name,
        found.summary,
        filled("Why: " + found.why),
        filled("Remedy: " + found.fix),
        f"Severity:  {found.severity}",
        filled(home),
    ]
    return "\n\n".join(parts) + "\n"
