"""Plain text, as pasted from a page or saved from a PDF: bullets, numbers and wrapped lines."""

from conductkit.outline import Outline
from conductkit.readers import _lines
from conductkit.readers._decode import decode

SUFFIXES = (".txt", ".text")


def recognises(_: bytes) -> bool:
    """Never: text is what is left when nothing else knows the bytes."""
    return False


def read(data: bytes, path: str) -> Outline:
    """The blocks of a plain text; headings are found later, by their words and their place."""
    text, remarks = decode(data, path)
    return Outline("text", text, tuple(_lines.blocks(text.split("\n"))), {}, remarks)
