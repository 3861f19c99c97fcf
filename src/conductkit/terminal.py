"""What goes to the terminal: results to stdout, advice to stderr, colour where it is wanted."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TextIO

from conductkit.errors import ConductError
from conductkit.patterns import lazily

_CODES = {
    "bold": "1", "dim": "2", "italic": "3", "underline": "4", "strike": "9",
    "red": "31", "green": "32", "yellow": "33", "blue": "34", "magenta": "35", "cyan": "36",
}  # fmt: skip
_UNSAFE = lazily(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)


def out(text: str) -> None:
    """Write a result to stdout, as UTF-8 whatever the locale says."""
    _write(sys.stdout, text)


def raw(data: bytes) -> None:
    """Write bytes of a file as a result, as they are."""
    if sys.stdout is not None:
        flush()
        with _sentences():
            sys.stdout.buffer.write(data)


def shows_stdout() -> bool:
    """Whether stdout is a screen."""
    return sys.stdout is not None and sys.stdout.isatty()


def note(text: str) -> None:
    """Write progress or advice to stderr, a line."""
    _write(sys.stderr, text.rstrip("\n") + "\n")


def _write(stream: TextIO | None, text: str) -> None:
    if stream is None:  # closed by whoever started us
        return
    with _sentences():
        try:
            stream.write(text)
        except UnicodeEncodeError:
            encoding = stream.encoding or "ascii"
            stream.write(text.encode(encoding, "backslashreplace").decode(encoding))


def flush() -> None:
    """Hand over what was written; ConductError where it cannot be taken, such as on a full disk."""
    if sys.stdout is not None:
        with _sentences():
            sys.stdout.flush()


@contextmanager
def _sentences() -> Iterator[None]:
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        discard()
        raise ConductError(f"The result cannot be written: {error.strerror}.") from error


def discard() -> None:
    """Let what is still unwritten go nowhere: nobody can take it."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def use_utf8() -> None:
    """Write UTF-8 where the locale is a poorer one and nothing else was asked for."""
    if os.environ.get("PYTHONIOENCODING"):
        return
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8")


def is_terminal() -> bool:
    """Whether a person reads stdout and can answer on stdin."""
    return all(stream is not None and stream.isatty() for stream in (sys.stdout, sys.stdin))


def colour(stream: TextIO | None = None) -> bool:
    """Whether to colour: only on a terminal, never against NO_COLOR."""
    stream = stream or sys.stdout
    if stream is None:
        return False
    if os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        return False
    return bool(os.environ.get("FORCE_COLOR")) or stream.isatty()


def paint(text: str, *styles: str, when: bool) -> str:
    """The text in the named styles where `when` says so."""
    if not when or not text:
        return text
    return f"\x1b[{';'.join(_CODES[style] for style in styles)}m{text}\x1b[0m"


def clean(text: str) -> str:
    """Text from a file, safe to show: control and direction marks as visible escapes."""
    if text.isprintable():
        return text
    return _UNSAFE.sub(lambda match: f"\\u{ord(match[0]):04x}", text)
