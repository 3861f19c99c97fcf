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
    """Say whether each file is a code, and where it is not, why."""
    from conductkit import project, report
    from conductkit.load import load_file

    files = project.codes(paths)
    loaded = [load_file(path) for path in files]
    found = tuple(finding for item in loaded for finding in item.findings)
    report.write(output_format or [], "findings", report.Findings(found, tuple(files)))
    return Exit.INPUT if found else Exit.CLEAN
