"""Word documents, read by python-docx (extra `conductkit[docx]`): styles, numbering, tables.

The file is a zip of XML: its size unpacked is bounded before anything is read, and python-docx
resolves no entities.
"""

import io
import zipfile
from typing import Any

from conductkit.errors import ConductError, InputError
from conductkit.outline import Block, Outline
from conductkit.readers._word import Numbering, heading_level, inline

SUFFIXES = (".docx", ".docm")
_LARGEST = 60_000_000
_MOST_PARTS = 2000


def recognises(data: bytes) -> bool:
    """Whether the bytes are a zip that holds a Word document."""
    return data.startswith(b"PK\x03\x04") and b"word/" in data


def read(data: bytes, path: str) -> Outline:
    """The paragraphs and tables of a document; `line` is the number of the paragraph."""
    _bounded(data, path)
    try:
        from docx import Document
    except ImportError:
        words = "Word documents need python-docx: `pip install 'conductkit[docx]'`."
        raise ConductError(f"{path} cannot be read: {words}") from None
    try:
        document = Document(io.BytesIO(data))
        blocks = _Walk(document).blocks()
        meta = _meta(document)
    except Exception as error:
        name = type(error).__name__
        raise InputError(f"{path} is no Word document that can be read ({name}).") from None
    text = "\n".join(block.text for block in blocks)
    numbered = [_at(block, line) for line, block in enumerate(blocks, start=1)]
    return Outline("docx", text, tuple(numbered), meta)


def _at(block: Block, line: int) -> Block:
    from dataclasses import replace

    return replace(block, line=line)


def _bounded(data: bytes, path: str) -> None:
    """InputError for what is no zip, or one that unpacks to more than a document ever holds."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = archive.infolist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise InputError(f"{path} is no Word document that can be read: {error}.") from None
    if len(parts) > _MOST_PARTS or sum(part.file_size for part in parts) > _LARGEST:
        raise InputError(f"{path} unpacks to more than a Word document holds, so it was not read.")


def _meta(document: Any) -> dict[str, str]:
    core = document.core_properties
    found = {"title": core.title, "author": core.author, "language": core.language}
    return {key: str(value) for key, value in found.items() if value}


class _Walk:
    """The body of a document in order, then its headers and footers as furniture."""

    def __init__(self, document: Any) -> None:
        self._document = document
        self._numbering = Numbering(document)
        self._found: list[Block] = []

    def blocks(self) -> list[Block]:
        """Every block in order."""
        for element in self._document.iter_inner_content():
            if hasattr(element, "rows"):
                self._table(element)
            else:
                self._paragraph(element)
        self._edges()
        return self._found

    def _paragraph(self, paragraph: Any) -> None:
        text = inline(paragraph._p, self._document.part)
        if not text.strip():
            return
        level = heading_level(paragraph)
        listed = self._numbering.of(paragraph)
        if level:
            marker = f"{listed.marker} " if listed and listed.ordered else ""
            self._found.append(Block("heading", marker + text.strip("*"), 0, level=level))
        elif listed:
            self._found.append(Block("item", text, 0, listed.depth, listed.ordered, listed.marker))
        else:
            self._found.append(Block("paragraph", text, 0))

    def _table(self, table: Any) -> None:
        for number, row in enumerate(table.rows):
            cells = tuple(
                " ".join(
                    filter(None, (inline(one._p, self._document.part) for one in cell.paragraphs))
                )
                for cell in row.cells
            )
            if any(cells):
                block = Block("row", " | ".join(cells), 0, cells=cells, head=number == 0)
                self._found.append(block)

    def _edges(self) -> None:
        seen: set[str] = set()
        for section in self._document.sections:
            for edge in (section.header, section.footer):
                for paragraph in edge.paragraphs:
                    text = inline(paragraph._p, self._document.part)
                    if text.strip() and text not in seen:
                        seen.add(text)
                        reason = "the header or footer of the pages"
                        self._found.append(Block("furniture", text, 0, reason=reason))
