"""`conduct diff`: what changed, and what it does to the duty."""

import sys
from collections.abc import Sequence
from typing import Annotated

import typer

from conductkit.errors import Exit


def command(
    operands: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[REV [REV]] [--] [PATH]...",
            help="Two files, two folders, revisions, or paths; codes/ against HEAD by default.",
        ),
    ] = None,
    fail_on: Annotated[
        list[str] | None,
        typer.Option(help="Exit 1 for these: weaker,reversed,removed,mixed,unknown,stronger …"),
    ] = None,
    output_format: Annotated[
        list[str] | None,
        typer.Option(help="text, json, markdown, docx:FILE …; repeatable."),
    ] = None,
) -> Exit:
    """Show what changed between two versions of codes, and what it does to the duty."""
    from dataclasses import replace

    from conductkit import config, report, terminal
    from conductkit.commands._gates import fails, gates
    from conductkit.comparison import compare, sides
    from conductkit.reports import text

    gated = gates(fail_on or [])
    both = sides(*_behind_dashes(operands or [], sys.argv))
    result = replace(compare(both), policy=dict(config.load().bump))
    if both.findings:
        found = report.Findings(both.findings, tuple({item.span.path for item in both.findings}))
        terminal.note(text.findings(found, terminal.colour(sys.stderr)))
    if result.changes or not both.findings:
        report.write(output_format or [], "changes", result)
    if both.findings:
        return Exit.INPUT
    return Exit.FINDINGS if fails(result, gated) else Exit.CLEAN


def _behind_dashes(
    operands: Sequence[str], arguments: Sequence[str]
) -> tuple[list[str], list[str] | None]:
    """Part what stands before `--` from what stands behind it, which the parser has dropped."""
    if "--" not in arguments:
        return list(operands), None
    behind = list(arguments[list(arguments).index("--") + 1 :])
    if list(operands[len(operands) - len(behind) :]) != behind:
        return list(operands), None
    return list(operands[: len(operands) - len(behind)]), behind
