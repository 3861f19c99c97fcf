"""The program as a whole: exit codes, streams, pipes, interruption."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from conductkit import __version__, cli

CONDUCT = [sys.executable, "-m", "conductkit"]
GOOD = "conduct: 1\nid: good\ntitle: Good\nlanguage: en\nvalues: [{id: a, name: A, text: Kind.}]\n"


def conduct(*arguments: str, cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*CONDUCT, *arguments], cwd=cwd, capture_output=True, text=True, check=False, timeout=120
    )


def test_version() -> None:
    done = conduct("--version")
    assert (done.returncode, done.stdout, done.stderr) == (0, f"conduct {__version__}\n", "")


def test_help_names_every_command() -> None:
    text = conduct("--help").stdout
    for name in ("new", "validate", "lint", "explain", "fmt", "diff", "render", "schema"):
        assert f"  {name} " in text


def test_no_arguments_is_usage() -> None:
    assert conduct().returncode == 2


@pytest.mark.parametrize(
    "arguments",
    [
        ("lnt",),
        ("lint", "--no-such-option"),
        ("lint", "--fail-on", "often", "x.yaml"),
        ("lint", "--select", "no-such-check", "x.yaml"),
        ("lint", "--today", "yesterday", "x.yaml"),
        ("lint", "--output-format", "carrier-pigeon", "good.yaml"),
        ("lint",),
        ("explain", "no-such-check"),
    ],
)
def test_usage_errors(arguments: tuple[str, ...], tmp_path: Path) -> None:
    (tmp_path / "good.yaml").write_text(GOOD)
    done = conduct(*arguments, cwd=tmp_path)
    assert done.returncode == 2
    assert done.stderr.strip()
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("path", ["missing.yaml", "", "a\nb", "-", "folder", "\udcff"])
def test_paths_that_lead_nowhere(path: str, tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    done = conduct("validate", "--", path, cwd=tmp_path)
    assert done.returncode == 3
    assert "Traceback" not in done.stderr + done.stdout


def test_a_file_that_does_not_load_does_not_stop_the_others(tmp_path: Path) -> None:
    (tmp_path / "good.yaml").write_text(GOOD)
    (tmp_path / "bad.yaml").write_text("conduct: 1\nid: bad\n")
    done = conduct("lint", "bad.yaml", "good.yaml", "--output-format", "json", cwd=tmp_path)
    found = json.loads(done.stdout)["findings"]
    assert done.returncode == 3
    assert {item["path"] for item in found} == {"bad.yaml", "good.yaml"}


def test_fail_on(tmp_path: Path) -> None:
    (tmp_path / "good.yaml").write_text(GOOD)
    select = ("lint", "good.yaml", "--select", "owner-missing")
    assert conduct(*select, cwd=tmp_path).returncode == 1
    assert conduct(*select, "--fail-on", "never", cwd=tmp_path).returncode == 0
    assert conduct("lint", "good.yaml", "--select", "verb-clash", cwd=tmp_path).returncode == 0


def test_several_reports_in_one_run(tmp_path: Path) -> None:
    (tmp_path / "good.yaml").write_text(GOOD)
    two = ("--output-format", "json:out.json", "--output-format", "text")
    done = conduct("validate", "good.yaml", *two, cwd=tmp_path)
    assert done.stdout == "1 file checked: nothing to mend.\n"
    assert json.loads((tmp_path / "out.json").read_text()) == {"format": 1, "findings": []}


def test_json_shape(root: Path) -> None:
    done = conduct(
        "lint", "tests/data/cx-touchpoints-as-published.yaml", "--output-format", "json", cwd=root
    )
    found = json.loads(done.stdout)["findings"]
    clash = [item for item in found if item["check"] == "verb-clash"]
    assert len(clash) == 1
    line = (root / clash[0]["path"]).read_text(encoding="utf-8").splitlines()[clash[0]["line"] - 1]
    assert (
        line[clash[0]["column"] - 1 : clash[0]["end_column"] - 1] == "is was" == clash[0]["quote"]
    )
    assert list(clash[0]) == [
        "check", "severity", "path", "line", "column", "end_line", "end_column", "code", "rule",
        "quote", "message", "help", "fix", "waived", "baselined", "also",
    ]  # fmt: skip


def test_colour_only_where_wanted(tmp_path: Path) -> None:
    (tmp_path / "bad.yaml").write_text("conduct: 1\n")
    environment = {**os.environ, "FORCE_COLOR": "1", "TERM": "xterm"}
    command = [*CONDUCT, "validate", str(tmp_path / "bad.yaml")]
    for no_color, coloured in (("1", False), ("", True)):
        done = subprocess.run(
            command, env={**environment, "NO_COLOR": no_color}, capture_output=True, check=False
        )
        assert (b"\x1b[" in done.stdout) == coloured


def test_terminal_escapes_in_a_file_are_shown_not_sent(tmp_path: Path) -> None:
    (tmp_path / "bad.yaml").write_text("conduct: 1\nfoo\u009b31m: 1\n")
    done = conduct("validate", "bad.yaml", cwd=tmp_path)
    assert "\u009b" not in done.stdout
    assert done.returncode == 3


def test_a_closed_pipe_is_no_error(root: Path) -> None:
    command = f"{' '.join(CONDUCT)} lint tests/data | head -n 1"
    done = subprocess.run(
        ["bash", "-c", command], cwd=root, capture_output=True, text=True, check=False
    )
    assert done.stderr == ""


def test_locale_does_not_matter(root: Path) -> None:
    command = [*CONDUCT, "lint", "tests/data", "--output-format", "json"]
    outputs = {
        subprocess.run(
            command, cwd=root, env={**os.environ, **setting}, capture_output=True, check=False
        ).stdout
        for setting in ({"LC_ALL": "C"}, {"LC_ALL": "C.UTF-8"}, {"PYTHONUTF8": "0", "LANG": "C"})
    }
    assert len(outputs) == 1


def test_interruption(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl-C ends with 130 and a word, not with a traceback."""
    script = (
        "import signal, sys, time; from conductkit import cli, project;"
        "signal.signal(signal.SIGINT, signal.default_int_handler);"
        "project.codes = lambda paths: (print('ready', flush=True), time.sleep(60));"
        "sys.argv = ['conduct', 'validate']; cli.main()"
    )
    running = subprocess.Popen(
        [sys.executable, "-c", script], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    assert running.stdout is not None
    assert running.stdout.readline() == "ready\n"
    time.sleep(0.1)
    running.send_signal(signal.SIGINT)
    _, error = running.communicate(timeout=30)
    assert running.returncode == 130
    assert error == "Interrupted.\n"


def test_our_own_bug_is_exit_4(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from conductkit import project

    def broken(paths: object) -> list[str]:
        raise RuntimeError("boom")

    monkeypatch.setattr(project, "codes", broken)
    monkeypatch.setattr(sys, "argv", ["conduct", "validate"])
    with pytest.raises(SystemExit) as caught:
        cli.main()
    assert caught.value.code == 4
    assert "This is a bug in conduct" in capsys.readouterr().err


def test_an_empty_name_is_called_that(tmp_path: Path) -> None:
    for name in ("", " "):
        done = conduct("lint", name, cwd=tmp_path)
        assert (done.returncode, f"“{name}” is an empty name: there is no such" in done.stderr) == (
            3, True,
        )  # fmt: skip


def test_a_name_too_long_for_any_file(tmp_path: Path) -> None:
    for command in ("lint", "validate", "fmt", "render"):
        done = conduct(command, "a" * 5000, cwd=tmp_path)
        assert done.returncode == 3, done.stderr
        assert "Traceback" not in done.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
@pytest.mark.parametrize(
    "command", ["explain", "schema", "lint x.yaml", "validate x.yaml", "render x.yaml"]
)
def test_a_full_disk_is_said(command: str, tmp_path: Path) -> None:
    (tmp_path / "x.yaml").write_text(GOOD)
    line = f"{' '.join(CONDUCT)} {command} > /dev/full"
    done = subprocess.run(
        ["bash", "-c", line], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert done.returncode == 2
    assert done.stderr == "conduct: The result cannot be written: No space left on device.\n"


def test_nobody_listens(tmp_path: Path) -> None:
    (tmp_path / "x.yaml").write_text(GOOD)
    line = f"{' '.join(CONDUCT)} validate x.yaml >&-"
    done = subprocess.run(
        ["bash", "-c", line], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")


def test_a_folder_that_cannot_be_looked_into(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A check that saw less than it was asked to see may not say that all is well."""
    from conductkit import discover
    from conductkit.errors import InputError

    (tmp_path / "x.yaml").write_text(GOOD)
    (tmp_path / "shut").mkdir()
    real = os.scandir

    def scandir(path: str) -> object:
        if str(path).endswith("shut"):
            raise PermissionError(13, "Permission denied", str(path))
        return real(path)

    monkeypatch.setattr(os, "scandir", scandir)
    with pytest.raises(InputError, match=r"shut: cannot look into this folder: Permission denied"):
        discover.find([str(tmp_path)])
