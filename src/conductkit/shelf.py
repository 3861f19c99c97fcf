"""Looking along a shelf: one file a thing, listed nowhere."""

import importlib
import pkgutil
from types import ModuleType


def names(shelf: ModuleType) -> list[str]:
    """The names of the modules on a shelf, sorted; files that begin with _ are helpers."""
    found = (module.name for module in pkgutil.iter_modules(shelf.__path__))
    return sorted(name for name in found if not name.startswith("_"))


def load(shelf: ModuleType, name: str) -> ModuleType:
    """The module of that name on a shelf."""
    return importlib.import_module(f"{shelf.__name__}.{name}")


def modules(shelf: ModuleType) -> list[ModuleType]:
    """Every module on a shelf, by name."""
    return [load(shelf, name) for name in names(shelf)]
