"""git made to show and merge codes by meaning, in one repository; and the way back.

What is written: settings of this clone (`git config --local`), which name programs and so never
travel, and lines of .gitattributes in the project's folder, which say which files are codes and are
committed like any other file.
"""

import os
import re
import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from conductkit import ack_file, config, git, gitattributes, gitdrivers, project
from conductkit.errors import ConductError, InputError
from conductkit.files import read_bytes
from conductkit.write import write_atomic

ATTRIBUTES = ".gitattributes"


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that was done or looked at: `what` became of `name`, in a word, and why.

    `right` says whether it is now as it was asked for.
    """

    what: str
    name: str
    words: str = ""
    right: bool = True


def setup() -> list[Step]:
    """Set up the drivers here; each step that this took. ConductError where there is no way."""
    place = _Place()
    steps = [_set(place, key, value) for key, value in gitdrivers.settings(program()).items()]
    text = place.attributes()
    new = gitattributes.with_block(text, place.lines)
    changed = write_atomic(place.file, new.encode())
    words = ", ".join(re.split(" (?:diff|merge)=", line)[0] for line in place.lines)
    steps.append(Step("wrote" if changed else "kept", place.shown, words))
    return steps + list(_overruled(place))


def remove() -> list[Step]:
    """Undo what `setup` did, here; other settings and lines stay."""
    place = _Place()
    steps = [_unset(place, key) for key in gitdrivers.settings(program())]
    text = place.attributes() or ""
    new = gitattributes.without_block(text)
    if new == text:
        return [*steps, Step("not there", place.shown, "no lines of conductkit")]
    if new is not None:
        write_atomic(place.file, new.encode())
        return [*steps, Step("removed", place.shown, "the lines of conductkit; all others stay")]
    place.file.unlink()
    return [*steps, Step("removed", place.shown, "the file: nothing else was in it")]


def status() -> list[Step]:
    """How things stand here; all is set up where every step is right."""
    place = _Place()
    steps = []
    for key, value in gitdrivers.settings(program()).items():
        now = place.setting(key)
        if now is None:
            steps.append(Step("not set", key, gitdrivers.DOES[key], right=False))
        elif now == value:
            steps.append(Step("set", key, gitdrivers.DOES[key]))
        else:
            ours = gitdrivers.is_ours(key, now)
            words = "by another conduct than this one" if ours else f"to something else: {now}"
            steps.append(Step("set", key, words, right=False))
    found = gitattributes.block(place.attributes() or "")
    if found is None:
        steps.append(Step("no lines", place.shown, right=False))
    elif found != place.lines:
        steps.append(Step("other lines", place.shown, "not those of the settings", right=False))
    else:
        steps.append(Step("lines there", place.shown))
        steps += _overruled(place)
    return steps


def program() -> list[str]:
    """The command that is this `conduct`, wherever it is called from."""
    beside = Path(sys.executable).parent / ("conduct.exe" if os.name == "nt" else "conduct")
    if os.access(beside, os.X_OK):
        return [str(beside)]
    found = shutil.which("conduct")
    return [os.path.abspath(found)] if found else [sys.executable, "-m", "conductkit"]  # noqa: PTH100


class _Place:
    """The repository that we are in, the folder of the project in it, and its codes."""

    def __init__(self) -> None:
        self.top = git.root(
            otherwise="Go to the repository of your codes, or make one with `git init`."
        )
        settings = config.load()
        given = settings.codes or (project.DEFAULT,)
        if settings.path:
            folder = settings.folder
        else:
            folder = Path() if Path(project.DEFAULT).is_dir() else Path(self.top)
        self.file = folder / ATTRIBUTES
        self.shown = os.path.relpath(self.file)
        files = [path for path in given if _is_file(folder / path)]
        folders = [path for path in given if path not in files]
        self.lines = gitattributes.lines(folders, files, only_merged=[ack_file.FOLDER])
        self.samples = [path if path in files else f"{path.rstrip('/')}/x.yaml" for path in given]

    def attributes(self) -> str | None:
        """What .gitattributes holds; None where it is not there."""
        if self.file.is_symlink():
            raise ConductError(
                f"{self.shown} is a link, which git does not follow. Put the file itself there."
            )
        if not os.path.lexists(self.file):
            return None
        data = read_bytes(str(self.file))
        if not isinstance(data, bytes):
            raise InputError(f"{self.shown}: {data.message}. {data.help}")
        try:
            return data.decode("utf-8")
        except UnicodeDecodeError:
            raise InputError(
                f"{self.shown}: this file is not UTF-8, so it was left as it is. Save it as UTF-8."
            ) from None

    def setting(self, key: str) -> str | None:
        """The value that git goes by, wherever it is set."""
        answer = git.run(["config", "-z", "--get", key], self.top)
        return None if answer.returncode else _text(answer.stdout)

    def local(self, key: str) -> str | None:
        """The value that is set in this repository."""
        answer = git.run(["config", "--local", "-z", "--get", key], self.top)
        return None if answer.returncode else _text(answer.stdout)

    def change(self, arguments: list[str]) -> None:
        answer = git.run(["config", "--local", *arguments], self.top)
        if answer.returncode:
            raise ConductError(f"git could not change its settings: {git.why(answer)}.")


def _is_file(path: Path) -> bool:
    return path.is_file() or (path.suffix in (".yaml", ".yml") and not path.is_dir())


def _text(answer: bytes) -> str:
    return answer.removesuffix(b"\0").decode("utf-8", "surrogateescape")


def _set(place: _Place, key: str, value: str) -> Step:
    old = place.local(key)
    if old == value:
        return Step("kept", key, gitdrivers.DOES[key])
    place.change(["--replace-all", key, value])
    if old is None:
        return Step("set", key, gitdrivers.DOES[key])
    ours = gitdrivers.is_ours(key, old)
    return Step("replaced", key, gitdrivers.DOES[key] if ours else f"it was: {old}")


def _unset(place: _Place, key: str) -> Step:
    old = place.local(key)
    if old is None:
        return Step("not set", key)
    if not gitdrivers.is_ours(key, old):
        return Step("left", key, f"conduct did not set this: {old}")
    place.change(["--unset-all", key])
    return Step("removed", key)


def _overruled(place: _Place) -> Iterator[Step]:
    """Where another line of some .gitattributes has the last word about the codes."""
    folder = str(place.file.parent)
    asked = ["check-attr", "-z", "diff", "merge", "--", *place.samples]
    told = git.run(asked, folder, literal=False).stdout.split(b"\0")
    for path, attribute, value in zip(told[::3], told[1::3], told[2::3], strict=False):
        if value != gitdrivers.NAME.encode():
            words = (
                f"another line has the last word and says “{os.fsdecode(value)}”:"
                f" see `git check-attr -a {os.fsdecode(path)}`"
            )
            yield Step("overruled", os.fsdecode(attribute), words, right=False)
