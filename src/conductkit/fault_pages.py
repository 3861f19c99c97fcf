"""The pages of the faults of loading: what `conduct explain` and `docs/format.md` say of each."""

import textwrap
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

from conductkit.errors import ConductError

_DATA = Path(__file__).parent / "data" / "faults.yaml"
_WIDTH = 88


@dataclass(frozen=True, slots=True)
class FaultPage:
    """One fault: its name, one line on it, why it matters, and lines before and after.

    A fault of the file as a whole has no such lines; `fix` says what to do.
    """

    name: str
    summary: str
    why: str
    bad: str = ""
    good: str = ""
    fix: str = ""


@cache
def pages() -> dict[str, FaultPage]:
    """Every fault by name, in the order in which a file is read."""
    entries = yaml.load(_DATA.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 # strings only
    return {entry["name"]: FaultPage(**entry) for entry in entries}


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
        _filled("Why: " + fault.why),
        "Severity:  error: the file is not a code until this is mended",
    ]
    if fault.fix:
        parts.append(_filled("Remedy: " + fault.fix))
    if fault.bad:
        parts += ["Instead of", _indented(fault.bad), "write", _indented(fault.good)]
    parts.append("It cannot be waived.")
    return "\n\n".join(parts) + "\n"


def _filled(text: str) -> str:
    return textwrap.fill(text, _WIDTH, break_long_words=False, break_on_hyphens=False)


def _indented(lines: str) -> str:
    return textwrap.indent(lines.rstrip("\n").replace("\t", "⇥"), "    ")
