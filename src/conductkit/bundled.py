"""The codes and templates that travel with conductkit: `_data/` in a wheel, else the checkout."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def directory(name: str) -> Path:
    """The folder `codes` or `templates`, wherever this installation keeps it."""
    packed = _PACKAGE / "_data" / name
    return packed if packed.is_dir() else _PACKAGE.parent.parent / name


def codes() -> dict[str, Path]:
    """The shipped codes: name (file stem) to path, sorted."""
    return {path.stem: path for path in sorted(directory("codes").glob("*.yaml"))}
