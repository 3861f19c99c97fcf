"""Looking along a shelf: one file a thing, listed nowhere."""

import importlib
from functools import cache
from pathlib import Path
from types import ModuleType


@cache
def names(shelf: ModuleType) -> tuple[str, ...]:
    """The names of the modules on a shelf, sorted; files that begin with _ are helpers."""
    return tuple(sorted(name for folder in shelf.__path__ for name in _listed(Path(folder))))


def files(shelf: str) -> tuple[str, ...]:
    """The names of the things on a shelf, for those who must know the names and nothing more."""
    return tuple(sorted(_listed(Path(__file__).parent / shelf)))


def _listed(folder: Path) -> list[str]:
    return [path.stem for path in folder.iterdir() if path.suffix == ".py" and path.name[0] != "_"]


def load(shelf: ModuleType, name: str) -> ModuleType:
    """The module of that name on a shelf."""
    return importlib.import_module(f"{shelf.__name__}.{name}")


def modules(shelf: ModuleType) -> list[ModuleType]:
    """Every module on a shelf, by name."""
    return [load(shelf, name) for name in names(shelf)]
