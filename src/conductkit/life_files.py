"""Which commits touch the file of one code, under each name that the file had."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from conductkit.gitlog import Commit, Touch
from conductkit.load import load_bytes
from conductkit.model import Code


class Editions:
    """Contents as codes, each loaded once; `read` gives the contents of blobs by their ids."""

    def __init__(self, read: Callable[[Sequence[str]], Mapping[str, bytes]]) -> None:
        self._read = read
        self._raw: dict[str, bytes] = {}
        self._codes: dict[str, Code | None] = {"": None}

    def fetch(self, blobs: Iterable[str]) -> None:
        """Read contents, all at once."""
        wanted = [blob for blob in dict.fromkeys(blobs) if blob and blob not in self._raw]
        if wanted:
            self._raw.update(self._read(wanted))

    def code(self, blob: str, path: str) -> Code | None:
        """The code in a blob; None where it does not load or there is no blob."""
        if blob not in self._codes:
            self.fetch([blob])
            self._codes[blob] = load_bytes(self._raw[blob], path).code
        return self._codes[blob]


@dataclass(frozen=True, slots=True)
class Step:
    """One commit's work on the code: the touch against each parent that differs."""

    commit: Commit
    touches: tuple[Touch, ...]


def steps_of(commits: Sequence[Commit], editions: Editions, id: str, path: str) -> Iterator[Step]:
    """The commits that touch the code's file, under each name that it had."""
    names = _names(commits, editions, id, path)
    editions.fetch(
        blob
        for commit in commits for side in commit.sides for touch in side
        if names & {touch.new_path, touch.old_path} for blob in (touch.old_blob, touch.new_blob)
    )  # fmt: skip
    ids = {id}
    for commit in commits:
        touches = [mine for side in commit.sides if (mine := _mine(side, names, ids, editions))]
        if touches and len(touches) == max(len(commit.parents), 1):
            yield Step(commit, tuple(touches))


def _names(commits: Sequence[Commit], editions: Editions, id: str, path: str) -> set[str]:
    """Every name that the code's file had: what git calls a rename, or the code by its id."""
    names = {path}
    size = 0
    while size < len(names):
        size = len(names)
        for commit in commits:
            for side in commit.sides:
                for touch in side:
                    both = {touch.old_path, touch.new_path} - {""}
                    if len(both) == 2 and names & both:
                        names |= both
                    elif touch.new_path in names and not touch.old_blob:
                        names |= _gone(side, editions, id)
    return names


def _gone(side: Sequence[Touch], editions: Editions, id: str) -> set[str]:
    """The files that went in the same commit and held the code."""
    return {
        touch.old_path for touch in side
        if not touch.new_blob and _has_id(editions.code(touch.old_blob, touch.old_path), {id})
    }  # fmt: skip


def _has_id(code: Code | None, ids: set[str]) -> bool:
    return code is not None and code.id in ids


def _mine(
    side: Sequence[Touch], names: set[str], ids: set[str], editions: Editions
) -> Touch | None:
    """What a commit did to the code; two touches are one where its file got another name."""
    came_at = went_at = None
    for touch in side:
        if not names & {touch.old_path, touch.new_path}:
            continue
        old = editions.code(touch.old_blob, touch.old_path)
        new = editions.code(touch.new_blob, touch.new_path)
        ours = _has_id(old, ids) or _has_id(new, ids) or (old is None and new is None)
        if not ours:
            continue
        if touch.old_blob and touch.new_blob:
            ids |= {code.id for code in (old, new) if code is not None}
            return touch
        came_at, went_at = (touch, went_at) if touch.new_blob else (came_at, touch)
    if came_at and went_at:
        return Touch(went_at.old_path, came_at.new_path, went_at.old_blob, came_at.new_blob)
    return came_at or went_at
