"""The command as its users run it: in a process of its own, with nothing of the machine's."""

import subprocess
import sys
from pathlib import Path

from repository import ENVIRONMENT

ROOT = Path(__file__).resolve().parent.parent


def conduct(*arguments: str, cwd: Path, **more: str) -> "subprocess.CompletedProcess[str]":
    """Run `conduct` in a folder; `more` are variables of the environment."""
    return subprocess.run(
        [sys.executable, "-m", "conductkit", *arguments], cwd=cwd,
        env={**ENVIRONMENT, "NO_COLOR": "1", **more}, capture_output=True, text=True,
        encoding="utf-8", check=False,
    )  # fmt: skip
