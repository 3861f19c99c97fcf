"""What git does with the merge driver: rebase, cherry-pick, stash, renames, several ancestors."""

import subprocess
from pathlib import Path

import pytest

import running
from conductkit.load import load_text
from repository import ENVIRONMENT, Repository

FILE = "codes/büro größe.yaml"
CODE = """\
conduct: 1
id: desk
title: Desk
language: en
parties: [{id: staff, name: Staff}]
values:
  - id: care
    name: Care  # first of all
rules:
  # letters
  - id: reply
    text: Staff must reply within two days.
    level: must
  - id: privacy
    text: Never share a customer’s address.
"""
SOFTER = ("level: must", "level: should")
SLOWER = ("two days", "five days")
NAMED = ("title: Desk", "title: The desk")
VALUED = ("name: Care", "name: Caring")


class Desk(Repository):
    """A repository with a code and the drivers."""

    def edit(self, *swaps: tuple[str, str], path: str = FILE) -> None:
        text = self.text(path)
        for old, new in swaps:
            assert old in text
            text = text.replace(old, new)
        self.write({path: text})

    def text(self, path: str = FILE) -> str:
        return (self.folder / path).read_bytes().decode()

    def branch(self, name: str, *swaps: tuple[str, str], start: str = "main") -> None:
        """A commit on a branch, which is checked out afterwards."""
        self.git("checkout", "-q", "-b", name, start)
        self.edit(*swaps)
        self.commit()

    def tried(self, *arguments: str) -> str:
        """What git says to a command that may stop at a conflict."""
        done = subprocess.run(
            ["git", *arguments], cwd=self.folder, env=ENVIRONMENT, capture_output=True, check=False
        )
        return (done.stdout + done.stderr).decode()

    def unmerged(self) -> str:
        return self.git("-c", "core.quotePath=false", "diff", "--name-only", "--diff-filter=U")


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    made = Desk(tmp_path / "with ä space")
    made.commit({FILE: CODE})
    assert running.conduct("git", "--setup", cwd=made.folder).returncode == 0
    made.commit()
    return made


def swapped(*swaps: tuple[str, str]) -> str:
    text = CODE
    for old, new in swaps:
        text = text.replace(old, new)
    return text


@pytest.mark.parametrize("how", ["merge", "rebase", "cherry-pick", "stash"])
def test_changes_beside_one_another_go_together(desk: Desk, how: str) -> None:
    if how == "stash":
        desk.edit(SLOWER, NAMED)
        desk.git("stash")
        desk.edit(VALUED)
        desk.commit()
        desk.git("stash", "pop")
    else:
        desk.branch("topic", SLOWER, NAMED)
        desk.branch("other", VALUED)
        if how == "rebase":
            desk.git("rebase", "topic")
        else:
            desk.git(how, "topic")
    assert desk.text() == swapped(SLOWER, NAMED, VALUED)


@pytest.mark.parametrize("how", ["merge", "rebase", "cherry-pick", "stash"])
def test_a_duty_changed_from_two_sides_stops_git(desk: Desk, how: str) -> None:
    """Each line changed on one side only, and git leaves the file to be decided."""
    if how == "stash":
        desk.edit(SOFTER)
        desk.git("stash")
        desk.edit(SLOWER)
        desk.commit()
        said = desk.tried("stash", "pop")
    else:
        desk.branch("topic", SOFTER)
        desk.branch("other", SLOWER)
        said = desk.tried(how, "topic")
    assert "conflict of meaning: rule “reply”: both sides changed what it demands" in said
    assert desk.unmerged() == FILE
    assert desk.text().count("<<<<<<< ") == desk.text().count(">>>>>>> ") == 1
    marked = desk.text()
    desk.write({FILE: CODE})
    desk.git("checkout", "--merge", "--", FILE)
    assert desk.text() == marked


def test_a_renamed_file_and_a_deleted_one(desk: Desk) -> None:
    desk.branch("topic", SLOWER)
    desk.git("checkout", "-q", "-b", "renamed", "main")
    desk.git("mv", FILE, "codes/neu.yaml")
    desk.edit(NAMED, path="codes/neu.yaml")
    desk.commit()
    desk.git("merge", "topic")
    assert desk.text("codes/neu.yaml") == swapped(SLOWER, NAMED)
    desk.git("checkout", "-q", "-b", "gone", "main")
    desk.git("rm", "-q", FILE)
    desk.commit()
    assert "CONFLICT (modify/delete)" in desk.tried("merge", "topic")
    assert desk.unmerged() == FILE


def test_two_common_ancestors(desk: Desk) -> None:
    desk.branch("one", SLOWER)
    desk.branch("two", VALUED)
    desk.git("checkout", "-q", "one")
    desk.git("merge", "-q", "two")
    desk.git("checkout", "-q", "two")
    desk.git("merge", "-q", "one~1")
    desk.edit(NAMED)
    desk.commit()
    desk.git("merge", "one")
    assert desk.text() == swapped(SLOWER, VALUED, NAMED)


def test_two_common_ancestors_that_conflict(desk: Desk) -> None:
    """git merges them first and asks nobody; then it merges the sides with what comes of that."""
    desk.branch("one", SLOWER)
    desk.branch("two", ("two days", "one day"))
    for here, there, kept in (("one", "two", SLOWER), ("two", "one~1", ("two days", "one day"))):
        desk.git("checkout", "-q", here)
        assert "rule “reply”, text: both sides changed it" in desk.tried("merge", there)
        desk.write({FILE: swapped(kept)})
        desk.commit()
    said = desk.tried("merge", "one")
    several = "the two sides have several common ancestors, which conflict with one another"
    assert [line for line in said.splitlines() if line.startswith("conduct")] == [
        f"conduct: {FILE}: {several}, so the lines were merged, as git does.",
        f"conduct: {FILE}: conflicts are marked in the file.",
    ]
    assert "within five days." in desk.text()
    assert "within one day." in desk.text()


def test_line_breaks_of_another_system(desk: Desk) -> None:
    desk.git("config", "core.autocrlf", "true")
    (desk.folder / FILE).unlink()
    desk.git("checkout", "--", FILE)
    assert "\r\n" in desk.text()
    desk.branch("topic", SLOWER)
    desk.branch("other", VALUED)
    desk.git("merge", "topic")
    assert desk.text() == swapped(SLOWER, VALUED).replace("\n", "\r\n")
    assert desk.git("show", "--no-textconv", f"HEAD:{FILE}") == swapped(SLOWER, VALUED).strip()


def test_a_side_that_is_no_yaml(desk: Desk) -> None:
    desk.branch("topic", ("id: desk", "id: [desk"))
    desk.branch("other", VALUED)
    said = desk.tried("merge", "topic")
    assert "theirs cannot be read as a code (line 2: a bracket opens here" in said
    assert load_text(desk.text()).code is None
    assert "Caring" in desk.text()
