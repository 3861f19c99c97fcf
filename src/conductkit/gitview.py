"""What `git diff` shows of one file when it asks `conduct`: what the change does to the duty.

git hands over seven words: path, old file, its id and mode, new file, its id and mode; for a file
that was renamed two more, the new path and what git says of it; for an unmerged one the path alone.
"""

import os
import re
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, replace
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


@dataclass(frozen=True, slots=True)
class _Side:
    """One of the two files: where git put it, its name in the repository, its mode."""

    file: str
    name: str
    mode: str

    @property
    def there(self) -> bool:
        return self.file != _NOTHING

    def data(self) -> bytes:
        found = read_bytes(self.file) if self.there else b""
        return found if isinstance(found, bytes) else b""

    def loaded(self) -> Loaded | None:
        """It as a code, or what is wrong with it; None where it is none at all."""
        data = self.data()
        return load_bytes(data, self.name) if _OURS.search(data) else None


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
    renamed, about = given[7:] or (given[0], "")
    old, new = _Side(given[1], given[0], given[3]), _Side(given[4], renamed, given[6])
    colour = _colour()
    said, whole = ("", False) if only_lines else _meaning(old, new, colour)
    told = said.encode("utf-8", "surrogateescape")
    if whole and _read_by_a_person():
        return told
    return told + _lines(old, new, about, colour) + (b"\n" if said else b"")


def _read_by_a_person() -> bool:
    """Whether git writes to a terminal or a pager."""
    return bool(os.environ.get("GIT_PAGER_IN_USE")) or sys.stdout.isatty()


def _colour() -> bool:
    """As git does: by its settings, on a terminal and in a pager."""
    if os.environ.get("NO_COLOR") or not _read_by_a_person():
        return False
    asked = git.run(["config", "--get-colorbool", "color.diff", "true"], ".")
    return asked.stdout.strip() != b"false"


def _meaning(old: _Side, new: _Side, colour: bool) -> tuple[str, bool]:
    """What the change does, and whether that is the whole of it; "" where there is no code."""
    head = f"{old.name} → {new.name}\n" if old.name != new.name else ""
    if old.there and new.there and old.mode != new.mode:
        head += f"{new.name}: its mode was {old.mode} and is {new.mode}\n"
    head = terminal.clean(head)
    sides = [old.loaded(), new.loaded()]
    broken = next((side for side in sides if side and side.code is None), None)
    if broken:
        return head + _why(broken), False
    if any(loaded is None for loaded, side in zip(sides, (old, new), strict=True) if side.there):
        return "", False
    result = _compared(sides[0], sides[1])
    if result.changes:
        return head + text.changes(result, colour) + "\n", True
    name = terminal.paint(terminal.clean(new.name), "bold", when=colour)
    same = old.data() == new.data()
    words = "" if same else "; only comments or layout differ"
    return f"{head}{name}: the code says the same{words}.\n\n", True


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


def _lines(old: _Side, new: _Side, about: str, colour: bool) -> bytes:
    """The patch that git would make of the two files, under their own names.

    `about` is what git says of a renaming, the lines that belong between the first one and the
    rest.
    """
    with tempfile.TemporaryDirectory(prefix="conduct-diff-") as folder:
        names = [_copied(old, Path(folder), "a"), _copied(new, Path(folder), "b")]
        asked = [
            "diff", "--no-index", "--no-prefix", "--no-ext-diff", "--no-textconv",
            f"--color={'always' if colour else 'never'}", "--", *names,
        ]  # fmt: skip
        made = git.run(asked, folder, literal=False).stdout
    if not about:
        return made
    first, _, rest = made.partition(b"\n")
    start = re.search(rb"^(\x1b\[[0-9;]*m)*--- ", rest, re.MULTILINE)
    head = first or f"diff --git a/{old.name} b/{new.name}".encode("utf-8", "surrogateescape")
    modes = f"old mode {old.mode}\nnew mode {new.mode}\n" if old.mode != new.mode else ""
    told = (modes + about.rstrip("\n")).encode("utf-8", "surrogateescape")
    return b"\n".join([head, told, rest[start.start() :] if start else b""])


def _copied(side: _Side, folder: Path, letter: str) -> str:
    """A copy of a file under the name that the patch shall show."""
    if not side.there:
        return _NOTHING
    inside = PurePosixPath(letter, side.name)
    if ".." in inside.parts or PurePosixPath(side.name).is_absolute():
        raise ConductError(f"{side.name}: this path leads out of the repository.")
    target = folder / inside
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(Path(side.file).read_bytes())
    target.chmod(0o755 if side.mode.endswith("755") else 0o644)
    return str(inside)
