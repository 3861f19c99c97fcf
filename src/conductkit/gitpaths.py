"""Paths as git names them, and files in revisions, such as `HEAD~1:codes/ours.yaml`."""

import os
from collections.abc import Sequence
from pathlib import Path

from conductkit import git
from conductkit.comparison import File, Sides
from conductkit.errors import ConductError, InputError
from conductkit.load import load_bytes, load_file


def inside_of(path: str, top: str) -> str:
    """A path as git names it: from the top of the repository, with strokes."""
    # The folder is resolved, the last name is not: a link is compared as what it is called.
    given = Path(os.path.normpath(path))
    whole = os.path.realpath(given.parent) / Path(given.name)
    found = os.path.relpath(whole, os.path.realpath(top))
    if found == ".." or found.startswith(".." + os.sep):
        raise InputError(f"{path} is outside this repository ({top}). Name a path inside it.")
    return "" if found == "." else found.replace(os.sep, "/")


def in_git(operand: str) -> bool:
    """Whether an operand names a file in a revision, as git does: `HEAD~1:codes/ours.yaml`."""
    revision, colon, path = operand.partition(":")
    return bool(colon and revision and path and "{" not in revision) and not os.path.lexists(
        operand
    )


def parted(operand: str, top: str) -> tuple[str, str]:
    """The revision and the path of such an operand, the path from here."""
    revision, _, path = operand.partition(":")
    # In git a path is one from the top, or from here where it begins with a dot.
    return revision, path if path.startswith(("./", "../")) else str(
        Path(os.path.relpath(top), path)
    )


def pair(operands: Sequence[str], top: str) -> Sides:
    """Two files, one at least in a revision."""
    if len(operands) > 2:
        raise ConductError(f"There are {len(operands)} files; a diff takes two at most.")
    for operand in operands:
        if not in_git(operand) and not Path(operand).is_file():
            raise ConductError(
                f"A file in a revision is compared with a file, and {operand} is none."
                " Name a file or REVISION:PATH, or put the paths behind `--`."
            )
    named = dict(_commit_of(operand, top) for operand in operands if in_git(operand))
    old, new = (
        _blob(operand, top) if in_git(operand) else File(Path(operand).name, load_file(operand))
        for operand in operands
    )
    return Sides((old,), (new,), single=True, revisions=tuple(named), commits=tuple(named.values()))


def _commit_of(operand: str, top: str) -> tuple[str, str]:
    revision = operand.partition(":")[0]
    return revision, git.commit(revision, top)


def _blob(operand: str, top: str) -> File:
    revision, commit = _commit_of(operand, top)
    path = inside_of(parted(operand, top)[1], top)
    entries = [entry for entry in git.files(commit, top, [path]) if entry.path == path]
    if not entries:
        raise InputError(
            f"There is no file {path} in {revision}."
            f" `git ls-tree -r --name-only {revision}` lists those that there are."
        )
    data = git.contents(entries, top)[0]
    return File(path, load_bytes(data, f"{revision}:{path}"))
