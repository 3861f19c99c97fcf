"""`conduct status`: where a code stands in its life, and what comes next."""

from typing import TYPE_CHECKING, Annotated

import typer

from conductkit.errors import Exit

if TYPE_CHECKING:
    from datetime import date

    from conductkit.model import Code
    from conductkit.steps import Known


def command(
    paths: Annotated[
        list[str] | None, typer.Argument(metavar="[CODE]...", help="Files or folders; codes/.")
    ] = None,
    check: Annotated[
        bool, typer.Option("--check", help="Exit 1 where a review is overdue.")
    ] = False,
    output_format: Annotated[
        list[str] | None,
        typer.Option(
            help="text, json, markdown, html, csv, ics (a calendar of reviews), or FORMAT:FILE;"
            " repeatable."
        ),
    ] = None,
    today: Annotated[str, typer.Option(help="The day to judge by.", metavar="DATE")] = "",
) -> Exit:
    """Say which of the ten steps of a code's life are done, by what evidence, and what comes next.

    One code is shown step by step, several as a table.
    """
    from conductkit import report, terminal
    from conductkit.commands._codes import loaded
    from conductkit.dates import day
    from conductkit.status_sheet import sheet
    from conductkit.steps import standing

    now = day(today)
    codes = loaded(paths)
    if codes is None:
        return Exit.INPUT
    asked = [one for one in codes if one.kind != "catalogue"] or codes
    known = _known(asked, now)
    found = [standing(one, known[one.place.source.path], now) for one in asked]
    report.write(output_format or [], "calendar", found, sheet)
    late = [one for one in found if one.overdue]
    for one in late:
        path = terminal.clean(one.code.place.source.path)
        terminal.note(f"{path}: the review has been due since {one.code.review_by}.")
    return Exit.FINDINGS if check and late else Exit.CLEAN


def _known(codes: "list[Code]", now: "date") -> "dict[str, Known]":
    """What lint says of each code and who has read it, by its path."""
    from conductkit import ack_file, config, digest
    from conductkit.choice import Choice
    from conductkit.commands import _baseline
    from conductkit.finding import Severity
    from conductkit.linted import Wanted, lint_files
    from conductkit.steps import Known

    settings = config.load()
    paths = [one.place.source.path for one in codes]
    results = lint_files(paths, Wanted(Choice(), now, settings))
    recorded = _baseline.Use(settings, "", False, False, Choice())
    loud = [
        finding.span.path for finding in recorded.apply(results)
        if finding.counts and finding.severity >= Severity.WARNING
    ]  # fmt: skip
    found = {}
    for one in codes:
        binds = digest.of_code(one)
        readers = {ack.reader for ack in ack_file.read(one.id) if ack.digest == binds}
        path = one.place.source.path
        found[path] = Known(loud.count(path), len(readers))
    return found
