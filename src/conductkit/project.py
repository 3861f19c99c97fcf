"""What a command is about when the command line does not say."""

from collections.abc import Sequence
from pathlib import Path

from conductkit import bundled, discover
from conductkit.errors import ConductError
from conductkit.load import load_file
from conductkit.model import Code

DEFAULT = "codes"


def codes(paths: Sequence[str] | None) -> list[str]:
    """The code files to work on: those named, else what `codes/` holds.

    ConductError where nothing is named and there is no such folder.
    """
    if paths:
        return discover.find(paths)
    if Path(DEFAULT).is_dir():
        return discover.find([DEFAULT])
    raise ConductError(
        "No file was named and there is no folder codes/ here."
        " Name a file, or write a code with `conduct new`."
    )


def catalogue(code: Code) -> Code | None:
    """The catalogue a code names: beside it, in codes/, or shipped; None where there is none."""
    if not code.catalogue:
        return None
    name = f"{code.catalogue}.yaml"
    near = Path(code.place.source.path).parent / name
    for path in (near, Path(DEFAULT) / name, bundled.directory("codes") / name):
        if path.is_file():
            found = load_file(str(path)).code
            if found is not None and found.id == code.catalogue:
                return found
    return None
