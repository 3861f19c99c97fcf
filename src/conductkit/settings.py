"""The settings of a project as frozen dataclasses; `config_table.py` says what each key means."""

import os
from collections.abc import Iterator
from dataclasses import field
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any

from conductkit.choice import Choice
from conductkit.record import Record, record

Pairs = tuple[tuple[str, str], ...]


@record
class Part(Record):
    """A mapping of the settings; `place` is where it stands, None where it comes from the cache."""

    place: Any = field(default=None, compare=False)


@record
class Checks(Part):
    """Which checks run, and how loud they are."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: Pairs = ()
    profiles: tuple[str, ...] = ()

    @property
    def choice(self) -> Choice:
        return Choice(self.select, self.ignore, self.severity, self.profiles)


@record
class Lint(Checks):
    """The same, and what holds below some paths."""

    paths: tuple[tuple[str, Checks], ...] = ()


@record
class Theme(Part):
    """How pages look: colours for light and dark, fonts, and the path of a logo."""

    accent: str = ""
    text: str = ""
    background: str = ""
    accent_dark: str = ""
    text_dark: str = ""
    background_dark: str = ""
    font: str = ""
    heading_font: str = ""
    logo: str = ""


@record
class Rendering(Part):
    """One output that the project keeps: a code, its format, and the file it goes to."""

    code: str = ""
    to: str = ""
    output: str = ""
    paper: str = ""


@record
class Config(Part):
    """What `conductkit.yaml` says; `path` is that file as seen from here, "" where there is none.

    Paths in it are relative to `folder`; `here` makes them paths from where we stand.
    """

    conductkit: str = ""
    codes: tuple[str, ...] = ()
    lint: Lint = field(default=Lint())
    dictionary: tuple[str, ...] = ()
    templates: str = ""
    theme: Theme = field(default=Theme())
    render: tuple[Rendering, ...] = ()
    bump: Pairs = ()
    path: str = field(default="", compare=False)
    digest: str = field(default="", compare=False)

    @property
    def folder(self) -> Path:
        """The project's root, as seen from here."""
        return Path(self.path).parent

    def here(self, path: str) -> str:
        """A path of the settings, as seen from here."""
        return os.path.relpath(self.folder / path)

    def within(self, path: str) -> str:
        """A path from here as the settings would write it: relative to the root, with slashes."""
        real = Path(os.path.realpath(Path(path).parent), Path(path).name)
        return Path(os.path.relpath(real, os.path.realpath(self.folder))).as_posix()

    def choices(self, path: str) -> Iterator[Choice]:
        """What is said of the checks for a file: the project's words, then those for its path."""
        yield self.lint.choice
        inside = self.within(path) if self.lint.paths else ""
        for pattern, checks in self.lint.paths:
            if covers(pattern, inside):
                yield checks.choice


def covers(pattern: str, path: str) -> bool:
    """Whether a pattern names a path or a folder above it; `*` and `?` stand for any characters."""
    plain = pattern.removeprefix("./").rstrip("/")
    if any(char in plain for char in "*?["):
        return fnmatchcase(path, plain) or fnmatchcase(path, f"{plain}/*")
    return plain in ("", ".") or path == plain or path.startswith(f"{plain}/")
