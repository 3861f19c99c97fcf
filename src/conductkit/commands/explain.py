"""`conduct explain`: one check, effect or axis of diff, fault or profile."""

from typing import Annotated

import typer

from conductkit.errors import Exit


def command(
    name: Annotated[
        str | None,
        typer.Argument(help="A check, an effect or axis, a fault or a profile; none lists all."),
    ] = None,
) -> Exit:
    """Explain a check, what diff says, a fault or a profile: what, why, an example, the remedy."""
    from conductkit import explain, terminal

    terminal.out(explain.page(name) if name else explain.overview())
    return Exit.CLEAN
