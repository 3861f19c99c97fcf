"""`conduct lint --fix`, `--unsafe-fixes` and `--diff`: what is written, said and counted."""

import json
import stat
from pathlib import Path

import pytest
from typer.testing import CliRunner

from conductkit import cli

CODE = """\
conduct: 1
id: ours
title: A code
language: en
rules:
  - id: a
    text: Ask  first .  # as  it is
  - id: b
    text: Call the the guest.
  - id: c
    text: Do not not hide it.
"""
SAFE = CODE.replace("Ask  first .", "Ask first.")
ALL = SAFE.replace("the the", "the")
SETTINGS = "conductkit: 1\nlint: {select: [spacing, repeated-word]}\n"
DIFF = """\
--- codes/ours.yaml
+++ codes/ours.yaml (fixed)
@@ -4,7 +4,7 @@
 language: en
 rules:
   - id: a
-    text: Ask  first .  # as  it is
+    text: Ask first.  # as  it is
   - id: b
     text: Call the the guest.
   - id: c
"""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)
    Path("codes").mkdir()
    Path("codes/ours.yaml").write_text(CODE)
    Path("conductkit.yaml").write_text(SETTINGS)
    return tmp_path


def run(*arguments: str) -> tuple[int, str, str]:
    done = CliRunner().invoke(cli.app(["lint"]), ["lint", *arguments])
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    return done.exit_code, done.stdout, done.stderr


def held() -> str:
    return Path("codes/ours.yaml").read_bytes().decode()


def test_safe_fixes_are_written_and_the_rest_is_reported() -> None:
    code, out, err = run("--fix")
    assert code == 1
    assert held() == SAFE
    assert "repeated-word" in out
    assert "spacing" not in out
    assert err == (
        "codes/ours.yaml: 2 spacing\n2 fixed, 2 left (--unsafe-fixes can fix 2 of them).\n"
    )


def test_unsafe_fixes_beside_and_what_is_held_back() -> None:
    code, out, err = run("--fix", "--unsafe-fixes")
    assert code == 1
    assert held() == ALL
    assert out.count("stands twice") == 1
    assert err == (
        "codes/ours.yaml: 1 repeated-word, 2 spacing\n"
        "codes/ours.yaml: repeated-word “not not” is left: it might change what is asked.\n"
        "3 fixed, 1 left.\n"
    )


def test_nothing_left_is_clean_and_a_second_run_writes_nothing() -> None:
    Path("codes/ours.yaml").write_text(CODE.replace("not not", "not"))
    assert run("--fix", "--unsafe-fixes")[0] == 0
    before = Path("codes/ours.yaml").stat()
    code, _, err = run("--fix", "--unsafe-fixes")
    after = Path("codes/ours.yaml").stat()
    assert (code, err) == (0, "0 fixed, 0 left.\n")
    assert (before.st_ino, before.st_mtime_ns) == (after.st_ino, after.st_mtime_ns)


@pytest.mark.parametrize("options", [["--diff"], ["--fix", "--diff"]])
def test_diff_shows_and_writes_nothing(options: list[str]) -> None:
    code, out, err = run(*options)
    assert (code, out) == (1, DIFF)
    assert held() == CODE
    assert err.endswith("2 would be fixed, 2 left (--unsafe-fixes can fix 2 of them).\n")


def test_mark_line_ends_and_mode_stay() -> None:
    path = Path("codes/ours.yaml")
    path.write_bytes(b"\xef\xbb\xbf" + CODE.replace("\n", "\r\n").encode())
    path.chmod(0o640)
    run("--fix")
    assert path.read_bytes() == b"\xef\xbb\xbf" + SAFE.replace("\n", "\r\n").encode()
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


def test_only_the_checks_selected_are_fixed() -> None:
    run("--fix", "--unsafe-fixes", "--select", "repeated-word")
    assert held() == CODE.replace("the the", "the")


def test_checks_that_were_not_selected_are_heard_too() -> None:
    """A fix of one check may not raise what the project’s other checks find."""
    Path("conductkit.yaml").write_text("conductkit: 1\n")
    text = CODE.replace(
        "Call the the guest", "Ask the guest, note the answer and call back.Then write a letter"
    )
    Path("codes/ours.yaml").write_text(text)
    _, _, err = run("--fix", "--select", "spacing")
    assert held() == text.replace("Ask  first .", "Ask first.")
    assert "spacing “.” is left: `many-duties` would be found then." in err


def test_waived_and_recorded_findings_stay() -> None:
    run("--update-baseline")
    waived = "\n    waive: [{check: spacing, reason: A quotation.}]"
    text = CODE.replace("hide it.", "hide  it." + waived).replace("guest.", "guest .")
    Path("codes/ours.yaml").write_text(text)
    code, _, _ = run("--fix", "--unsafe-fixes")
    assert code == 0
    assert held() == text.replace("guest .", "guest.")


def test_json_holds_what_is_left() -> None:
    _, out, _ = run("--fix", "--output-format", "json")
    assert [one["quote"] for one in json.loads(out)["findings"]] == ["the the", "not not"]


def test_a_file_that_does_not_load_does_not_stop_the_others() -> None:
    Path("codes/broken.yaml").write_text("conduct: 1\nrules: [\n")
    code, _, _ = run("--fix")
    assert code == 3
    assert held() == SAFE
    assert Path("codes/broken.yaml").read_text() == "conduct: 1\nrules: [\n"


def test_diff_tells_what_does_not_load() -> None:
    Path("codes/broken.yaml").write_text("conduct: 1\nrules: [\n")
    code, out, _ = run("--diff")
    assert code == 3
    assert out.startswith(DIFF)
    assert "yaml-syntax" in out
    assert "repeated-word" not in out


def test_a_file_that_cannot_be_written_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    from conductkit import write

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(write, "_replace", full)
    code, _, err = run("--fix")
    assert code == 2
    assert "codes/ours.yaml: cannot write this file: no space left on device." in err
    assert err.endswith("0 fixed, 4 left (--unsafe-fixes can fix 2 of them).\n")
    assert held() == CODE


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (["--unsafe-fixes"], "--unsafe-fixes goes with --fix, or with --diff to look first."),
        (["--fix", "--update-baseline"], "--update-baseline records what is left"),
        (["--diff", "--output-format", "json"], "leave --output-format out"),
    ],
)
def test_options_that_contradict_each_other(options: list[str], words: str) -> None:
    code, out, err = run(*options)
    assert (code, out) == (2, "")
    assert words in err
    assert held() == CODE
