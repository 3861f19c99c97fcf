"""Writing files so that nothing is lost: whole or not at all, and only what was to change."""

import contextlib
import os
import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from conductkit.errors import ConductError
from conductkit.source import Source

_BOM = "\ufeff"
_TRIES = 8


@dataclass(frozen=True, slots=True)
class Edit:
    """`replacement` for what stands between two offsets of a `Source`'s text."""

    start: int
    end: int
    replacement: str


def splice(text: str, edits: Sequence[Edit]) -> str:
    """The text with edits made; all else stays, byte for byte.

    Offsets are those of a `Source`, which does not count a byte-order mark; a mark stays. Line
    breaks in replacements become those of the text. Insertions at one place keep their order.
    ValueError for edits that overlap or leave the text.
    """
    mark = _BOM if text.startswith(_BOM) else ""
    body = text[len(mark) :]
    newline = _newline(body)
    parts = [mark]
    place = 0
    for edit in sorted(edits, key=lambda edit: (edit.start, edit.end)):
        if not place <= edit.start <= edit.end <= len(body):
            raise ValueError(f"{edit} overlaps another edit or leaves the text")
        words = edit.replacement.replace("\r\n", "\n").replace("\n", newline)
        parts += body[place : edit.start], words
        place = edit.end
    return "".join([*parts, body[place:]])


def _newline(text: str) -> str:
    """The line break of a text: that of its first line."""
    place = text.find("\n")
    return "\r\n" if place > 0 and text[place - 1] == "\r" else "\n"


def edit_file(source: Source, edits: Sequence[Edit]) -> bool:
    """Make edits in the file that a source was read from; whether its bytes changed.

    ConductError where the file is no longer what was read: nothing is written then.
    """
    old = _current(source.path)
    text = "" if old is None else old.decode("utf-8", "surrogateescape")
    if old is None or text.removeprefix(_BOM) != source.text:
        raise _changed(source.path)
    return write_atomic(source.path, splice(text, edits).encode(), expected=old)


def write_atomic(path: str, data: bytes, expected: bytes | None = None) -> bool:
    """Put `data` into a file, whole or not at all; whether the file changed.

    A new file in the same folder takes the place of the old one and keeps its mode; through a link
    the file that it points to is written. Equal bytes are not written. Where `expected` is given,
    the file must still hold it. ConductError, as a sentence, where the file cannot be written.
    """
    try:
        target = os.path.realpath(path)
        old = _current(target)
        if expected is not None and old != expected:
            raise _changed(path)
        if old == data:
            return False
        if old is None and os.path.lexists(target):
            _write_through(target, data)
        else:
            _replace(target, data)
    except OSError as error:
        raise ConductError(f"{path}: cannot write this file: {_reason(path, error)}.") from error
    except ValueError as error:
        raise ConductError("A file cannot have this name: it holds a null character.") from error
    return True


def make_folder(path: str) -> None:
    """A folder and those above it, where they are missing; ConductError where that cannot be."""
    try:
        os.makedirs(path, exist_ok=True)
    except OSError as error:
        words = f"{path}: cannot make this folder: {_reason(path, error)}."
        raise ConductError(words) from error
    except ValueError as error:
        raise ConductError("A folder cannot have this name: it holds a null character.") from error


def _changed(path: str) -> ConductError:
    return ConductError(
        f"{path}: the file was changed while `conduct` worked on it, so nothing was written."
        " Run the command again."
    )


def _reason(path: str, error: OSError) -> str:
    folder = os.path.dirname(path)
    if isinstance(error, FileNotFoundError) and folder and not os.path.isdir(folder):
        return f"there is no folder {folder}. Make it first"
    return (error.strerror or type(error).__name__).lower()


def _current(path: str) -> bytes | None:
    """What a regular file holds; None where there is none."""
    try:
        if not stat.S_ISREG(os.stat(path).st_mode):
            return None
        with open(path, "rb") as stream:
            return stream.read()
    except FileNotFoundError:
        return None


def _write_through(path: str, data: bytes) -> None:
    """Write into what is no regular file: /dev/stdout, a pipe. A folder is refused by the system."""
    with open(path, "wb") as stream:
        stream.write(data)


def _replace(path: str, data: bytes) -> None:
    """A new file beside the old one, safe on the disk, then in its place."""
    with _beside(path) as (handle, temporary):
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            _keep_mode(path, stream.fileno())
            os.fsync(stream.fileno())
        os.replace(temporary, path)
    with contextlib.suppress(OSError):
        folder = os.open(os.path.dirname(path) or ".", os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)


@contextlib.contextmanager
def _beside(path: str) -> Iterator[tuple[int, str]]:
    """A new file in the folder of another: handle and name; gone again if anything goes wrong."""
    folder, name = os.path.split(path)
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0)
    for attempt in range(_TRIES):
        temporary = os.path.join(folder, f".{name[:40]}.{os.urandom(6).hex()}.tmp")
        try:
            handle = os.open(temporary, flags, 0o666)
            break
        except FileExistsError:
            if attempt == _TRIES - 1:
                raise
    try:
        yield handle, temporary
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(temporary)
        raise


def _keep_mode(path: str, handle: int) -> None:
    """Give a new file the mode and owner of the one that it replaces, as far as that may be."""
    try:
        old = os.stat(path)
    except FileNotFoundError:
        return
    if hasattr(os, "fchown"):
        with contextlib.suppress(OSError):
            os.fchown(handle, old.st_uid, old.st_gid)
    if hasattr(os, "fchmod"):
        os.fchmod(handle, stat.S_IMODE(old.st_mode))
