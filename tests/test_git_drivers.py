"""`conduct git`: real repositories in which git itself calls the drivers."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conductkit import gitattributes, gitdrivers
from conductkit.gittext import git_text
from repository import ENVIRONMENT, Repository

CONDUCT = [sys.executable, "-m", "conductkit"]
CODE = """\
conduct: 1
id: desk
title: Desk
language: en
rules:
  - id: reply
    text: Staff must reply within two days.  # the contract says three
  - id: privacy
    text: Never share a customer’s address.
    level: must-not
"""
WEAKER = CODE.replace("two days", "five days")
SETTINGS = list(gitdrivers.settings(["conduct"]))


def conduct(
    *arguments: str, cwd: Path, env: dict[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*CONDUCT, "git", *arguments], cwd=cwd, env={**ENVIRONMENT, **(env or {})},
        capture_output=True, text=True, check=False,
    )  # fmt: skip


@pytest.fixture
def desk(tmp_path: Path) -> Repository:
    """A repository with a code, set up, in a folder whose name has spaces and quotes."""
    made = Repository(tmp_path / "a desk's $HOME")
    made.commit({"codes/desk.yaml": CODE})
    assert conduct("--setup", cwd=made.folder).returncode == 0
    made.commit()
    return made


def without_conduct(desk: Repository) -> None:
    """Make the settings name a program that is not there (nor is one on git's PATH)."""
    for key, value in gitdrivers.settings(["/no such/conduct"]).items():
        desk.git("config", key, value.replace("t conduct", "t no-such-conduct"))


def diff_that_applies(desk: Repository) -> str:
    """What `git diff` hands to a program for an edit and a new file, and proof that it is a patch.

    The edits stand in the repository afterwards.
    """
    edits = {"codes/desk.yaml": WEAKER, "codes/new.yaml": CODE.replace("desk", "new")}
    desk.write(edits)
    desk.git("add", "-N", ".")
    shown = desk.git("diff")
    desk.write({"../x.patch": shown + "\n"})
    desk.git("reset", "-q", "--hard")
    (desk.folder / "codes/new.yaml").unlink(missing_ok=True)
    desk.git("apply", "../x.patch")
    for path, text in edits.items():
        assert (desk.folder / path).read_text() == text
    return shown


# Setting up and removing


def test_what_setup_says_and_does(tmp_path: Path) -> None:
    made = Repository(tmp_path)
    made.commit({"codes/desk.yaml": CODE})
    before = (tmp_path / ".git/config").read_bytes()
    assert conduct("--status", cwd=tmp_path).returncode == 1
    done = conduct("--setup", cwd=tmp_path)
    assert [line.split()[:2] for line in done.stdout.splitlines()] == [
        *(["set", key] for key in SETTINGS), ["wrote", ".gitattributes"],
    ]  # fmt: skip
    assert "Commit .gitattributes" in done.stderr
    status = conduct("--status", cwd=tmp_path)
    assert (status.returncode, "not" in status.stdout) == (0, False)
    again = conduct("--setup", cwd=tmp_path)
    assert {line.split()[0] for line in again.stdout.splitlines()} == {"kept"}
    gone = conduct("--remove", cwd=tmp_path)
    assert {line.split()[0] for line in gone.stdout.splitlines()} == {"removed"}
    assert (tmp_path / ".git/config").read_bytes() == before
    assert not (tmp_path / ".gitattributes").exists()
    assert conduct("--remove", cwd=tmp_path).returncode == 0
    assert conduct("--status", cwd=tmp_path).returncode == 1


@pytest.mark.parametrize("before", [None, "", "\n", "*.png binary\n", "*.png binary"])
def test_remove_leaves_what_was_there(tmp_path: Path, before: str | None) -> None:
    made = Repository(tmp_path)
    made.commit({"codes/desk.yaml": CODE})
    file = tmp_path / ".gitattributes"
    if before is not None:
        file.write_text(before)
    for _ in range(2):
        assert conduct("--setup", cwd=tmp_path).returncode == 0
    assert conduct("--status", cwd=tmp_path).returncode == 0
    assert conduct("--remove", cwd=tmp_path).returncode == 0
    assert (file.read_text() if file.exists() else None) == before


_LINES = st.lists(st.sampled_from(["*.png binary", "# x", "", "codes/* text", "\t"]), max_size=4)


@given(_LINES, _LINES, st.sampled_from(["\n", "\r\n"]), st.booleans())
def test_other_lines_stay(before: list[str], after: list[str], end: str, whole: bool) -> None:
    """Whatever else the file says, and however it ends, it is the same after a removal."""
    text = end.join(before) + (end if whole and before else "")
    wanted = gitattributes.lines(["codes"])
    once = gitattributes.with_block(text, wanted)
    assert gitattributes.block(once) == wanted
    assert gitattributes.with_block(once, wanted) == once
    assert gitattributes.without_block(once) == text
    assert gitattributes.without_block(gitattributes.with_block(None, wanted)) is None
    if once.endswith("\n"):  # lines of others behind ours
        more = once + end.join([*after, ""])
        other = gitattributes.with_block(more, gitattributes.lines(["else"]))
        assert gitattributes.block(other) == gitattributes.lines(["else"])
        assert gitattributes.without_block(other) == text + end.join([*after, ""])


@pytest.mark.parametrize("folder", ["codes", "my codes", "b[x]*?y", "é", 'q"q', "-x", "!x", "#x"])
def test_any_folder_can_hold_codes(folder: str, tmp_path: Path) -> None:
    made = Repository(tmp_path)
    made.write({
        "conductkit.yaml": f"conductkit: 1\ncodes: ['{folder}/', lone.yaml]\n",
        f"{folder}/deep/a.yaml": CODE, f"{folder}/b.yml": CODE, "lone.yaml": CODE,
        "other.yaml": "x: 1\n",
    })  # fmt: skip
    assert conduct("--setup", cwd=tmp_path).returncode == 0
    for path in (f"{folder}/deep/a.yaml", f"{folder}/b.yml", "lone.yaml"):
        told = made.git("check-attr", "-z", "diff", "merge", "--", path).split("\0")
        assert told[2::3] == ["conductkit", "conductkit"], path
    assert "unspecified" in made.git("check-attr", "diff", "--", "other.yaml")


def test_other_settings_and_lines_stay(desk: Repository) -> None:
    desk.git("config", "diff.conductkit.wordRegex", "x")
    desk.git("config", "merge.conductkit.driver", "conduct merge %O %A %B -o %A")
    assert conduct("--status", cwd=desk.folder).returncode == 1
    done = conduct("--remove", cwd=desk.folder)
    assert "left" in done.stdout
    assert desk.git("config", "diff.conductkit.wordRegex") == "x"
    assert desk.git("config", "merge.conductkit.driver").startswith("conduct merge")
    again = conduct("--setup", cwd=desk.folder)
    assert "it was: conduct merge %O %A %B -o %A" in again.stdout
    desk.write({".git/info/attributes": "*.yaml -diff\n"})
    overruled = conduct("--status", cwd=desk.folder)
    assert overruled.returncode == 1
    assert "has the last word and says “unset”" in overruled.stdout


def test_from_a_subfolder_and_in_a_worktree(desk: Repository, tmp_path: Path) -> None:
    assert conduct("--remove", cwd=desk.folder / "codes").returncode == 0
    done = conduct("--setup", cwd=desk.folder / "codes")
    assert "../.gitattributes" in done.stdout
    assert not (desk.folder / "codes/.gitattributes").exists()
    desk.git("worktree", "add", "-q", "-b", "wt", str(tmp_path / "w t"))
    (tmp_path / "w t/codes/desk.yaml").write_text(WEAKER)
    assert conduct("--status", cwd=tmp_path / "w t").returncode == 0
    shown = subprocess.run(
        ["git", "diff"], cwd=tmp_path / "w t/codes", env=ENVIRONMENT, capture_output=True,
        text=True, check=True,
    )  # fmt: skip
    assert "weaker    reply  reworded" in shown.stdout


def test_a_project_below_the_top(tmp_path: Path) -> None:
    """Two projects of one repository do not write over each other's lines."""
    made = Repository(tmp_path)
    for name in ("one", "two"):
        made.write({f"{name}/conductkit.yaml": "conductkit: 1\n", f"{name}/codes/x.yaml": CODE})
        assert conduct("--setup", cwd=tmp_path / name).returncode == 0
    for name in ("one", "two"):
        assert made.git("check-attr", "diff", f"{name}/codes/x.yaml").endswith("conductkit")


def test_what_cannot_be(tmp_path: Path) -> None:
    made = Repository(tmp_path / "r")
    bare = tmp_path / "bare"
    made.git("init", "-q", "--bare", str(bare))
    cases = [
        (("--setup",), tmp_path, {"GIT_CEILING_DIRECTORIES": str(tmp_path.parent)}, "git init"),
        (("--setup",), bare, {}, "without files to work on"),
        (("--status",), made.folder / ".git", {}, "without files to work on"),
        (("--setup",), made.folder, {"PATH": str(tmp_path)}, "needs git"),
        ((), made.folder, {}, "Say one of"),
        (("--setup", "--remove"), made.folder, {}, "Say one of"),
        (("--setup", "codes"), made.folder, {}, "Say one of"),
        (("--as-diff", "--", "x", "y"), made.folder, {}, "git calls this"),
        (("--as-text", "--", "no-such-file"), made.folder, {}, "git calls this"),
    ]  # fmt: skip
    for arguments, folder, env, words in cases:
        done = conduct(*arguments, cwd=folder, env=env)
        assert (done.returncode, words in done.stderr) == (2, True), (arguments, done.stderr)
        assert "Traceback" not in done.stderr
    target = tmp_path / "precious"
    target.write_text("mine\n")
    (made.folder / ".gitattributes").symlink_to(target)
    assert conduct("--setup", cwd=made.folder).returncode == 2
    assert target.read_text() == "mine\n"


# What git shows


def test_git_diff_says_what_a_change_does(desk: Repository) -> None:
    shown = diff_that_applies(desk)
    assert "deadline: “within two days” became “within five days”: weaker" in shown
    assert "stronger  code added" in shown


def test_a_person_sees_the_meaning_alone(desk: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.write({"codes/desk.yaml": WEAKER})
    monkeypatch.setitem(ENVIRONMENT, "GIT_PAGER_IN_USE", "true")
    assert "@@" not in desk.git("diff")
    desk.write({"codes/desk.yaml": CODE + "# a remark\n"})
    assert desk.git("diff") == (
        "codes/desk.yaml: the code says the same; only comments or layout differ."
    )
    desk.write({"codes/desk.yaml": "conduct: 1\nid: [\n"})
    assert "no code can be read here (line 3" in desk.git("diff")
    assert "+id: [" in desk.git("diff")
    desk.write({"codes/desk.yaml": CODE, "codes/data.yaml": "a: 1\n"})
    desk.git("add", "-N", ".")
    assert desk.git("diff").splitlines()[-1] == "+a: 1"


@pytest.mark.parametrize("text", [CODE, WEAKER])
def test_a_renamed_file(text: str, desk: Repository) -> None:
    desk.git("mv", "codes/desk.yaml", "codes/a desk.yaml")
    desk.write({"codes/a desk.yaml": text})
    (desk.folder / "codes/a desk.yaml").chmod(0o755)
    shown = desk.git("diff", "HEAD")
    assert shown.startswith(
        "codes/desk.yaml → codes/a desk.yaml\n"
        "codes/a desk.yaml: its mode was 100644 and is 100755\n"
    )
    said = "the code says the same.\n" if text == CODE else "weaker    reply  reworded"
    assert said in shown
    desk.write({"../x.patch": shown + "\n"})
    desk.git("reset", "-q", "--hard")
    desk.git("apply", "../x.patch")
    assert not (desk.folder / "codes/desk.yaml").exists()
    assert (desk.folder / "codes/a desk.yaml").read_text() == text
    assert os.access(desk.folder / "codes/a desk.yaml", os.X_OK)


def test_git_log_compares_texts_with_levels(desk: Repository) -> None:
    desk.commit({"codes/desk.yaml": CODE.replace("must reply", "should\n      reply")})
    shown = [
        line for line in desk.git("log", "-p", "-1").splitlines() if line.startswith(("+", "-"))
    ]
    assert shown[2:] == [
        "-  - id: reply  # must",
        "-    text: Staff must reply within two days.  # the contract says three",
        "+  - id: reply  # should",
        "+    text: Staff should reply within two days.  # the contract says three",
    ]
    monkey = {**ENVIRONMENT, "VSCODE_GIT_COMMAND": "show"}
    raw = subprocess.run(
        ["git", "show", "--textconv", "HEAD~:codes/desk.yaml"], cwd=desk.folder, env=monkey,
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert raw.stdout == CODE


def test_the_text_has_the_lines_of_a_tidy_file(root: Path) -> None:
    for path in sorted((root / "codes").glob("*.yaml")):
        data = path.read_bytes()
        told = git_text(data).decode().splitlines()
        for line, new in zip(data.decode().splitlines(), told, strict=True):
            assert new.startswith(line)
    assert git_text(b"a: 1\n") == b"a: 1\n"
    assert git_text(b"\xff\x00") == b"\xff\x00"


# What git merges


def _conflict(desk: Repository, ours: str, theirs: str) -> str:
    desk.git("checkout", "-q", "-b", "topic")
    desk.commit({"codes/desk.yaml": theirs})
    desk.git("checkout", "-q", "main")
    desk.commit({"codes/desk.yaml": ours})
    done = subprocess.run(
        ["git", "merge", "topic"], cwd=desk.folder, env=ENVIRONMENT, capture_output=True,
        text=True, check=False,
    )  # fmt: skip
    return done.stdout + done.stderr


def test_git_merges_by_id(desk: Repository) -> None:
    said = _conflict(
        desk, CODE + "  - id: name\n    text: Give your name.\n",
        CODE.replace("a customer’s address", "a customer’s address or age"),
    )  # fmt: skip
    assert "CONFLICT" not in said
    merged = (desk.folder / "codes/desk.yaml").read_text()
    assert "address or age." in merged
    assert "Give your name." in merged


def test_git_merges_who_has_read_what(desk: Repository) -> None:
    def read_by(person: str) -> None:
        asked = [*CONDUCT, "ack", "codes/desk.yaml", "--plain", "--today", "2026-01-01", person]
        subprocess.run(asked, cwd=desk.folder, env=ENVIRONMENT, check=True, capture_output=True)
        desk.commit()

    read_by("Zoe")
    desk.git("checkout", "-q", "-b", "topic")
    read_by("Ann")
    desk.git("checkout", "-q", "main")
    read_by("Bob")
    desk.git("merge", "-q", "topic")
    merged = (desk.folder / "acks/desk.yaml").read_text()
    assert all(name in merged for name in ("Ann", "Bob", "Zoe"))


def test_a_conflict_is_read_in_git_diff(desk: Repository) -> None:
    said = _conflict(desk, WEAKER, CODE.replace("two days", "one day"))
    assert "rule “reply”, text: both sides changed it" in said
    shown = desk.git("diff").splitlines()
    assert [line for line in shown if line[:2] in ("++", "+ ", " +")][1:] == [
        "++<<<<<<< ours",
        " +    text: Staff must reply within five days.  # the contract says three",
        "++=======",
        "+     text: Staff must reply within one day.  # the contract says three",
        "++>>>>>>> theirs",
    ]


# Without conductkit


def test_without_conduct_git_does_what_it_always_does(desk: Repository) -> None:
    without_conduct(desk)
    assert "weaker" not in diff_that_applies(desk)
    desk.commit()
    assert "+id: new" in desk.git("log", "-p", "-1")


def test_without_conduct_git_merges_lines(desk: Repository) -> None:
    without_conduct(desk)
    said = _conflict(desk, WEAKER, CODE.replace("two days", "one day"))
    assert "CONFLICT" in said
    merged = (desk.folder / "codes/desk.yaml").read_text()
    assert "<<<<<<< ours\n    text: Staff must reply within five days." in merged
    assert "one day." in merged


def test_a_program_that_fails_loses_nothing(desk: Repository, tmp_path: Path) -> None:
    """A broken `conduct` says no version, so git's own merge of lines is taken."""
    broken = tmp_path / "conduct"
    broken.write_text("#!/bin/sh\nexit 1\n")
    broken.chmod(0o755)
    for key, value in gitdrivers.settings([str(broken)]).items():
        desk.git("config", key, value.replace("t conduct", f"t {broken}"))
    said = _conflict(desk, WEAKER, CODE.replace("two days", "one day"))
    assert "CONFLICT" in said
    assert "<<<<<<< ours" in (desk.folder / "codes/desk.yaml").read_text()
    assert "id: reply" in desk.git("log", "-p", "-1")


@pytest.mark.skipif(os.name == "nt", reason="no such names on this system")
def test_hostile_paths_start_nothing(desk: Repository) -> None:
    names = ["-x`touch stolen`.yaml", "a'b\"\n$(touch stolen);touch stolen %A.yaml"]
    desk.commit({f"codes/{name}": CODE for name in names})
    desk.write({f"codes/{name}": WEAKER for name in names})
    assert desk.git("diff").count("weaker    reply  reworded") == len(names)
    desk.git("checkout", "-q", "-b", "topic")
    desk.commit()
    desk.git("log", "-p", "-1")
    desk.git("checkout", "-q", "main")
    desk.commit({f"codes/{name}": CODE + "# x\n" for name in names})
    desk.git("merge", "-q", "topic")
    assert not list(desk.folder.rglob("stolen"))
