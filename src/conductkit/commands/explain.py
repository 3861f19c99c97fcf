"""`conduct explain`: one check or fault."""

from typing import Annotated

import typer

from conductkit.errors import Exit


def command(
    name: Annotated[
        str | None, typer.Argument(help="A check or a fault of loading; none lists all.")
    ] = None,
) -> Exit:
    """Explain a check or a fault: what, why, an example, the remedy."""
    from conductkit import explain, terminal

    terminal.out(explain.page(name) if name else explain.overview())
    return Exit.CLEAN
