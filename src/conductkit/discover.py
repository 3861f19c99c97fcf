"""Which files a command is about."""

import os
import re
import stat
from collections.abc import Iterator, Sequence
from pathlib import Path

from conductkit.errors import InputError

CONFIG_NAME = "conductkit.yaml"
_SUFFIXES = (".yaml", ".yml")
_OURS = re.compile(rb"^(?:\xef\xbb\xbf)?(conduct|values|rules|sections)[ \t]*:", re.MULTILINE)
_LOOK = 200_000


def find(paths: Sequence[str]) -> list[str]:
    """The code files that paths name, each once, in the order given; folders are searched, sorted.

    A file that is named is taken whatever it holds. In a folder, YAML files that have none of the
    keys of a code at their top level are other people's and left out. InputError where a path does
    not exist or nothing is found.
    """
    found: dict[str, None] = {}
    for path in paths:
        if _is_folder(path):
            found.update(dict.fromkeys(_walk(path)))
        elif os.path.lexists(path):
            found[path] = None
        else:
            name = f"{path}:" if path.strip() else f"“{path}” is an empty name:"
            raise InputError(f"{name} there is no such file or folder. Check the name.")
    if not found:
        shown = ", ".join(paths)
        raise InputError(f"No code in {shown}. Name a file, or write one with `conduct new`.")
    return list(found)


def _is_folder(path: str) -> bool:
    """Whether a path names a folder; what no path can be does not."""
    try:
        return stat.S_ISDIR(os.stat(path).st_mode)  # noqa: PTH116 - any string may stand here
    except (OSError, ValueError):
        return False


def _unreadable(error: OSError) -> None:
    raise InputError(
        f"{error.filename}: cannot look into this folder: {error.strerror}."
        " Nothing was checked; make it readable, or name the files."
    )


def _walk(folder: str) -> Iterator[str]:
    for parent, folders, files in os.walk(folder, onerror=_unreadable):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            path = str(Path(parent, name))
            if name.lower().endswith(_SUFFIXES) and name != CONFIG_NAME and _is_ours(path):
                yield path


def _is_ours(path: str) -> bool:
    """Whether a file has a key of a code at its top level; unreadable ones count as codes."""
    if not Path(path).is_file():
        return False
    try:
        with Path(path).open("rb") as stream:
            return bool(_OURS.search(stream.read(_LOOK)))
    except OSError:
        return True
