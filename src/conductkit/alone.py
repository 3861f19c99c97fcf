"""One run at a time on a file that is read, changed and written back."""

import hashlib
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from conductkit.errors import ConductError

_PATIENCE = 30
"""Seconds to wait for other runs that write the same file."""


@contextmanager
def alone(path: str) -> Iterator[None]:
    """Keep other runs of the same person on this machine out; the lock lies outside the project."""
    from filelock import FileLock, Timeout

    name = hashlib.sha256(os.path.realpath(path).encode("utf-8", "surrogateescape")).hexdigest()
    user = getattr(os, "getuid", lambda: "")()
    lock = Path(tempfile.gettempdir(), f"conductkit-{user}-{name[:16]}.lock")
    try:
        with FileLock(lock, timeout=_PATIENCE):
            yield
    except Timeout:
        raise ConductError(
            f"{path}: another run has held this file for {_PATIENCE} seconds. Nothing was written;"
            " try again."
        ) from None
    except OSError as error:
        raise ConductError(f"{lock}: cannot lock: {error.strerror}. Nothing was written.") from None
