"""Bytes as text: encodings and line endings as they come."""

import codecs
import re

from conductkit.errors import InputError
from conductkit.importer.unseen import unseen_remark, without
from conductkit.outline import Remark

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"), (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)  # fmt: skip
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f]")
_MOSTLY_TEXT = 0.02


def decode(data: bytes, path: str, *, exact: bool = False) -> tuple[str, tuple[Remark, ...]]:
    """The text of a file, with \\n for every line ending, and what was odd about its bytes.

    UTF-8 unless a byte-order mark says otherwise; what is not UTF-8 is read as Windows-1252.
    Characters that nobody sees are left out, but for `exact`. InputError for what is no text.
    """
    remarks: tuple[Remark, ...] = ()
    encoding = next((name for mark, name in _MARKS if data.startswith(mark)), "utf-8")
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        text = data.decode("cp1252", "replace")
        words = "the file is not UTF-8; it was read as Windows-1252"
        remarks = (Remark("encoding-guessed", 1, "", words, "Look at accents and quotes."),)
    controls = len(_CONTROL.findall(text[:20_000]))
    if controls > _MOSTLY_TEXT * max(1, len(text[:20_000])) and controls > 1:
        raise InputError(f"{path} holds no text: most likely it is a picture or a program file.")
    text = _CONTROL.sub(" ", text)
    if not exact:
        text, unseen = without(text)
        remarks += (unseen_remark(unseen),) if unseen else ()
    return re.sub(r"\r\n?|\f|\u2028|\u2029|\x85", "\n", text), remarks
