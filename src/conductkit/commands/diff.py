"""`conduct diff`: what changed, and what it does to the duty."""

import os
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
            help="Two files, two folders, or revisions and paths; codes/ against HEAD by default.",
        ),
    ] = None,
    fail_on: Annotated[
        list[str] | None,
        typer.Option(help="Exit 1 for these effects and changes: reversed,weaker,removed …"),
    ] = None,
    output_format: Annotated[
        list[str] | None,
        typer.Option(
            help="text, markdown, html, json, github, sarif or docx, or FORMAT:FILE; repeatable."
        ),
    ] = None,
) -> Exit:
    """Show what changed between two versions of codes, and what it does to the duty.

    Revisions are named as in git: REV compares the files here with it, REV REV or A..B two commits,
    A...B what B did since it left A, REV:PATH is one file. Effects are reversed, mixed, weaker,
    unknown (read it), stronger and neutral; `conduct explain weaker` says what each means.
    """
    from dataclasses import replace

    from conductkit import config, report, terminal, weblinks
    from conductkit.commands._gates import ended, gates
    from conductkit.comparison import compare
    from conductkit.operands import sides
    from conductkit.reports import text

    gated = gates(fail_on or [])
    both = sides(*_behind_dashes(operands or [], sys.argv))
    link = weblinks.linker(both, os.environ)
    result = replace(compare(both), policy=dict(config.load().bump), link=link)
    if both.findings:
        found = report.Findings(both.findings, tuple({item.span.path for item in both.findings}))
        terminal.note(text.findings(found, terminal.colour(sys.stderr)))
    if result.changes or not both.findings:
        report.write(output_format or [], "changes", result)
    if both.findings:
        return Exit.INPUT
    return ended(result, gated)


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
