"""`conduct merge`: what it reads, writes, says and answers."""

import subprocess
from pathlib import Path

import pytest

import running
from merge_base import BASE, edit


def conduct(*arguments: str, cwd: Path) -> "subprocess.CompletedProcess[str]":
    return running.conduct("merge", *arguments, cwd=cwd)


@pytest.fixture
def files(tmp_path: Path) -> Path:
    (tmp_path / "base.yaml").write_text(BASE)
    (tmp_path / "ours.yaml").write_text(edit(("two days", "2 days")))
    (tmp_path / "theirs.yaml").write_text(edit(("Care\n", "Caring\n")))
    return tmp_path


def test_the_command(files: Path) -> None:
    wanted = edit(("two days", "2 days"), ("Care\n", "Caring\n"))
    done = conduct("base.yaml", "ours.yaml", "theirs.yaml", cwd=files)
    assert (done.returncode, done.stdout, done.stderr) == (0, wanted, "")
    done = conduct("base.yaml", "ours.yaml", "theirs.yaml", "-o", "ours.yaml", cwd=files)
    assert (done.returncode, done.stdout) == (0, "")
    assert (files / "ours.yaml").read_text() == wanted


def test_conflicts_are_said_and_written(files: Path) -> None:
    (files / "theirs.yaml").write_text(edit(("two days", "one day")))
    done = conduct("base.yaml", "ours.yaml", "theirs.yaml", "--path", "codes/a.yaml",
                   "--label", "main", "--label", "%S", "--label", "topic", cwd=files)  # fmt: skip
    assert done.returncode == 1
    assert "<<<<<<< main: rule “reply”, text" in done.stdout
    assert ">>>>>>> topic: rule “reply”, text" in done.stdout
    assert "codes/a.yaml: 1 conflict\n" in done.stderr
    assert "theirs: Reply to letters within one day." in done.stderr


def test_what_is_no_code_is_merged_by_lines(files: Path) -> None:
    (files / "theirs.yaml").write_text(edit(("Care\n", "Caring\n"), ("id: desk", "id: [desk")))
    done = conduct("base.yaml", "ours.yaml", "theirs.yaml", cwd=files)
    assert done.returncode == 0
    assert "theirs cannot be read as a code (line 4" in done.stderr
    assert "id: [desk" in done.stdout
    assert "2 days" in done.stdout
    (files / "theirs.yaml").write_text(edit(("Reply to letters within two days.", "[")))
    done = conduct("base.yaml", "ours.yaml", "theirs.yaml", "-o", "out.yaml", cwd=files)
    assert done.returncode == 1
    assert "<<<<<<< ours\n" in (files / "out.yaml").read_text()


def test_mistakes(files: Path) -> None:
    done = conduct("base.yaml", "nowhere.yaml", "theirs.yaml", cwd=files)
    assert done.returncode == 3
    assert "nowhere.yaml" in done.stderr
    (files / "bytes.yaml").write_bytes(b"\x00\x01\xff")
    done = conduct("base.yaml", "bytes.yaml", "theirs.yaml", cwd=files)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr


def test_common_ancestors_that_conflict(files: Path) -> None:
    """git merges them first, with longer marks: there is nothing to decide there."""
    (files / "theirs.yaml").write_text(edit(("two days", "one day")))
    sides = ("base.yaml", "ours.yaml", "theirs.yaml", "--path", "codes/a.yaml")
    done = conduct(*sides, "--marker-size", "9", "-o", "both.yaml", cwd=files)
    assert (done.returncode, done.stdout, done.stderr) == (1, "", "")
    assert "<<<<<<<<< ours: rule “reply”, text" in (files / "both.yaml").read_text()
    done = conduct("both.yaml", *sides[1:], "-o", "out.yaml", cwd=files)
    assert done.returncode == 1
    assert done.stderr == (
        "conduct: codes/a.yaml: the two sides have several common ancestors, which conflict with"
        " one another, so the lines were merged, as git does.\n"
        "conduct: codes/a.yaml: conflicts are marked in the file.\n"
    )
