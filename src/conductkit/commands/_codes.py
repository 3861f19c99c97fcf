"""The codes that a command is about, read."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from conductkit.model import Code


def loaded(paths: Sequence[str] | None) -> "list[Code] | None":
    """The codes named, or those of the project; None where one does not load.

    What is wrong with it has then been said on stderr.
    """
    from conductkit import project, terminal
    from conductkit.load import load_file
    from conductkit.report import Findings
    from conductkit.reports import text

    files = project.codes(paths)
    read = [load_file(path) for path in files]
    found = tuple(finding for one in read for finding in one.findings)
    if not found:
        return [one.code for one in read if one.code is not None]
    terminal.note(text.findings(Findings(found, tuple(files)), terminal.colour()))
    return None
