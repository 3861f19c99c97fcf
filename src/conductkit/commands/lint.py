"""`conduct lint`: does it read well, hang together and cover what it should?"""

from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from conductkit.errors import ConductError, Exit

if TYPE_CHECKING:
    from conductkit.check import Check
    from conductkit.finding import Finding

_SEVERITIES = ("error", "warning", "info", "never")


def command(
    paths: Annotated[
        list[str] | None, typer.Argument(help="Files and folders; codes/ where none is given.")
    ] = None,
    select: Annotated[
        list[str] | None, typer.Option(help="Only these checks; names with commas between.")
    ] = None,
    ignore: Annotated[
        list[str] | None, typer.Option(help="Not these checks; names with commas between.")
    ] = None,
    fail_on: Annotated[
        str, typer.Option(help="Exit 1 from this severity on: error, warning, info or never.")
    ] = "warning",
    output_format: Annotated[
        list[str] | None, typer.Option(help="text, json …, or FORMAT:FILE; may be repeated.")
    ] = None,
    today: Annotated[
        str, typer.Option(help="The day that dates are measured against.", metavar="DATE")
    ] = "",
) -> Exit:
    """Check how codes read, hang together and cover what they should."""
    from conductkit import project, report
    from conductkit.check import Context
    from conductkit.dates import day
    from conductkit.lint import lint
    from conductkit.load import load_file

    if fail_on not in _SEVERITIES:
        raise ConductError(f"--fail-on takes {', '.join(_SEVERITIES)}, not “{fail_on}”.")
    now: date = day(today)
    chosen = _choose(select or [], ignore or [])
    files = project.codes(paths)
    found: list[Finding] = []
    rules: dict[str, int] = {}
    whole = True
    for path in files:
        loaded = load_file(path)
        found += loaded.findings
        if loaded.code is None:
            whole = False
            continue
        context = Context(today=now, catalogue=project.catalogue(loaded.code))
        found += lint(loaded.code, context, chosen)
        rules[path] = len(loaded.code.rules)
    result = report.Findings(tuple(found), tuple(files), rules)
    report.write(output_format or [], "findings", result)
    return report.exit_code(result.findings, fail_on, whole)


def _choose(select: list[str], ignore: list[str]) -> "list[Check]":
    """The checks to run; ConductError for a name that no check has."""
    from conductkit.faults import did_you_mean
    from conductkit.lint import all_checks

    checks = all_checks()
    wanted = [name for words in select for name in words.split(",") if name]
    unwanted = [name for words in ignore for name in words.split(",") if name]
    for name in (*wanted, *unwanted):
        if name not in checks:
            hint = did_you_mean(name, checks) or "`conduct explain` lists them."
            raise ConductError(f"There is no check “{name}”. {hint}")
    chosen = [checks[name] for name in wanted] or [check for check in checks.values() if check.on]
    return [check for check in chosen if check.name not in unwanted]
