"""Where the JSON Schema of a project lies, so that a code's first line can point to it."""

import os
from pathlib import Path
from urllib.parse import quote

from conductkit.errors import ConductError
from conductkit.schema import NAME

_ROOT_MARKS = (".git", "conductkit.yaml")


def nearest(folder: Path) -> Path:
    """The schema for codes in a folder: one there or above, up to the root of the project.

    The root is the folder that holds .git or conductkit.yaml; without one only the folder itself
    is looked at. Where there is no schema yet, the answer is where it should be: in that folder.
    """
    here = _absolute(folder)
    above = [here]
    for parent in here.parents:
        if _is_root(above[-1]):
            break
        above.append(parent)
    if not _is_root(above[-1]):
        above = [here]
    found = [parent / NAME for parent in above if os.path.lexists(parent / NAME)]
    return Path(os.path.relpath(found[0])) if found else folder / NAME


def address(schema: Path, folder: Path) -> str:
    """The way from a folder to the schema, as editors read it: relative, with slashes, escaped."""
    way = os.path.relpath(_absolute(schema), _absolute(folder))
    return quote(Path(way).as_posix(), safe="/.-_~")


def _absolute(path: Path) -> Path:
    try:
        return Path(os.path.normpath(path.absolute()))
    except OSError as error:
        raise ConductError("The folder that you are in is gone: change to another one.") from error


def _is_root(folder: Path) -> bool:
    return any(os.path.lexists(folder / mark) for mark in _ROOT_MARKS)
