"""What git knows of files: read only, never through a shell, never by the user's settings.

Revision names come from users and from CI variables: they are resolved once, behind
`--end-of-options`, and only the object id that git gives back is used after that.
"""

import os
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass

from conductkit.errors import ConductError, InputError

_SETTINGS = ("-c", "core.quotepath=off", "-c", "core.fsmonitor=false", "-c", "core.pager=cat")
_ENVIRONMENT = {
    "LC_ALL": "C", "LANGUAGE": "C", "GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0",
    "GIT_NO_LAZY_FETCH": "1", "GIT_PAGER": "cat",
}  # fmt: skip
_LONGEST_NAME = 1000
_COMPARE = (
    "So there are no revisions to compare with:"
    " name two files or two folders, or go to the repository."
)
_UNSHALLOW = (
    "Fetch it with `git fetch --unshallow`; in GitHub Actions give actions/checkout"
    " `fetch-depth: 0`, in GitLab set GIT_DEPTH: 0."
)


@dataclass(frozen=True, slots=True)
class Entry:
    """A file in a tree: its path from the top of the repository, and the id of its content."""

    path: str
    blob: str


def root(folder: str = ".", otherwise: str = _COMPARE) -> str:
    """The top folder of the repository that a folder is in.

    ConductError where it is in none, with what to do `otherwise`, or where it has no files.
    """
    answer = run(["rev-parse", "--show-toplevel"], folder)
    if answer.returncode:
        words = _first_line(answer.stderr)
        if "dubious ownership" in words:
            raise ConductError(
                f"git does not trust this repository: {words}."
                " Run `git config --global --add safe.directory` with its folder, if you do."
            )
        if "work tree" in words:
            raise ConductError(
                "This is a git repository without files to work on (a bare one, or its .git"
                " folder). Go to a working tree of it, or make one with `git worktree add`."
            )
        raise ConductError(f"There is no git repository here. {otherwise}")
    return os.fsdecode(answer.stdout.removesuffix(b"\n"))


def commit(revision: str, top: str) -> str:
    """The id of the commit that a revision names. InputError with the remedy where none does."""
    shown = _shown(revision)
    usable = revision and len(revision) <= _LONGEST_NAME and "\0" not in revision
    if usable and not any(char in revision for char in "\n\r"):
        name = f"{revision}^{{commit}}"
        answer = run(["rev-parse", "--verify", "--quiet", "--end-of-options", name], top)
        found = answer.stdout.decode("ascii", "replace").strip()
        if answer.returncode == 0 and found.isalnum():
            return found
    if _is_shallow(top):
        raise InputError(f"The revision “{shown}” is not in this shallow clone. {_UNSHALLOW}")
    if revision == "HEAD":
        raise InputError(
            "This repository has no commit yet, so there is nothing to compare with."
            " Commit once, or name two files."
        )
    raise InputError(
        f"git knows no revision “{shown}”, and there is no such file or folder here."
        " `git log --oneline` lists revisions; put paths behind `--`."
    )


def merge_base(one: str, two: str, top: str) -> str:
    """The commit from which two revisions went apart. InputError where there is none here."""
    answer = run(["merge-base", commit(one, top), commit(two, top)], top)
    found = answer.stdout.decode("ascii", "replace").split()
    if found:
        return found[0]
    shown = f"“{_shown(one)}” and “{_shown(two)}”"
    if _is_shallow(top):
        raise InputError(f"Where {shown} went apart is not in this shallow clone. {_UNSHALLOW}")
    raise InputError(
        f"{shown} have no history in common, so there is no commit where they went apart."
        " Compare the two themselves: put two dots, not three, between them."
    )


def _is_shallow(top: str) -> bool:
    return run(["rev-parse", "--is-shallow-repository"], top).stdout.strip() == b"true"


def files(commit_id: str, top: str, paths: Sequence[str] = ()) -> list[Entry]:
    """The regular files of a commit under the given paths (from the top); all where none is given.

    Paths are taken to the letter: no wildcards.
    """
    if any("\0" in path for path in paths):
        raise InputError("No file can have a name with a NUL character in it. Check the path.")
    wanted = [path for path in paths if path not in ("", ".")]
    command = ["ls-tree", "-r", "-z", "--full-tree", "--end-of-options", commit_id]
    answer = run([*command, "--", *wanted] if wanted and "" not in paths else command, top)
    if answer.returncode:
        raise InputError(f"git could not list the files of {commit_id[:12]}: {why(answer)}.")
    found = []
    for line in answer.stdout.split(b"\0"):
        head, _, path = line.partition(b"\t")
        mode, kind, blob = [*head.decode("ascii").split(), "", "", ""][:3]
        if kind == "blob" and mode.startswith("100"):
            found.append(Entry(os.fsdecode(path), blob))
    return found


def contents(entries: Sequence[Entry], top: str) -> list[bytes]:
    """The content of each file, as it is stored: no filter of the repository's settings runs."""
    if not entries:
        return []
    asked = "".join(f"{entry.blob}\n" for entry in entries).encode("ascii")
    answer = run(["cat-file", "--batch"], top, asked)
    found, at = [], 0
    for entry in entries:
        end = answer.stdout.find(b"\n", at)
        head = answer.stdout[at:end].split()
        if end < 0 or len(head) != 3:
            raise InputError(
                f"git has no content for {entry.path}: the clone is not complete."
                " Fetch it with `git fetch --refetch`."
            )
        size = int(head[2])
        found.append(answer.stdout[end + 1 : end + 1 + size])
        at = end + 1 + size + 1
    return found


def run(
    arguments: Sequence[str], folder: str, given: bytes = b"", *, literal: bool = True
) -> "subprocess.CompletedProcess[bytes]":
    """What git answers in a folder. Paths are taken to the letter unless `literal` is off."""
    paths = ["--literal-pathspecs"] if literal else []
    command = ["git", "--no-pager", *paths, *_SETTINGS, *arguments]
    try:
        return subprocess.run(  # noqa: S603 - a list of arguments, no shell
            command, cwd=folder, input=given, capture_output=True, check=False,
            env={**os.environ, **_ENVIRONMENT},
        )  # fmt: skip
    except FileNotFoundError:
        raise ConductError(
            "This needs git, which is not installed or not on the PATH. Install it;"
            " only two files or two folders can be compared without it."
        ) from None
    except (OSError, ValueError) as error:
        raise ConductError(f"git could not be run: {error}.") from None


def why(answer: "subprocess.CompletedProcess[bytes]") -> str:
    """What git said went wrong, in a few words."""
    return _first_line(answer.stderr) or "it gave no reason"


def _first_line(words: bytes) -> str:
    lines = words.decode("utf-8", "replace").strip().splitlines()
    return lines[0].removeprefix("fatal: ").rstrip(".") if lines else ""


def _shown(revision: str) -> str:
    return revision if len(revision) <= 80 else revision[:79] + "…"
