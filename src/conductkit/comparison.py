"""What is compared with what: two files, two folders, two revisions, or the files here with one."""

import os
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from conductkit import discover, git, project
from conductkit.change import Diff, together
from conductkit.diff import came, diff, went
from conductkit.errors import ConductError, InputError
from conductkit.finding import Finding
from conductkit.load import Loaded, load_bytes, load_file
from conductkit.model import Code

_OURS = re.compile(rb"^(?:\xef\xbb\xbf)?(conduct|values|rules|sections)[ \t]*:", re.MULTILINE)
_SUFFIXES = (".yaml", ".yml")


@dataclass(frozen=True, slots=True)
class File:
    """A file of one side: where it stands from the folder compared, and what came of it."""

    name: str
    loaded: Loaded


@dataclass(frozen=True, slots=True)
class Sides:
    """The files of the old and the new side; `single` where the user named one file on each.

    `revisions` are the names that stand before the paths of files in git.
    """

    old: tuple[File, ...]
    new: tuple[File, ...]
    single: bool = False
    revisions: tuple[str, ...] = ()

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What keeps files from being codes."""
        files = (*self.old, *self.new)  # one folder on both sides: each fault once
        return tuple(dict.fromkeys(item for file in files for item in file.loaded.findings))


def sides(operands: Sequence[str], paths: Sequence[str] | None = None) -> Sides:
    """Read both sides. `operands` are revisions or paths; `paths` what stood behind `--`.

    ConductError or InputError where they name nothing that can be compared.
    """
    named = [] if paths is not None else [item for item in operands if os.path.lexists(item)]
    revisions = [part for item in operands if item not in named for part in revisions_of(item)]
    if operands[: len(revisions)] and named and operands[0] in named and revisions:
        _missing(next(item for item in operands if item not in named))
    if len(named) == 2 and not revisions:
        return _pair(named[0], named[1])
    apart = [item for item in revisions if "..." in item]
    if len(revisions) + len(apart) > 2:
        raise ConductError(
            f"There are {len(revisions) + len(apart)} revisions ({', '.join(revisions[:4])} …);"
            " a diff takes two at most. Put paths behind `--`."
        )
    return _revisions(revisions, [*named, *(paths or ())])


def compare(both: Sides) -> Diff:
    """The changes of every code that can be read on both sides; codes are known by their id."""
    olds, news = _codes(both.old), _codes(both.new)
    if both.single:
        return diff(olds[0][1], news[0][1]) if olds and news else Diff()
    broken = {file.name for file in (*both.old, *both.new) if file.loaded.code is None}
    parts = []
    for name, code in news:
        partner = _partner(name, code, olds)
        if partner:
            olds.remove(partner)
            parts.append(diff(partner[1], code))
        elif name not in broken:
            parts.append(came(code))
    parts += [went(code) for name, code in olds if name not in broken]
    return replace(together(parts), revisions=both.revisions)


def _codes(files: Sequence[File]) -> list[tuple[str, Code]]:
    return [(file.name, file.loaded.code) for file in files if file.loaded.code is not None]


def _partner(name: str, code: Code, olds: Sequence[tuple[str, Code]]) -> tuple[str, Code] | None:
    """The old edition: the code with this id, the one in the same place first."""
    same = [item for item in olds if item[1].id == code.id]
    return next((item for item in same if item[0] == name), same[0] if same else None)


def revisions_of(operand: str) -> list[str]:
    """`A..B` is two revisions; an empty side is HEAD. `A...B` stays one operand."""
    first, dots, second = operand.partition("..")
    if not dots or second.startswith("."):
        return [operand]
    return [first or "HEAD", second or "HEAD"]


def _missing(name: str) -> None:
    raise InputError(
        f"{name}: there is no such file or folder. Check the name; revisions stand before paths."
    )


def _pair(old: str, new: str) -> Sides:
    folders = Path(old).is_dir(), Path(new).is_dir()
    if folders[0] != folders[1]:
        raise ConductError(
            f"{old} and {new} cannot be compared: one is a folder, the other a file."
            " Name two files or two folders."
        )
    if not folders[0]:
        one, two = (File(Path(path).name, load_file(path)) for path in (old, new))
        return Sides((one,), (two,), single=True)
    return Sides(_folder(old), _folder(new))


def _folder(folder: str) -> tuple[File, ...]:
    return tuple(File(os.path.relpath(path, folder), load_file(path)) for path in _found([folder]))


def _found(paths: Sequence[str]) -> list[str]:
    """The code files here under the paths; none where a folder has none."""
    try:
        return discover.find(paths)
    except InputError:
        if all(Path(path).is_dir() for path in paths):
            return []
        raise


def _revisions(revisions: Sequence[str], paths: Sequence[str]) -> Sides:
    """Revisions with each other, or the files here with one revision, HEAD where none is named."""
    top = git.root()
    commits = [pair for name in revisions or ["HEAD"] for pair in _commits(name, top)]
    wanted = list(paths) or _default()
    inside = [inside_of(path, top) for path in wanted]
    old = _tree(*commits[0], top, inside)
    if len(commits) == 2:
        new = _tree(*commits[1], top, inside)
    else:
        here = [path for path in wanted if os.path.lexists(path)]
        found = _found(here) if here else []
        new = tuple(File(inside_of(path, top), load_file(path)) for path in found)
    if not old and not new:
        shown = ", ".join(wanted)
        raise InputError(f"There is no code in {shown} on either side. Check the path.")
    return Sides(old, new, revisions=tuple(name for name, _ in commits))


def _commits(revision: str, top: str) -> list[tuple[str, str]]:
    """Name and id of a revision; of `A...B` the commit where B went apart from A, and B."""
    first, dots, second = revision.partition("...")
    if not dots:
        return [(revision, git.commit(revision, top))]
    base = git.merge_base(first or "HEAD", second or "HEAD", top)
    return [(base[:12], base), (second or "HEAD", git.commit(second or "HEAD", top))]


def _default() -> list[str]:
    """Where the project keeps its codes; a place that is only in an older revision counts too."""
    found = project.places()
    if found == [project.DEFAULT] and not os.path.lexists(project.DEFAULT):
        top = git.root()
        if os.path.realpath(top) != os.path.realpath("."):
            raise ConductError("There is no folder codes/ here. Name a path behind `--`.")
    return found


def inside_of(path: str, top: str) -> str:
    """A path as git names it: from the top of the repository, with strokes."""
    # The folder is resolved, the last name is not: a link is compared as what it is called.
    given = Path(os.path.normpath(path))
    whole = os.path.realpath(given.parent) / Path(given.name)
    found = os.path.relpath(whole, os.path.realpath(top))
    if found == ".." or found.startswith(".." + os.sep):
        raise InputError(f"{path} is outside this repository ({top}). Name a path inside it.")
    return "" if found == "." else found.replace(os.sep, "/")


def _tree(name: str, commit: str, top: str, inside: Sequence[str]) -> tuple[File, ...]:
    """The code files of a commit; the place of a finding is named as git does: `REV:path`."""
    named = set(inside)
    entries = [
        entry
        for entry in git.files(commit, top, inside)
        if entry.path in named
        or (
            entry.path.endswith(_SUFFIXES) and entry.path.rpartition("/")[2] != discover.CONFIG_NAME
        )
    ]
    contents = zip(entries, git.contents(entries, top), strict=True)
    return tuple(
        File(entry.path, load_bytes(data, f"{name}:{entry.path}"))
        for entry, data in contents
        if entry.path in named or _OURS.search(data)
    )
