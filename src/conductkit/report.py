"""Findings and changes to the shelf of reports, and those to stdout or a file."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from conductkit import reports, shelf, terminal
from conductkit.errors import ConductError, Exit
from conductkit.finding import Finding, Severity


@dataclass(frozen=True, slots=True)
class Findings:
    """What a run found: all findings, the files looked at, and how many rules each path has."""

    findings: tuple[Finding, ...]
    paths: tuple[str, ...] = ()
    rules: Mapping[str, int] | None = None
    verb: str = "checked"

    def counted(self) -> list[Finding]:
        """Those that are not waived."""
        return [finding for finding in self.findings if finding.waived is None]


def formats(kind: str) -> list[str]:
    """The names of the reports that can show `findings` or `changes`."""
    return [name for name in shelf.names(reports) if hasattr(shelf.load(reports, name), kind)]


def write(specs: Sequence[str], kind: str, result: Any) -> None:
    """Report `result` in each of the `FORMAT` or `FORMAT:FILE` asked for; text where none is."""
    chosen = [_parse(spec, kind) for spec in specs or ["text"]]
    if len([file for _, file in chosen if not file]) > 1:
        raise ConductError(
            "Two reports cannot both go to the terminal: give all but one a file,"
            " as in --output-format json:report.json."
        )
    for name, file in chosen:
        make = getattr(shelf.load(reports, name), kind)
        if not file:
            terminal.out(make(result, terminal.colour()))
            continue
        from conductkit.write import refuse_to_replace_a_code, write_atomic

        refuse_to_replace_a_code(file)
        write_atomic(file, make(result, False).encode())


def _parse(spec: str, kind: str) -> tuple[str, str]:
    name, _, file = spec.partition(":")
    if name not in shelf.names(reports) or not hasattr(shelf.load(reports, name), kind):
        known = ", ".join(formats(kind))
        raise ConductError(f"There is no output format “{name}”. Known: {known}.")
    return name, file


def exit_code(findings: Sequence[Finding], fail_on: str, loaded: bool) -> Exit:
    """What a run over findings ends with. `fail_on` is a severity's name or “never”."""
    if not loaded:
        return Exit.INPUT
    if fail_on == "never":
        return Exit.CLEAN
    least = Severity.named(fail_on)
    failing = any(item.severity >= least for item in findings if item.waived is None)
    return Exit.FINDINGS if failing else Exit.CLEAN
