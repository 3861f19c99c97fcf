"""The settings of a project, `conductkit.yaml`: found, read and ready to ask.

Where there is no such file this costs a look at a few folders. What a file says is kept between
runs under a digest of its bytes, so that a run that is answered from the cache reads no YAML.
"""

import os
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

from conductkit import cache
from conductkit.discover import CONFIG_NAME
from conductkit.errors import ConductError
from conductkit.settings import Checks, Config, Lint, Part, Rendering, Theme


def find(folder: str = ".") -> str:
    """The settings that hold in a folder, as a path from here; "" where there are none.

    They stand in it or above it; the search ends with the repository or the file system.
    """
    try:
        start = Path(folder).absolute()
    except OSError as error:
        raise ConductError("The folder that you are in is gone: change to another one.") from error
    for parent in (start, *start.parents):
        if os.path.lexists(parent / CONFIG_NAME):
            return os.path.relpath(parent / CONFIG_NAME)
        if os.path.lexists(parent / ".git"):
            break
    return ""


def load() -> Config:
    """The settings that hold here; empty ones where there is no file.

    InputError with every finding where it says what it may not.
    """
    path = find()
    return read(path) if path else Config()


def read(path: str) -> Config:
    """The settings in a file; InputError with every finding where it says what it may not."""
    from_us = cache.stamp()
    try:
        known = cache.digest(from_us, "settings", Path(path).read_bytes()) if from_us else ""
    except (OSError, ValueError):
        known = ""
    kept = _restored(cache.load(known), path) if known else None
    return kept or _parsed(path, known)


def _parsed(path: str, known: str) -> Config:
    from conductkit import config_table
    from conductkit.load import LoadError

    config, loaded = config_table.load_file(path)
    if config is None:
        raise LoadError(loaded)
    config = replace(config, digest=known)
    if known:
        cache.keep(known, _plain(config))
    return config


def _plain(value: Any) -> Any:
    """Settings as plain data."""
    if isinstance(value, Part):
        return {name: _plain(held) for name, held in vars(value).items() if name != "place"}
    return [_plain(item) for item in value] if isinstance(value, tuple) else value


def _restored(kept: Any, path: str) -> Config | None:
    """What was kept, or None where it is not what we wrote."""
    try:
        lint = kept["lint"]
        below = [(at, _made(Checks, part)) for at, part in lint["paths"]]
        parts = {
            "lint": _made(Lint, {**lint, "paths": below}),
            "render": [_made(Rendering, part) for part in kept["render"]],
            "theme": _made(Theme, kept["theme"]),
            "path": path,
        }
        return _made(Config, {**kept, **parts})
    except (AttributeError, KeyError, TypeError, ValueError):
        return None


_Part = TypeVar("_Part", bound=Part)


def _made(part: type[_Part], given: dict[str, Any]) -> _Part:
    return part(**{name: _tuples(value) for name, value in given.items()})


def _tuples(value: Any) -> Any:
    return tuple(_tuples(item) for item in value) if isinstance(value, list) else value
