"""`conduct log`: the life of a code or of one rule through git."""

from typing import TYPE_CHECKING, Annotated

import typer

from conductkit.errors import Exit

if TYPE_CHECKING:
    from conductkit.life import Life


def command(
    operands: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[CODE[#RULE]] [REV | REV..REV | REV...REV]",
            help="A code, by its id or file, or one rule of it; codes/ where none is named."
            " Then the revisions to look at; HEAD where none is.",
        ),
    ] = None,
    since: Annotated[str, typer.Option(help="Only from this day on, YYYY-MM-DD.")] = "",
    until: Annotated[str, typer.Option(help="Only up to this day, YYYY-MM-DD.")] = "",
    number: Annotated[
        int | None, typer.Option("-n", "--max-count", min=1, help="At most so many entries a code.")
    ] = None,
    output_format: Annotated[
        list[str] | None,
        typer.Option(help="text, json, markdown, html, atom, or FORMAT:FILE; repeatable."),
    ] = None,
) -> Exit:
    """Tell what happened to a code or a rule: when, by whom, and what it did to the duty.

    Renames of files and rules are followed, splits and merges back to where a rule came from. Merge
    commits tell what they did themselves. Days are those of the authors.
    """
    from conductkit import report, terminal
    from conductkit.dates import day
    from conductkit.life_sheet import sheet
    from conductkit.lives import lives

    bounds = [day(given, option).isoformat() if given else "" for given, option in
              ((since, "--since"), (until, "--until"))]  # fmt: skip
    found = [_bounded(one, bounds[0], bounds[1], number) for one in lives(operands or [])]
    for one in found:
        for sentence in one.unread:
            terminal.note(terminal.clean(f"{one.name}: {sentence}"))
    report.write(output_format or [], "history", found, sheet)
    return Exit.CLEAN


def _bounded(one: "Life", since: str, until: str, number: int | None) -> "Life":
    from dataclasses import replace

    kept = [
        entry for entry in one.entries
        if since <= entry.commit.day and (not until or entry.commit.day <= until)
    ]  # fmt: skip
    return replace(one, entries=tuple(kept[:number]))
