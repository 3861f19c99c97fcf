"""`conduct explain`: one check or fault."""

from typing import Annotated

import typer

from conductkit.errors import Exit


def command(
    name: Annotated[
        str | None, typer.Argument(help="A check or a fault of loading; none lists all.")
    ] = None,
) -> Exit:
    """Say what a check looks for, why, with an example, and how to waive it."""
    from conductkit import explain, terminal

    terminal.out(explain.page(name) if name else explain.overview())
    return Exit.CLEAN
