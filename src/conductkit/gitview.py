"""What `git diff` shows of one file when it asks `conduct`: what the change does to the duty.

git hands over seven words: path, old file, its id and mode, new file, its id and mode; for a file
that was renamed two more, the new path and what git says of it; for an unmerged one the path alone.
"""

import os
import re
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path, PurePosixPath

from conductkit import config, git, terminal
from conductkit.change import Diff
from conductkit.comparison import File, Sides, compare
from conductkit.errors import ConductError
from conductkit.files import read_bytes
from conductkit.load import Loaded, load_bytes
from conductkit.reports import text

_NOTHING = "/dev/null"
_OURS = re.compile(rb"^(?:\xef\xbb\xbf)?(conduct|values|rules|sections)[ \t]*:", re.MULTILINE)


def difference(given: Sequence[str], *, only_lines: bool = False) -> bytes:
    """What to show for the words that git hands over.

    The lines follow where a program reads on, and nobody at a terminal: then what it gets is still
    a patch. Files that are no codes are shown by their lines alone. ConductError where the words
    are not git's.
    """
    if len(given) == 1:
        return f"* Unmerged path {terminal.clean(given[0])}\n".encode()
    if len(given) not in (7, 9):
        raise ConductError("git calls this with a path, two files, their ids and modes.")
    path, old, new = given[0], given[1], given[4]
    renamed = given[7] if len(given) == 9 else path
    colour = _colour()
    said, whole = ("", False) if only_lines else _meaning(old, new, path, renamed, colour)
    told = said.encode("utf-8", "surrogateescape")
    if whole and _read_by_a_person():
        return told
    return told + _lines(old, new, path, renamed, colour) + (b"\n" if said else b"")


def _read_by_a_person() -> bool:
    """Whether git writes to a terminal or a pager."""
    return bool(os.environ.get("GIT_PAGER_IN_USE")) or sys.stdout.isatty()


def _colour() -> bool:
    """As git does: by its settings, on a terminal and in a pager."""
    if os.environ.get("NO_COLOR") or not _read_by_a_person():
        return False
    asked = git.run(["config", "--get-colorbool", "color.diff", "true"], ".")
    return asked.stdout.strip() != b"false"


def _meaning(old: str, new: str, path: str, renamed: str, colour: bool) -> tuple[str, bool]:
    """What the change does, and whether that is the whole of it; "" where there is no code."""
    head = terminal.clean(f"{path} → {renamed}") + "\n" if renamed != path else ""
    sides = [_loaded(old, path), _loaded(new, renamed)]
    broken = next((side for side in sides if side and side.code is None), None)
    if broken:
        return head + _why(broken), False
    if not any(sides) or any(
        side is None and file != _NOTHING for side, file in zip(sides, (old, new), strict=True)
    ):
        return "", False
    result = _compared(sides[0], sides[1])
    if result.changes:
        return head + text.changes(result, colour) + "\n", True
    name = terminal.paint(terminal.clean(renamed), "bold", when=colour)
    return f"{head}{name}: the code says the same; only comments or layout differ.\n\n", True


def _loaded(file: str, path: str) -> Loaded | None:
    """A side as a code, or what is wrong with it; None where it is none at all."""
    data = b"" if file == _NOTHING else read_bytes(file)
    return load_bytes(data, path) if isinstance(data, bytes) and _OURS.search(data) else None


def _why(broken: Loaded) -> str:
    first = broken.findings[0]
    words = f"{broken.path}: no code can be read here (line {first.span.line}: {first.message})."
    return terminal.clean(words) + "\n"


def _compared(old: Loaded | None, new: Loaded | None) -> Diff:
    olds, news = (tuple(File("", side) for side in (one,) if side) for one in (old, new))
    result = compare(Sides(olds, news, single=bool(olds and news)))
    try:
        return replace(result, policy=dict(config.load().bump))
    except ConductError:
        return result


def _lines(old: str, new: str, path: str, renamed: str, colour: bool) -> bytes:
    """The patch that git would make of the two files, under their own names."""
    with tempfile.TemporaryDirectory(prefix="conduct-diff-") as folder:
        names = [_copied(old, Path(folder), "a", path), _copied(new, Path(folder), "b", renamed)]
        asked = [
            "diff", "--no-index", "--no-prefix", "--no-ext-diff", "--no-textconv",
            f"--color={'always' if colour else 'never'}", "--", *names,
        ]  # fmt: skip
        return git.run(asked, folder, literal=False).stdout


def _copied(file: str, folder: Path, side: str, path: str) -> str:
    """A copy of a file under the name that the patch shall show."""
    if file == _NOTHING:
        return _NOTHING
    inside = PurePosixPath(side, path)
    if ".." in inside.parts or PurePosixPath(path).is_absolute():
        raise ConductError(f"{path}: this path leads out of the repository.")
    target = folder / inside
    target.parent.mkdir(parents=True, exist_ok=True)
    data = Path(file).read_bytes()
    target.write_bytes(data)
    target.chmod(0o755 if os.access(file, os.X_OK) else 0o644)
    return str(inside)
