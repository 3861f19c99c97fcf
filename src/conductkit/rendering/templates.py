"""The sources of templates: those that travel with conductkit, and a project's own over them."""

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from conductkit import bundled
from conductkit.errors import ConductError

SHIPPED = "conductkit/"
"""Prefix under which a template finds the shipped one that it takes the place of."""
SUFFIX = ".j2"
MAX_BYTES = 1_000_000
MAX_FILES = 200


@dataclass(frozen=True, slots=True, eq=False)
class Templates:
    """Template name (`html.j2`, `parts/rule.j2`) to its text and the path to show for it."""

    shipped: Mapping[str, tuple[str, str]]
    own: Mapping[str, tuple[str, str]] = field(default_factory=dict)

    def source(self, name: str) -> tuple[str, str] | None:
        """Text and path of a template: the project's own, else the shipped one, else None."""
        if name.startswith(SHIPPED):
            return self.shipped.get(name.removeprefix(SHIPPED))
        return self.own.get(name) or self.shipped.get(name)


@lru_cache(maxsize=1)
def shipped() -> Templates:
    """The templates that travel with conductkit."""
    return Templates(_read(bundled.directory("templates"), SHIPPED))


def with_folder(folder: str) -> Templates:
    """The shipped templates with those of a folder over them.

    ConductError where the folder is none, where a file in it leads out of it, is no text, or is
    larger than a template can be, and where no file in it takes the place of a shipped template.
    """
    if not os.path.isdir(folder):  # noqa: PTH112, Path's fails for long names
        raise ConductError(f"{folder}: there is no such folder. --templates takes a folder.")
    known = shipped().shipped
    own = _read(Path(folder), str(Path(folder)) + os.sep)
    if not own.keys() & known.keys():
        names = ", ".join(name for name in sorted(known) if "/" not in name)
        raise ConductError(
            f"{folder}: no template here has the name of one that it could take the place of."
            f" Begin with one of {names}."
        )
    return Templates(known, own)


def _read(folder: Path, shown: str) -> Mapping[str, tuple[str, str]]:
    home = folder.resolve()
    found: dict[str, tuple[str, str]] = {}
    for parent, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for file in sorted(name for name in files if name.endswith(SUFFIX)):
            path = Path(parent) / file
            name = path.relative_to(folder).as_posix()
            if len(found) == MAX_FILES:
                raise ConductError(f"{folder}: more than {MAX_FILES} templates. Move some away.")
            found[name] = (_text(path, home), shown + name)
    return found


def _text(path: Path, home: Path) -> str:
    try:
        real = path.resolve(strict=True)
        if not real.is_relative_to(home):
            raise ConductError(f"{path}: leads out of the templates folder. Copy the file into it.")
        if not real.is_file() or real.stat().st_size > MAX_BYTES:
            raise ConductError(f"{path}: no template is larger than {MAX_BYTES // 1000} kB.")
        return real.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise ConductError(f"{path}: cannot be read: {error.strerror}.") from error
    except UnicodeDecodeError:
        raise ConductError(f"{path}: is not UTF-8. Save the file as UTF-8.") from None
