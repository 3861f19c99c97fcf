"""`conduct explain`: one check, fault or profile."""

from typing import Annotated

import typer

from conductkit.errors import Exit


def command(
    name: Annotated[
        str | None, typer.Argument(help="A check, a fault or a profile; none lists all.")
    ] = None,
) -> Exit:
    """Explain a check, a fault or a profile: what, why, an example, the remedy."""
    from conductkit import explain, terminal

    terminal.out(explain.page(name) if name else explain.overview())
    return Exit.CLEAN
