"""Bytes and text of files, or the finding why there are none."""

import os
import stat

from conductkit.faults import Faults, file_fault
from conductkit.finding import Finding
from conductkit.nodes import MAX_BYTES
from conductkit.source import Source

_ENCODING_HELP = "Save the file as UTF-8."


def read_bytes(path: str) -> bytes | Finding:
    """A regular file's bytes, or the reason why there are none to be had."""
    try:
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
    except OSError as error:
        return _unreadable(path, error.strerror or "cannot be opened")
    except ValueError:
        return _unreadable(path, "no file can have this name")
    try:
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            return _unreadable(path, "it is not a file")
        with os.fdopen(handle, "rb", closefd=False) as stream:
            data = stream.read(MAX_BYTES + 1)
    except OSError as error:
        return _unreadable(path, error.strerror or "cannot be read")
    finally:
        os.close(handle)
    if len(data) > MAX_BYTES:
        words = f"the file is larger than {MAX_BYTES // 1_000_000} MB"
        return file_fault(path, "file-too-large", words, "A code of conduct is never that long.")
    return data


def _unreadable(path: str, why: str) -> Finding:
    help = "Check the name, and that you may read it."
    return file_fault(path, "file-unreadable", f"cannot read this file: {why}", help)


def decode(data: bytes, path: str) -> str | Finding:
    """UTF-8 bytes as text without a byte-order mark, or the finding that they are none."""
    for mark, name in ((b"\xff\xfe", "UTF-16"), (b"\xfe\xff", "UTF-16")):
        if data.startswith(mark):
            words = f"the file is written in {name}, not in UTF-8"
            return file_fault(path, "file-encoding", words, _ENCODING_HELP)
    try:
        return data.decode("utf-8").removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        words = f"byte {data[error.start]:#04x} is not UTF-8"
        seen = Source(path, data.decode("utf-8", "replace").removeprefix("\ufeff"))
        before = data[: error.start].decode("utf-8").removeprefix("\ufeff")
        faults = Faults(seen)
        faults.add("file-encoding", len(before), len(before) + 1, words, _ENCODING_HELP)
        return faults.findings[0]
