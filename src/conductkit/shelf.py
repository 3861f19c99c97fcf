"""Looking along a shelf: one file a thing, listed nowhere."""

import importlib
from functools import cache
from pathlib import Path
from types import ModuleType


@cache
def names(shelf: ModuleType) -> tuple[str, ...]:
    """The names of the modules on a shelf, sorted; files that begin with _ are helpers."""
    files = (path.name for folder in shelf.__path__ for path in Path(folder).iterdir())
    return tuple(sorted(name[:-3] for name in files if name.endswith(".py") and name[0] != "_"))


def load(shelf: ModuleType, name: str) -> ModuleType:
    """The module of that name on a shelf."""
    return importlib.import_module(f"{shelf.__name__}.{name}")


def modules(shelf: ModuleType) -> list[ModuleType]:
    """Every module on a shelf, by name."""
    return [load(shelf, name) for name in names(shelf)]
