"""Findings and changes to the shelf of reports, and those to stdout or a file."""

import os
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any, NamedTuple

from conductkit import reports, shelf, terminal
from conductkit.errors import ConductError, Exit
from conductkit.finding import Finding, Severity

if TYPE_CHECKING:
    from conductkit.explain import Told
    from conductkit.model import Code
    from conductkit.sheet import Sheet


class Findings(NamedTuple):
    """What a run found: all findings, the files looked at, and how many rules each path has."""

    findings: tuple[Finding, ...]
    paths: tuple[str, ...] = ()
    rules: Mapping[str, int] | None = None
    verb: str = "checked"

    def counted(self) -> list[Finding]:
        """Those that are neither waived nor in the baseline."""
        return [finding for finding in self.findings if finding.counts]

    def catalogue(self) -> "Iterable[Told]":
        """All that can be found, for reports that declare it."""
        from conductkit.explain import catalogue

        return catalogue()


def formats(*kinds: str) -> list[str]:
    """The names of the reports that can show a result of one of these kinds, such as `findings`."""
    return [name for name in shelf.names(reports) if _can(name, kinds)]


def _can(name: str, kinds: Sequence[str]) -> bool:
    return any(hasattr(shelf.load(reports, name), kind) for kind in kinds)


def write(
    specs: Sequence[str], kind: str, result: Any, laid_out: Callable[[Any], "Sheet"] | None = None
) -> None:
    """Report `result` in each of the `FORMAT` or `FORMAT:FILE` asked for; text where none is.

    Reports that do not know the kind show the sheet that `laid_out` makes of the result.
    """
    kinds = [kind, "sheet"] if laid_out else [kind]
    if kind == "changes":
        result = replace(result, page=result.page or _page)
    ready = []  # all of them before one is written: what cannot be made leaves no half
    for name, file in _chosen(specs or ["text"], kinds):
        module = shelf.load(reports, name)
        known = laid_out is None or hasattr(module, kind)
        make = getattr(module, kind if known else "sheet")
        shown = result if laid_out is None or known else laid_out(result)
        ready.append((name, file, make(shown, not file and terminal.colour())))
    for name, file, made in ready:
        if not file:
            _to_stdout(made, name)
            continue
        from conductkit.write import refuse_to_replace_a_code, write_atomic

        refuse_to_replace_a_code(file)
        data = made if isinstance(made, bytes) else made.encode("utf-8", "backslashreplace")
        write_atomic(file, data)


def _page(code: "Code") -> str:
    """An edition as the page that a Word document is made from."""
    from conductkit.project import catalogue
    from conductkit.render import render

    return render(code, "docx", catalogue=catalogue(code))


def _to_stdout(made: str | bytes, name: str) -> None:
    if isinstance(made, str):
        terminal.out(made)
    elif terminal.shows_stdout():
        raise ConductError(
            f"{name} is no text for a terminal: name a file, as in --output-format"
            f" {name}:report.{name}."
        )
    else:
        terminal.raw(made)


def _chosen(specs: Sequence[str], kinds: Sequence[str]) -> list[tuple[str, str]]:
    chosen = [_parse(spec, kinds) for spec in specs]
    if len([file for _, file in chosen if not file]) > 1:
        raise ConductError(
            "Two reports cannot both go to the terminal: give all but one a file,"
            " as in --output-format json:report.json."
        )
    places = Counter(os.path.realpath(file) for _, file in chosen if file)
    for _, file in chosen:
        if file and places[os.path.realpath(file)] > 1:
            raise ConductError(f"{file}: two reports cannot share a file. Give each its own.")
    return chosen


def _parse(spec: str, kinds: Sequence[str]) -> tuple[str, str]:
    name, colon, file = spec.partition(":")
    if name not in shelf.names(reports) or not _can(name, kinds):
        known = ", ".join(formats(*kinds))
        raise ConductError(f"There is no output format “{name}”. Known: {known}.")
    if colon and not file:
        raise ConductError(
            f"--output-format {spec} names no file. Write {name}:FILE, or {name} for the terminal."
        )
    return name, file


def exit_code(findings: Sequence[Finding], fail_on: str, loaded: bool) -> Exit:
    """What a run over findings ends with. `fail_on` is a severity's name or “never”."""
    if not loaded:
        return Exit.INPUT
    if fail_on == "never":
        return Exit.CLEAN
    least = Severity.named(fail_on)
    failing = any(item.severity >= least for item in findings if item.counts)
    return Exit.FINDINGS if failing else Exit.CLEAN
