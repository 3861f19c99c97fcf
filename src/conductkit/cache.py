"""Results kept between runs, in the user's cache folder and never in the project.

The folder is `$CONDUCTKIT_CACHE` (empty: nothing is kept), else `conductkit` in
`$XDG_CACHE_HOME`, else in `~/.cache`. A cache in the project could be filled by whoever proposes a
change to it; this one cannot. What is kept is data (JSON), bounded in number, and every failure
means: not kept.
"""

import json
import os
from pathlib import Path
from typing import Any

_MOST = 4000
"""How many results are kept; beyond it the older half goes."""


def digest(*parts: str | bytes) -> str:
    """A digest of the parts in their order; no two lists of parts share one by running together."""
    import hashlib

    hashed = hashlib.sha256()
    for part in parts:
        data = part.encode("utf-8", "surrogateescape") if isinstance(part, str) else part
        hashed.update(len(data).to_bytes(8, "big") + data)
    return hashed.hexdigest()


def stamp() -> str:
    """What this installation is: its newest file; "" where nothing is kept.

    Another edition of it never reads old results.
    """
    if _folder() is None:
        return ""
    package = Path(__file__).resolve().parent
    newest = 0
    for parent, _, files in os.walk(package):
        newest = max(newest, *(_changed(f"{parent}/{name}") for name in files), 0)
    return str(newest)


def load(key: str) -> Any:
    """What was kept under a key; None where there is nothing, or nothing that can be read."""
    folder = _folder()
    if folder is None:
        return None
    try:
        return json.loads((folder / f"{key}.json").read_bytes())
    except (OSError, ValueError):
        return None


def keep(key: str, value: Any) -> None:
    """Keep a value of plain data under a key, whole or not at all."""
    folder = _folder()
    if folder is None:
        return
    try:
        folder.mkdir(parents=True, exist_ok=True)
        fresh = folder / f"{key}.{os.getpid()}"
        fresh.write_text(json.dumps(value), encoding="utf-8")
        fresh.replace(folder / f"{key}.json")
        if key.startswith("00"):
            _prune(folder)
    except OSError:
        return


def _folder() -> Path | None:
    named = os.environ.get("CONDUCTKIT_CACHE")
    if named is not None:
        return Path(named) if named else None
    base = Path(os.environ.get("XDG_CACHE_HOME") or "~/.cache")
    try:
        return base.expanduser() / "conductkit"
    except RuntimeError:  # nobody's home
        return None


def _prune(folder: Path) -> None:
    files = sorted(folder.iterdir(), key=lambda path: path.stat().st_mtime)
    if len(files) > _MOST:
        for path in files[: len(files) // 2]:
            path.unlink(missing_ok=True)


def _changed(path: str) -> int:
    try:
        return Path(path).stat().st_mtime_ns
    except OSError:
        return 0
