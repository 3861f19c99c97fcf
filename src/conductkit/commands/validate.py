"""`conduct validate`: is each file a code?"""

from typing import Annotated

import typer

from conductkit.errors import Exit


def command(
    paths: Annotated[
        list[str] | None, typer.Argument(help="Files and folders; codes/ where none is given.")
    ] = None,
    output_format: Annotated[
        list[str] | None, typer.Option(help="text, json …, or FORMAT:FILE; may be repeated.")
    ] = None,
) -> Exit:
    """Say whether each file is a code and conductkit.yaml is in order, and where not, why."""
    from conductkit import project, report
    from conductkit.load import load_file

    settings, broken = project.faults(paths or [])
    files = project.codes(paths) if paths or not broken else []
    loaded = [load_file(path) for path in files]
    found = (*broken, *(finding for item in loaded for finding in item.findings))
    looked = (*settings, *files)
    report.write(output_format or [], "findings", report.Findings(found, looked))
    return Exit.INPUT if found else Exit.CLEAN
