"""What git knows of the past: commits, and what each did to the YAML files of a repository.

One process for all commits, one for all contents. Nothing of a repository's settings runs: no
signature check, no text conversion, no external diff, no fetching of what is missing.
"""

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from conductkit import git
from conductkit.errors import InputError

_MARK = "\x01"
_FORMAT = "--format=%x01%H%x00%P%x00%aN%x00%aI%x00%s"
_SETTINGS = (
    "-c", "log.showSignature=false", "-c", "i18n.logOutputEncoding=UTF-8", "-c", "log.follow=false",
    "-c", "log.showRoot=true",
)  # fmt: skip
_YAML = (":(top,icase,glob)**/*.yaml", ":(top,icase,glob)**/*.yml")
_DEFAULTS = ("origin/main", "origin/master", "main", "master")


@dataclass(frozen=True, slots=True)
class Touch:
    """What became of one file against one parent: paths and contents, "" where there is none."""

    old_path: str
    new_path: str
    old_blob: str
    new_blob: str


@dataclass(frozen=True, slots=True)
class Commit:
    """A commit: who and when as its author wrote it, and what it did against each parent.

    `sides` has one entry a parent in which a file differs; a merge that took a file from one of its
    parents has fewer entries than parents.
    """

    id: str
    parents: tuple[str, ...]
    author: str
    date: str
    subject: str
    sides: tuple[tuple[Touch, ...], ...]

    @property
    def short(self) -> str:
        return self.id[:7]

    @property
    def day(self) -> str:
        return self.date[:10]

    @property
    def touched(self) -> tuple[Touch, ...]:
        """What it did to files against its first parent that differs."""
        return self.sides[0] if self.sides else ()


def commits(
    include: Sequence[str],
    top: str,
    *,
    exclude: Sequence[str] = (),
    paths: Sequence[str] = (),
    first_parent: bool = False,
) -> list[Commit]:
    """The commits from `include` back, without `exclude`, that touch a YAML file, newest first.

    Ids, not names, go in. `paths` are files from the top that are no .yaml and are wanted as well.
    With `first_parent` merges count as one commit, as the branch saw them; without, the history is
    that of `git log`, and a merge shows what it does to each of its parents.
    """
    kind = ["--first-parent", "-m"] if first_parent else ["-m"]
    more = [f":(top,literal){path}" for path in paths]
    command = [
        *_SETTINGS, "log", "-z", "--raw", "-M", "--no-abbrev", "--no-ext-diff", "--no-textconv",
        f"-O{os.devnull}", "--no-notes", "--no-decorate", "--no-color", _FORMAT, *kind, *include,
        *(f"^{item}" for item in exclude), "--", *_YAML, *more,
    ]  # fmt: skip
    answer = git.run(command, top, literal=False)
    if answer.returncode:
        raise InputError(f"git could not read the history: {git.why(answer)}.")
    return list(_commits(os.fsdecode(answer.stdout).split("\0")))


def _commits(words: list[str]) -> Iterator[Commit]:
    """Commits out of git's words; the sides of one merge stand one after the other."""
    last: Commit | None = None
    for head, touched in _sides(words):
        if last is not None and last.id == head.id:
            last = _with(last, touched)
            continue
        if last is not None:
            yield last
        last = _with(head, touched)
    if last is not None:
        yield last


def _with(commit: Commit, touched: tuple[Touch, ...]) -> Commit:
    sides = (*commit.sides, touched) if touched else commit.sides
    return Commit(
        commit.id, commit.parents, commit.author, commit.date, commit.subject, sides
    )  # fmt: skip


def _sides(words: list[str]) -> Iterator[tuple[Commit, tuple[Touch, ...]]]:
    head: Commit | None = None
    touched: list[Touch] = []
    rest = iter(words)
    for word in rest:
        if word.startswith(_MARK):
            if head is not None:
                yield head, tuple(touched)
            parents, author, date, subject = (_utf8(next(rest, "")) for _ in range(4))
            head, touched = (
                Commit(word[1:], tuple(parents.split()), author, date, subject, ()),
                [],
            )
        elif word.lstrip("\n").startswith(":"):
            touched.append(_touch(word.lstrip("\n"), rest))
    if head is not None:
        yield head, tuple(touched)


def _touch(word: str, rest: Iterator[str]) -> Touch:
    """One line of raw output: modes, contents, what happened; the paths are the next words."""
    old_mode, new_mode, old, new, status = word[1:].split(" ")
    first = next(rest, "")
    second = next(rest, "") if status[0] in "RC" else first
    before = old if old_mode.startswith("100") and status[0] != "A" else ""
    after = new if new_mode.startswith("100") and status[0] != "D" else ""
    if status[0] == "C":
        before = ""
    return Touch(first if before else "", second if after else "", before, after)


def _utf8(word: str) -> str:
    """A word for people: bytes that are no UTF-8 as the sign for that."""
    return os.fsencode(word).decode("utf-8", "replace")


def contents(blobs: Sequence[str], top: str) -> dict[str, bytes]:
    """The content of each blob by its id; each is read once."""
    wanted = [git.Entry(blob, blob) for blob in dict.fromkeys(blobs) if blob]
    found = git.contents(wanted, top)
    return {entry.blob: data for entry, data in zip(wanted, found, strict=True)}


def head(top: str) -> str | None:
    """The id of the commit that is checked out; None where there is none yet."""
    answer = git.run(["rev-parse", "--verify", "--quiet", "HEAD^{commit}"], top)
    return answer.stdout.decode("ascii", "replace").strip() or None


def default_branch(top: str) -> tuple[str, str] | None:
    """Name and commit of the branch that releases come from: the remote's own, else main, master.

    None where there is no such branch.
    """
    answer = git.run(["symbolic-ref", "--short", "--quiet", "refs/remotes/origin/HEAD"], top)
    named = [*os.fsdecode(answer.stdout).split(), *_DEFAULTS]
    for name in named:
        place = "remotes" if name.startswith("origin/") else "heads"
        found = git.run(
            ["rev-parse", "--verify", "--quiet", "--end-of-options", f"refs/{place}/{name}"], top
        )
        if found.returncode == 0:
            return name, found.stdout.decode("ascii", "replace").strip()
    return None


def merge_base(one: str, two: str, top: str) -> str | None:
    """The newest commit that two have in common; None where they have none here."""
    answer = git.run(["merge-base", one, two], top)
    return answer.stdout.decode("ascii", "replace").strip().split("\n")[0] or None


def cut_off(top: str) -> frozenset[str]:
    """The commits of a shallow clone whose parents are missing; none in a whole one."""
    answer = git.run(["rev-parse", "--git-path", "shallow"], top)
    path = Path(top, os.fsdecode(answer.stdout.removesuffix(b"\n")))
    try:
        return frozenset(path.read_text(encoding="ascii").split())
    except (OSError, ValueError):
        return frozenset()
