"""Writing files so that nothing is lost: whole or not at all, and only what was to change."""

import contextlib
import os
import re
import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from conductkit.errors import ConductError
from conductkit.source import Source

_BOM = "\ufeff"
_TRIES = 8
_FORMAT_KEY = re.compile(rb"^(?:\xef\xbb\xbf)?[\"']?conduct[\"']?[ \t]*:", re.MULTILINE)
_OTHER_KEY = re.compile(rb"^[\"']?(?:id|title|language|values|rules)[\"']?[ \t]*:", re.MULTILINE)


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
    line_break = newline(body)
    parts = [mark]
    place = 0
    for edit in sorted(edits, key=lambda edit: (edit.start, edit.end)):
        if not place <= edit.start <= edit.end <= len(body):
            raise ValueError(f"{edit} overlaps another edit or leaves the text")
        words = edit.replacement.replace("\r\n", "\n").replace("\n", line_break)
        parts += body[place : edit.start], words
        place = edit.end
    return "".join([*parts, body[place:]])


def newline(text: str) -> str:
    """The line break of a text: that of its first line."""
    place = text.find("\n")
    return "\r\n" if place > 0 and text[place - 1] == "\r" else "\n"


def edit_file(source: Source, edits: Sequence[Edit]) -> bool:
    """Make edits in the file that a source was read from; whether its bytes changed.

    ConductError where the file is neither what was read nor what was to come of it: nothing is
    written then.
    """
    with _sentences(source.path):
        old = _current(Path(source.path))
    text = (old or b"").decode("utf-8", "surrogateescape")
    if old is not None and text.removeprefix(_BOM) == splice(source.text, edits):
        return False  # another run was faster with the same
    if old is None or text.removeprefix(_BOM) != source.text:
        raise _changed(source.path)
    return write_atomic(source.path, splice(text, edits).encode(), expected=old)


def write_atomic(path: str | Path, data: bytes, expected: bytes | None = None) -> bool:
    """Put `data` into a file, whole or not at all; whether the file changed.

    A new file in the same folder takes the place of the old one and keeps its mode; through a link
    the file that it points to is written. Equal bytes are not written. Where `expected` is given,
    the file must still hold it, or `data` already. ConductError, as a sentence, where the file
    cannot be written.
    """
    with _sentences(str(path)):
        target = Path(os.path.realpath(path))
        old = _current(target)
        if old == data:
            return False
        if expected is not None and old != expected:
            raise _changed(str(path))
        if old is None and os.path.lexists(target):
            target.write_bytes(data)  # a pipe, /dev/stdout; of a folder the system says what it is
        else:
            _replace(target, data)
    return True


def write_new(path: str | Path, data: bytes) -> bool:
    """Put `data` into a file that must not be there yet, whole; False where one is there.

    Of several that try this at once, one gets True. ConductError where it cannot be written.
    """
    with _sentences(str(path)):
        target = Path(path)
        with _beside(target) as (handle, temporary):
            _fill(handle, data)
            try:
                made = _link(temporary, target, data)
            finally:
                temporary.unlink()
        _settle(target.parent)
    return made


def refuse_to_replace_a_code(path: str | Path) -> None:
    """ConductError where a file holds a code: for those who would write something else over it."""
    with _sentences(str(path)):
        held = _current(Path(path)) or b""
    if _FORMAT_KEY.search(held) and _OTHER_KEY.search(held):
        raise ConductError(
            f"{path}: this file is a code, and it was left as it is. Name another file to write."
        )


def make_folder(path: Path) -> None:
    """A folder and those above it, where they are missing; ConductError where that cannot be."""
    with _sentences(str(path), "make this folder"):
        path.mkdir(parents=True, exist_ok=True)


@contextlib.contextmanager
def _sentences(path: str, act: str = "write this file") -> Iterator[None]:
    """What the system says against a path, as a ConductError."""
    try:
        yield
    except OSError as error:
        raise ConductError(f"{path}: cannot {act}: {_reason(path, error)}.") from error
    except ValueError as error:
        raise ConductError(f"{path!r}: nothing can have this name.") from error


def _changed(path: str) -> ConductError:
    return ConductError(
        f"{path}: the file was changed while `conduct` worked on it, so nothing was written."
        " Run the command again."
    )


def _reason(path: str, error: OSError) -> str:
    folder = Path(path).parent
    if isinstance(error, FileNotFoundError) and not folder.is_dir():
        return f"there is no folder {folder}; make it first"
    return (error.strerror or type(error).__name__).lower()


def _current(path: Path) -> bytes | None:
    """What a regular file holds; None where there is none."""
    try:
        return path.read_bytes() if stat.S_ISREG(path.stat().st_mode) else None
    except FileNotFoundError:
        return None


def _replace(path: Path, data: bytes) -> None:
    """A new file beside the old one, safe on the disk, then in its place."""
    with _beside(path) as (handle, temporary):
        _fill(handle, data, path)
        temporary.replace(path)
    _settle(path.parent)


def _fill(handle: int, data: bytes, old: Path | None = None) -> None:
    """Write a new file through its handle, safe on the disk, with the mode of an old one."""
    with os.fdopen(handle, "wb") as stream:
        stream.write(data)
        stream.flush()
        if old is not None:
            _keep_mode(old, stream.fileno())
        os.fsync(stream.fileno())


def _settle(folder: Path) -> None:
    """Make the names in a folder safe on the disk, where the system can."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _link(temporary: Path, target: Path, data: bytes) -> bool:
    """Give a written file its name; False where something has that name already."""
    try:
        os.link(temporary, target)
    except FileExistsError:
        return False
    except (OSError, NotImplementedError):  # a file system without hard links
        try:
            stream = target.open("xb")
        except FileExistsError:
            return False
        with stream:
            stream.write(data)
    return True


@contextlib.contextmanager
def _beside(path: Path) -> Iterator[tuple[int, Path]]:
    """A new file in the folder of another: handle and name; gone again if anything goes wrong."""
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0)
    for attempt in range(_TRIES):
        temporary = path.parent / f".{path.name[:40]}.{os.urandom(6).hex()}.tmp"
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
            temporary.unlink()
        raise


def _keep_mode(path: Path, handle: int) -> None:
    """Give a new file the mode and owner of the one that it replaces, as far as that may be."""
    try:
        old = path.stat()
    except FileNotFoundError:
        return
    if hasattr(os, "fchown"):
        with contextlib.suppress(OSError):
            os.fchown(handle, old.st_uid, old.st_gid)
    if hasattr(os, "fchmod"):
        os.fchmod(handle, stat.S_IMODE(old.st_mode))
