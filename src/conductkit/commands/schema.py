"""`conduct schema`: a JSON Schema for editors."""

from pathlib import Path
from typing import Annotated

import typer

from conductkit.errors import ConductError, Exit


def command(
    output: Annotated[
        str, typer.Option("--output", "-o", help="A file; the terminal where not given.")
    ] = "",
    check: Annotated[
        bool, typer.Option("--check", help="Write nothing; exit 1 if the file is not up to date.")
    ] = False,
    config: Annotated[
        bool, typer.Option("--config", help="The schema of conductkit.yaml instead.")
    ] = False,
) -> Exit:
    """Write the JSON Schema of the format, with which editors complete and check a code."""
    from conductkit import config_table, schema, terminal
    from conductkit.write import refuse_to_replace_a_code, write_atomic

    text = schema.text(config_table.CONFIG) if config else schema.text()
    if check:
        return _check(output, text, "--config " if config else "")
    if not output:
        terminal.out(text)
        return Exit.CLEAN
    refuse_to_replace_a_code(output)
    changed = write_atomic(output, text.encode())
    words = "written" if changed else "up to date already"
    terminal.note(f"{terminal.clean(output)}: {words}.")
    return Exit.CLEAN


def _check(path: str, text: str, option: str) -> Exit:
    from conductkit import terminal

    if not path:
        raise ConductError("--check compares a file: name it with -o.")
    try:
        current = Path(path).read_bytes()
    except (OSError, ValueError):
        current = b""
    if current == text.encode():
        return Exit.CLEAN
    name = terminal.clean(path)
    terminal.out(f"{name}: not up to date. Run `conduct schema {option}-o {name}`.\n")
    return Exit.FINDINGS
