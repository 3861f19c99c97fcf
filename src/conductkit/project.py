"""What a command is about when the command line does not say."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from conductkit import bundled, discover
from conductkit.errors import ConductError

if TYPE_CHECKING:
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


def catalogue(code: "Code") -> "Code | None":
    """The catalogue a code names: beside it, in codes/, or shipped; None where there is none."""
    from conductkit.load import load_file

    for path in catalogue_places(code):
        if path.is_file():
            found = load_file(str(path)).code
            if found is not None and found.id == code.catalogue:
                return found
    return None


def catalogue_places(code: "Code") -> list[Path]:
    """Where the catalogue that a code names may stand, the nearest first."""
    if not code.catalogue:
        return []
    name = f"{code.catalogue}.yaml"
    near = Path(code.place.source.path).parent / name
    return [near, Path(DEFAULT) / name, bundled.directory("codes") / name]
