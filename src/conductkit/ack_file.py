"""The files of acknowledgements: `acks/<code-id>.yaml` beside the settings of the project."""

import os
from collections.abc import Callable
from pathlib import Path

from conductkit import config, files
from conductkit.acks import ACKS, Ack, Acks, text
from conductkit.alone import alone
from conductkit.errors import InputError
from conductkit.load import LoadError, load_shape
from conductkit.write import make_folder, write_atomic

FOLDER = "acks"


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
    with alone(path):
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
