"""Every console block of the README and the docs is run, and says what it says there.

Blocks of one document run in order in one folder that holds the shipped codes. A line beginning
with “$ ” is a command for bash; what follows, up to the next, is its output.
"""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
DOCUMENTS = ["README.md", *(f"docs/{path.name}" for path in sorted((ROOT / "docs").glob("*.md")))]
_BLOCK = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)


@pytest.mark.parametrize("document", DOCUMENTS)
def test_console_blocks(document: str, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    text = (ROOT / document).read_text(encoding="utf-8")
    shutil.copytree(ROOT / "codes", tmp_path / "codes")
    now = _BLOCK.sub(lambda block: f"```console\n{_run(block[1], tmp_path)}```", text)
    if request.config.getoption("--update"):
        (ROOT / document).write_text(now, encoding="utf-8")
        text = now
    assert now == text, f"{document}: run pytest --update and read what changed"


def _run(block: str, folder: Path) -> str:
    commands = [line[2:] for line in block.splitlines() if line.startswith("$ ")]
    shown = [f"$ {command}\n{_output(command, folder)}" for command in commands]
    return "".join(shown)


def _output(command: str, folder: Path) -> str:
    scripts = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    environment = {
        **os.environ, "PATH": scripts, "SOURCE_DATE_EPOCH": "1780272000",  # 2026-06-01
        "GIT_AUTHOR_NAME": "Ann", "GIT_AUTHOR_EMAIL": "ann@example.org",
        "GIT_COMMITTER_NAME": "Ann", "GIT_COMMITTER_EMAIL": "ann@example.org",
        "GIT_AUTHOR_DATE": "2026-06-01T12:00:00Z", "GIT_COMMITTER_DATE": "2026-06-01T12:00:00Z",
    }  # fmt: skip
    done = subprocess.run(
        ["bash", "-c", command], cwd=folder, env=environment, stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT, text=True, check=False, timeout=120,
    )  # fmt: skip
    return done.stdout
