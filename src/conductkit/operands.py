"""What is compared with what: two files, two folders, two revisions, or the files here with one."""

import os
import re
from collections.abc import Sequence
from pathlib import Path

from conductkit import discover, git, gitpaths, project
from conductkit.comparison import File, Sides
from conductkit.errors import ConductError, InputError
from conductkit.gitpaths import inside_of
from conductkit.load import load_bytes, load_file

_OURS = re.compile(rb"^(?:\xef\xbb\xbf)?(conduct|values|rules|sections)[ \t]*:", re.MULTILINE)
_SUFFIXES = (".yaml", ".yml")


def sides(operands: Sequence[str], paths: Sequence[str] | None = None) -> Sides:
    """Read both sides. `operands` are revisions or paths; `paths` what stood behind `--`.

    ConductError or InputError where they name nothing that can be compared.
    """
    if paths is None and any(map(gitpaths.in_git, operands)):
        return _with_git(operands)
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


def revisions_of(operand: str) -> list[str]:
    """`A..B` is two revisions; an empty side is HEAD. `A...B` stays one operand."""
    first, dots, second = operand.partition("..")
    if not dots or second.startswith("."):
        return [operand]
    return [first or "HEAD", second or "HEAD"]


def _with_git(operands: Sequence[str]) -> Sides:
    """Files in revisions; of one alone, what became of it in the files here."""
    top = git.root()
    if len(operands) > 1:
        return gitpaths.pair(operands, top)
    revision, path = gitpaths.parted(operands[0], top)
    return _revisions([revision], [path])


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
    names, ids = zip(*commits, strict=True)
    return Sides(old, new, revisions=names, commits=ids)


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
