"""What git is asked: real repositories, hostile names, missing history."""

from pathlib import Path

import pytest

from conductkit import git
from conductkit.errors import ConductError, Exit, InputError
from repository import Repository

HOSTILE = [
    "--output=stolen", "-h", "--help", "@{", "HEAD\nHEAD", "HEAD\0", "", "..", ":/", "HEAD:x",
    "a b", "$(touch stolen)", "`touch stolen`", "--upload-pack=touch stolen", "x" * 5000,
    "HEAD^{tree}", "é", "refs/heads/*", "--", "-", "@{-1}", "HEAD@{9}", "^HEAD", "\ud800",
]  # fmt: skip


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    return Repository(tmp_path / "top")


def test_root_from_inside_and_from_outside(repository: Repository, tmp_path: Path) -> None:
    inner = repository.folder / "a" / "b"
    inner.mkdir(parents=True)
    assert Path(git.root(str(inner))).samefile(repository.folder)
    with pytest.raises(ConductError, match="no git repository here") as caught:
        git.root(str(tmp_path))
    assert caught.value.exit_code is Exit.USAGE


def test_a_folder_with_a_difficult_name(tmp_path: Path) -> None:
    folder = tmp_path / "é ü\n“x”"
    Repository(folder).commit({"ö\t.yaml": "a"})
    top = git.root(str(folder))
    assert Path(top).samefile(folder)
    (entry,) = git.files(git.commit("HEAD", top), top)
    assert entry.path == "ö\t.yaml"


def test_files_and_contents_of_a_revision(repository: Repository) -> None:
    first = repository.commit({"codes/a.yaml": "one\n", "codes/b.yaml": b"\xff\x00", "c.yaml": ""})
    repository.commit({"codes/a.yaml": "two\n"})
    top = str(repository.folder)
    assert git.commit("HEAD~1", top) == first
    entries = git.files(first, top, ["codes"])
    assert [entry.path for entry in entries] == ["codes/a.yaml", "codes/b.yaml"]
    assert git.contents(entries, top) == [b"one\n", b"\xff\x00"]
    assert git.files(first, top)[0].path == "c.yaml"
    assert git.contents([], top) == []
    assert git.files(first, top, ["nowhere"]) == []


def test_wildcards_and_options_in_paths_are_letters(repository: Repository) -> None:
    head = repository.commit({"a.yaml": "x", "--name-only": "y", ":(top)z.yaml": "z"})
    top = str(repository.folder)
    assert git.files(head, top, ["*.yaml"]) == []
    assert [entry.path for entry in git.files(head, top, ["--name-only"])] == ["--name-only"]
    assert [entry.path for entry in git.files(head, top, [":(top)z.yaml"])] == [":(top)z.yaml"]
    with pytest.raises(InputError):
        git.files(head, top, ["a\0b"])


def test_links_and_what_is_no_file_are_left_out(repository: Repository) -> None:
    (repository.folder / "link.yaml").symlink_to("/etc/passwd")
    head = repository.commit({"a.yaml": "x"})
    assert [entry.path for entry in git.files(head, str(repository.folder))] == ["a.yaml"]


@pytest.mark.parametrize("name", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_revisions_are_refused_and_do_nothing(repository: Repository, name: str) -> None:
    repository.commit({"a.yaml": "x"})
    before = sorted(path.name for path in repository.folder.iterdir())
    with pytest.raises(ConductError) as caught:
        git.commit(name, str(repository.folder))
    assert len(str(caught.value)) < 400
    assert sorted(path.name for path in repository.folder.iterdir()) == before


def test_no_commit_yet(repository: Repository) -> None:
    with pytest.raises(InputError, match="no commit yet"):
        git.commit("HEAD", str(repository.folder))


def test_a_shallow_clone_says_what_to_fetch(repository: Repository, tmp_path: Path) -> None:
    first = repository.commit({"a.yaml": "x"})
    repository.commit({"a.yaml": "y"})
    repository.git(
        "clone", "-q", "--depth", "1", f"file://{repository.folder}", str(tmp_path / "c")
    )
    with pytest.raises(InputError, match="git fetch --unshallow"):
        git.commit(first, str(tmp_path / "c"))


def test_without_git(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(ConductError, match="needs git"):
        git.root()


def test_settings_and_filters_of_the_repository_do_not_run(repository: Repository) -> None:
    repository.commit({"a.yaml": "x\n", ".gitattributes": "*.yaml filter=f diff=f text eol=crlf\n"})
    stolen = repository.folder / "stolen"
    for key in (
        "filter.f.smudge",
        "diff.f.textconv",
        "diff.f.command",
        "core.pager",
        "core.fsmonitor",
    ):
        repository.git("config", key, f"touch {stolen}; cat")
    top = str(repository.folder)
    entries = git.files(git.commit("HEAD", top), top, ["a.yaml"])
    assert git.contents(entries, top) == [b"x\n"]
    assert not stolen.exists()
