"""Which editions of a code were given out under a version, as git knows them.

What the default branch has is given out; what a branch has beyond it is work in progress, however
many commits it takes. The text that a version names is the one of the commit that set it, along the
first parents: a merged branch counts as the one commit that brought it.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from conductkit import git, gitlog
from conductkit.errors import InputError
from conductkit.gitlog import Commit, Touch
from conductkit.load import load_bytes
from conductkit.model import Code

_SUFFIXES = (".yaml", ".yml")
_VERSION = re.compile(rb"^version:[ \t]*(\d+\.\d+\.\d+)[ \t]*\r?$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Edition:
    """A code as a commit has it; `said` names the commit for readers."""

    code: Code
    said: str


@dataclass(frozen=True, slots=True)
class Past:
    """The past of one code. `base` is what its next version is compared with, None where it is new.

    `path` is the file's name where the base stands, `head` the code as it was last committed.
    """

    path: str
    base: Edition | None = None
    head: Code | None = None


class Releases:
    """What was given out in one repository, read once for all its codes.

    `paths` are the files, from the top. `against` is a revision to compare with instead of the
    commit that set the last version. InputError where it is not there.
    """

    def __init__(self, top: str, paths: Sequence[str], against: str = "") -> None:
        self.top = top
        self.against = against
        self._codes: dict[str, Code | None] = {}
        self._raw: dict[str, bytes] = {}
        self._trees: dict[str, dict[str, str]] = {}
        self._paths = paths
        self._cut = gitlog.cut_off(top)
        self.head = gitlog.head(top)
        tip = git.commit(against, top) if against else self._default() or self.head
        self.since = tip and self.head and (gitlog.merge_base(tip, self.head, top) or tip)
        self.history = self._walk(self.since)
        self.later = self._walk(tip, self.since) if tip != self.since else []
        self._fetch(self._blobs(set(paths)))

    def _default(self) -> str | None:
        found = gitlog.default_branch(self.top)
        return found[1] if found else None

    def _walk(self, tip: str | None, since: str | None = None) -> list[Commit]:
        if not tip:
            return []
        exclude = [since] if since else []
        return gitlog.commits(
            [tip], self.top, exclude=exclude, paths=self._paths, first_parent=True
        )

    def _blobs(self, names: set[str]) -> Iterator[str]:
        """The contents that files had under the names that they had."""
        for commit in (*self.later, *self.history):
            for touch in commit.touched:
                if touch.new_path in names:
                    names.add(touch.old_path or touch.new_path)
                    yield touch.new_blob

    def past(self, path: str, code: Code) -> Past:
        """The past of a code that stands at `path` from the top now."""
        committed = self._at(self.head, path, code.id)
        given = self._at(self.since, path, code.id)
        last = committed and committed[1]
        if given is None:
            return Past(path, None, last)
        return Past(given[0], self._chosen(given[0], code.id, given[1]), last)

    def _chosen(self, path: str, id: str, given: Code | None) -> Edition | None:
        if self.against and given is not None:
            said = f"{self.against} (the commit {(self.since or '')[:7]})"
            return Edition(given, said)
        version = given.version if given else None
        run: list[tuple[Commit, Touch]] = []
        for commit, touch in self._life(self.history, path, id):
            if version is None:
                code = self._code(touch.new_blob, touch.new_path)
                version = code.version if code else None
            if version is not None and self._version(touch) not in (version, None):
                break
            run.append((commit, touch))
            if commit.id in self._cut and version:
                raise InputError(
                    f"This clone is shallow: the commit in which “{id}” got its version"
                    f" {version} is not in it. Fetch it with `git fetch --unshallow` (in GitHub"
                    " Actions give actions/checkout `fetch-depth: 0`, in GitLab set GIT_DEPTH: 0),"
                    " or name a revision that is here with --against."
                )
        for commit, touch in reversed(run):
            edition = self._code(touch.new_blob, touch.new_path)
            if edition is not None and edition.version == version:
                return Edition(edition, _said(commit))
        return None

    def _version(self, touch: Touch) -> str | None:
        """The version that an edition declares; None where it does not load.

        Where the line is written as it mostly is, the rest of the file is not read.
        """
        plain = _VERSION.search(self._data(touch.new_blob))
        if plain:
            return plain[1].decode("ascii")
        code = self._code(touch.new_blob, touch.new_path)
        return code.version if code else None

    def named(self, path: str, id: str, version: str, ahead: bool) -> Iterator[tuple[str, Code]]:
        """The editions of a code given out under a version, each text once, the newest first.

        With `ahead` also those that were given out since the branch left.
        """
        if not version:
            return
        words = version.encode()
        history = [*self.later, *self.history] if ahead else self.history
        seen = set()
        for commit, touch in self._life(history, path, id):
            if touch.new_blob in seen or words not in self._data(touch.new_blob):
                continue
            seen.add(touch.new_blob)
            edition = self._code(touch.new_blob, touch.new_path)
            if edition is not None and edition.version == version and edition.id == id:
                yield _said(commit), edition

    def _life(
        self, history: Sequence[Commit], path: str, id: str
    ) -> Iterator[tuple[Commit, Touch]]:
        """What became of a code's file, the newest first, through changes of the file's name."""
        for commit in history:
            mine = next((touch for touch in commit.touched if touch.new_path == path), None)
            if mine is None:
                continue
            yield commit, mine
            path = mine.old_path or self._before(commit, id) or path

    def _before(self, commit: Commit, id: str) -> str | None:
        """The name that a code's file had before a commit which gave it another one."""
        for touch in commit.touched:
            if not touch.new_blob:
                code = self._code(touch.old_blob, touch.old_path)
                if code is not None and code.id == id:
                    return touch.old_path
        return None

    def _at(self, commit: str | None, path: str, id: str) -> tuple[str, Code | None] | None:
        """Path and code at a commit: in the same place, or wherever the code with this id is."""
        if commit is None:
            return None
        blob = self._tree(commit).get(path, "")
        here = self._code(blob, path)
        if here is not None and here.id == id:
            return path, here
        return self._named(commit, id) or ((path, here) if blob else None)

    def _named(self, commit: str, id: str) -> tuple[str, Code] | None:
        given = re.compile(rb"^(?:\xef\xbb\xbf)?[\"']?id[\"']?[ \t]*:.*" + re.escape(id.encode()),
                           re.MULTILINE)  # fmt: skip
        tree = self._tree(commit)
        self._fetch(blob for name, blob in tree.items() if name.lower().endswith(_SUFFIXES))
        for name, blob in tree.items():
            if name.lower().endswith(_SUFFIXES) and given.search(self._data(blob)):
                code = self._code(blob, name)
                if code is not None and code.id == id:
                    return name, code
        return None

    def _tree(self, commit: str) -> dict[str, str]:
        if commit not in self._trees:
            files = git.files(commit, self.top)
            self._trees[commit] = {entry.path: entry.blob for entry in files}
        return self._trees[commit]

    def _fetch(self, blobs: Iterable[str]) -> None:
        """Read contents that are not here yet, all at once."""
        self._raw.update(gitlog.contents([b for b in blobs if b not in self._raw], self.top))

    def _data(self, blob: str) -> bytes:
        self._fetch([blob])
        return self._raw[blob]

    def _code(self, blob: str, path: str) -> Code | None:
        if not blob:
            return None
        if blob not in self._codes:
            self._codes[blob] = load_bytes(self._data(blob), path).code
        return self._codes[blob]


def _said(commit: Commit) -> str:
    return f"the commit {commit.short} of {commit.day}"
