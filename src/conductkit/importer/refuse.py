"""What is no code of conduct, told as what it is."""

import re

from conductkit.errors import InputError
from conductkit.importer.draft import Draft
from conductkit.importer.lexicon import Lexicon

_KINDS = (
    (b"\x89PNG", "a picture (PNG)"),
    (b"\xff\xd8\xff", "a picture (JPEG)"),
    (b"GIF8", "a picture (GIF)"),
    (b"RIFF", "a picture or a sound"),
    (b"%PDF", "a PDF; save its text, or the Word file it was made from"),
    (b"\xd0\xcf\x11\xe0", "an old Word file (.doc); save it as .docx"),
    (b"{\\rtf", "rich text (RTF); save it as .docx"),
    (b"\x7fELF", "a program"),
    (b"MZ", "a program"),
    (b"\x1f\x8b", "a compressed file; unpack it first"),
    (b"BM", "a picture (BMP)"),
    (b"II*\x00", "a picture (TIFF)"),
    (b"MM\x00*", "a picture (TIFF)"),
)
_SHORT = 60


def bytes_(data: bytes, path: str) -> None:
    """InputError for bytes that hold no text at all."""
    if not data.strip(b" \t\r\n\x00\xef\xbb\xbf"):
        raise InputError(f"{path} is empty: there is nothing to import.")
    if re.search(rb"^conduct\s{0,4}:\s{0,4}[\"']?1[\"']?\s*$", data[:4000], re.MULTILINE):
        raise InputError(
            f"{path} is a code of this format already: there is nothing to import."
            " `conduct lint` and `conduct diff` read it as it is."
        )
    for mark, name in _KINDS:
        if data.startswith(mark) and not (mark in (b"MZ", b"BM") and data[:200].isascii()):
            raise InputError(f"{path} is {name}: there is no text to import.")


def draft(found: Draft, path: str, words: Lexicon) -> None:
    """InputError for a text that is no code: it only points to one, or directs nobody."""
    text = " ".join(dict.fromkeys(one.source for one in found.placed))
    target = re.search(r"https?://[^\s()\[\]<>]{4,300}|\]\(([^()\s]{2,300})\)", text)
    points = bool(target) and len(text.split()) <= _SHORT
    if found.values or any(not words.has("pointing", rule.text) for rule in found.rules):
        return
    if found.rules and not points:
        return
    if points and target:
        where = target[1] or target[0]
        raise InputError(
            f"{path} is no code: it points to another file ({where}). Import that one."
        )
    if not re.search(r"\w", text):
        raise InputError(f"{path} holds no text: there is nothing to import.")
    raise InputError(f"{path} holds no rule and no value that could be found, so it makes no code.")
