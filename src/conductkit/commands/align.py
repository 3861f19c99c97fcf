"""`conduct align`: codes that should agree: values, meanings, contradictions, weaker duties."""

from typing import TYPE_CHECKING, Annotated

import typer

from conductkit.errors import ConductError, Exit

if TYPE_CHECKING:
    from conductkit.alignment.result import Alignment

_SEVERITIES = ("error", "warning", "info", "never")


def command(
    paths: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[CODE]...",
            help="Codes to hold against each other; without any, those of the project that name"
            " each other under aligns_with.",
        ),
    ] = None,
    fail_on: Annotated[
        str, typer.Option(help="Exit 1 from this severity on: error, warning, info or never.")
    ] = "warning",
    output_format: Annotated[
        list[str] | None,
        typer.Option(
            help="text, json, markdown, html, csv, github, gitlab, sarif, junit, or FORMAT:FILE;"
            " repeatable."
        ),
    ] = None,
    today: Annotated[
        str, typer.Option(help="The day that waivers are measured against.", metavar="DATE")
    ] = "",
) -> Exit:
    """Hold codes that belong together against each other, rule by rule.

    Values and terms: shared, missing, or one name with two meanings. Promises of public codes:
    backed, weakened or contradicted by the rules of staff codes. Acts that two codes ask for in
    opposite ways or by different times.
    """
    from conductkit import kin, report
    from conductkit.align import align
    from conductkit.commands._codes import loaded
    from conductkit.dates import day

    if fail_on not in _SEVERITIES:
        raise ConductError(f"--fail-on takes {', '.join(_SEVERITIES)}, not “{fail_on}”.")
    now = day(today)
    codes = loaded(paths)
    if codes is None:
        return Exit.INPUT
    families = [kin.named(codes)] if paths else kin.families(codes)
    found = [
        align(family.codes, now, family.pairs, kin.bases_of(family.codes)) for family in families
    ]
    _report(output_format or ["text"], found)
    findings = [finding for one in found for finding in one.findings]
    return report.exit_code(findings, fail_on, loaded=True)


def _report(specs: list[str], found: "list[Alignment]") -> None:
    """Formats that know only findings get those; the others get the whole page."""
    from conductkit import report
    from conductkit.align_sheet import sheet

    pages = set(report.formats("sheet"))
    laid_out = [spec for spec in specs if spec.partition(":")[0] in pages]
    others = [spec for spec in specs if spec not in laid_out]
    if laid_out:
        report.write(laid_out, "alignment", found, sheet)
    if others:
        findings = tuple(finding for one in found for finding in one.findings)
        paths = tuple(code.place.source.path for one in found for code in one.codes)
        report.write(others, "findings", report.Findings(findings, paths))
