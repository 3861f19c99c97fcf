"""`conduct coverage`: rules × values, principles, parties, channels, measures."""

import math
from typing import TYPE_CHECKING, Annotated

import typer

from conductkit.errors import ConductError, Exit

if TYPE_CHECKING:
    from collections.abc import Iterable

    from conductkit.model import Code

_TWELVE = "twelve-principles"


def command(
    paths: Annotated[
        list[str] | None,
        typer.Argument(metavar="[CODE]...", help="Files and folders; codes/ where none is given."),
    ] = None,
    select: Annotated[
        list[str] | None,
        typer.Option(
            help="Only these: values, principles, parties, channels, channel-needs, measures;"
            " names with commas between."
        ),
    ] = None,
    by: Annotated[
        str,
        typer.Option(help="What counts: declared (the tags), words (what rules say), or both."),
    ] = "both",
    catalogue: Annotated[
        str,
        typer.Option(
            help="The principles to check against; the one a code names, else the twelve.",
            metavar="ID",
        ),
    ] = "",
    profile: Annotated[
        list[str] | None,
        typer.Option(help="The parts of a standard or law, too: iso10001, iso10002, lgpd …"),
    ] = None,
    fail_under: Annotated[
        float | None,
        typer.Option(help="Exit 1 where a code covers less than so many percent.", min=0, max=100),
    ] = None,
    output_format: Annotated[
        list[str] | None,
        typer.Option(help="text, json, markdown, html, csv, or FORMAT:FILE; repeatable."),
    ] = None,
) -> Exit:
    """Show what the rules of a code cover, by which words, and what no rule covers."""
    from conductkit import report
    from conductkit.commands._codes import loaded
    from conductkit.coverage import BY, NAMES, coverage
    from conductkit.coverage_sheet import sheet

    if fail_under is not None and math.isnan(fail_under):
        raise ConductError("--fail-under takes a share from 0 to 100, not “nan”.")
    if by not in BY:
        raise ConductError(f"--by takes {', '.join(BY)}, not “{by}”.")
    wanted = _selected(select or [], NAMES)
    codes = loaded(paths)
    if codes is None:
        return Exit.INPUT
    profiles = _profiles(profile or [])
    found = [
        coverage(code, _catalogue(code, catalogue), select=wanted, by=by, profiles=profiles)
        for code in codes
        if code.kind != "catalogue"
    ]
    if not found:
        raise ConductError(
            "There are only catalogues here, and rules are what covers. Name a code."
        )
    report.write(output_format or [], "coverage", found, sheet)
    low = fail_under is not None and any(one.percent < fail_under for one in found)
    return Exit.FINDINGS if low else Exit.CLEAN


def _selected(given: list[str], known: "Iterable[str]") -> tuple[str, ...]:
    from conductkit.faults import did_you_mean
    from conductkit.terminal import clean

    names = tuple(name for words in given for name in words.split(",") if name)
    for name in names:
        if name not in known:
            hint = did_you_mean(name, known)
            raise ConductError(f"Coverage knows no “{clean(name)}”. {hint}".rstrip())
    return names or tuple(known)


def _profiles(given: list[str]) -> tuple[str, ...]:
    """The profiles asked for, those of the project first."""
    from conductkit import config
    from conductkit.faults import did_you_mean
    from conductkit.profile import names
    from conductkit.terminal import clean

    asked = [name for words in given for name in words.split(",") if name]
    for name in asked:
        if name not in names():
            hint = did_you_mean(name, names())
            raise ConductError(f"There is no profile “{clean(name)}”. {hint}".rstrip())
    return tuple(dict.fromkeys([*config.load().lint.profiles, *asked]))


def _catalogue(code: "Code", asked: str) -> "Code | None":
    """The catalogue asked for, else that of the code, else the twelve principles."""
    from dataclasses import replace

    from conductkit import project
    from conductkit.terminal import clean

    found = project.catalogue(replace(code, catalogue=asked or code.catalogue or _TWELVE))
    if asked and found is None:
        raise ConductError(
            f"There is no catalogue “{clean(asked)}” beside the code, in codes/ or among those"
            " that come with conductkit."
        )
    return found
