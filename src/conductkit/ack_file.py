"""The files of acknowledgements: `acks/<code-id>.yaml` beside the settings of the project."""

import hashlib
import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from conductkit import config, files
from conductkit.acks import ACKS, Ack, Acks, text
from conductkit.errors import ConductError, InputError
from conductkit.load import LoadError, load_shape
from conductkit.write import make_folder, write_atomic

FOLDER = "acks"
_PATIENCE = 30
"""Seconds to wait for other runs that write the same file."""


def path_of(id: str) -> str:
    """Where the acknowledgements of a code stand."""
    return config.load().here(f"{FOLDER}/{id}.yaml")


def read(id: str) -> tuple[Ack, ...]:
    """The acknowledgements of a code; none where there is no file.

    LoadError with every finding where the file is not what it should be.
    """
    path = path_of(id)
    return _parsed(path, id, _bytes(path))


def change(id: str, act: Callable[[tuple[Ack, ...]], tuple[Ack, ...]]) -> bool:
    """Read, change and write the acknowledgements of a code; whether anything changed.

    Runs at the same time wait for one another, so that none loses what another wrote.
    """
    path = path_of(id)
    make_folder(Path(path).parent)
    with _alone(path):
        data = _bytes(path)
        before = _parsed(path, id, data)
        after = act(before)
        if after == before:
            return False
        return write_atomic(path, text(id, after).encode(), expected=data or None)


def _bytes(path: str) -> bytes:
    if not os.path.lexists(path):
        return b""
    data = files.read_bytes(path)
    if isinstance(data, bytes):
        return data
    raise InputError(f"{path}: {data.message}. {data.help}", (data,))


def _parsed(path: str, id: str, data: bytes) -> tuple[Ack, ...]:
    if not data:
        return ()
    found, loaded = load_shape(path, ACKS, data)
    if not isinstance(found, Acks):
        raise LoadError(loaded)
    if found.code != id:
        raise InputError(
            f"{path}: these are acknowledgements of “{found.code}”, but the file is named after"
            f" “{id}”. Give it the name {found.code}.yaml."
        )
    return found.read


@contextmanager
def _alone(path: str) -> Iterator[None]:
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
