"""What a command is about when the command line does not say."""

import os
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from conductkit import bundled, config, discover
from conductkit.errors import ConductError, InputError
from conductkit.settings import Config

if TYPE_CHECKING:
    from conductkit.finding import Finding
    from conductkit.model import Code

DEFAULT = "codes"


def codes(paths: Sequence[str] | None) -> list[str]:
    """The code files to work on: those named, else what `conductkit.yaml` names or `codes/` holds.

    Settings that are named are no codes. ConductError where nothing is named and there is no such
    folder.
    """
    if paths:
        named = [path for path in paths if Path(path).name != discover.CONFIG_NAME]
        return discover.find(named) if named else []
    settings = config.load()
    if settings.codes or Path(settings.here(DEFAULT)).is_dir():
        return discover.find(places())
    raise ConductError(
        f"No file was named and there is no folder {DEFAULT}/ {_where(settings)}."
        " Name a file, or write a code with `conduct new`."
    )


def places() -> list[str]:
    """Where the project keeps its codes, there or not: what `conductkit.yaml` names, else `codes/`
    beside it."""
    settings = config.load()
    return [settings.here(path) for path in settings.codes or (DEFAULT,)]


def faults(paths: Sequence[str] = ()) -> tuple[list[str], list["Finding"]]:
    """The settings files that hold here or are named, and what is wrong with them."""
    looked = [config.find(), *(path for path in paths if Path(path).name == discover.CONFIG_NAME)]
    files = {os.path.realpath(path): path for path in reversed(looked) if path}
    found: list[Finding] = []
    for path in files.values():
        try:
            config.read(path)
        except InputError as error:
            found += error.findings
    return list(files.values()), found


def _where(settings: Config) -> str:
    return f"beside {settings.path}" if settings.path else "here"


def catalogue(code: "Code") -> "Code | None":
    """The catalogue a code names: beside it, in codes/, or shipped; None where there is none."""
    from conductkit.files import read_bytes

    for path in catalogue_places(code):
        if path.is_file():
            data = read_bytes(str(path))
            found = _loaded(data, str(path)) if isinstance(data, bytes) else None
            if found is not None and found.id == code.catalogue:
                return found
    return None


@lru_cache(maxsize=16)
def _loaded(data: bytes, path: str) -> "Code | None":
    """The code in a file's bytes; many codes of a run may rest on it, and it is read once."""
    from conductkit.load import load_bytes

    return load_bytes(data, path).code


def catalogue_places(code: "Code") -> list[Path]:
    """Where the catalogue that a code names may stand, the nearest first."""
    if not code.catalogue:
        return []
    name = f"{code.catalogue}.yaml"
    near = Path(code.place.source.path).parent / name
    ours = Path(config.find() or ".").parent / DEFAULT
    return [near, ours / name, bundled.directory("codes") / name]
