"""What independent readers make of a PDF: pypdf its structure, poppler its words in order."""

import io
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import pytest
from pypdf import PdfReader

needs_poppler = pytest.mark.skipif(
    shutil.which("pdfinfo") is None, reason="no pdfinfo here: install poppler-utils"
)


@dataclass(frozen=True)
class Paper:
    """A PDF, taken apart."""

    data: bytes

    @cached_property
    def reader(self) -> PdfReader:
        return PdfReader(io.BytesIO(self.data), strict=True)

    @property
    def root(self) -> Any:
        return self.reader.trailer["/Root"]

    @property
    def sizes(self) -> list[tuple[int, int]]:
        """Width and height of each page in whole millimetres."""
        return [
            (round(float(page.mediabox.width) * 25.4 / 72),
             round(float(page.mediabox.height) * 25.4 / 72))
            for page in self.reader.pages
        ]  # fmt: skip

    @property
    def bookmarks(self) -> list[tuple[int, str, int]]:
        """Depth, title and page (from 1) of each bookmark, in order."""
        return list(self._bookmarks(self.reader.outline, 1))

    def _bookmarks(self, outline: Any, depth: int) -> Iterator[tuple[int, str, int]]:
        for one in outline:
            if isinstance(one, list):
                yield from self._bookmarks(one, depth + 1)
            else:
                page = self.reader.get_destination_page_number(one)
                yield depth, str(one.title), (page if page is not None else -2) + 1

    @property
    def roles(self) -> list[str]:
        """The role of each structure element, in reading order."""
        return list(self._roles(self.root["/StructTreeRoot"]))

    def _roles(self, node: Any) -> Iterator[str]:
        node = node.get_object()
        if isinstance(node, list):
            for one in node:
                yield from self._roles(one)
        elif isinstance(node, dict) and (node.get("/S") or node.get("/Type") == "/StructTreeRoot"):
            yield str(node.get("/S", "/"))[1:]
            if "/K" in node:
                yield from self._roles(node["/K"])

    @property
    def structure(self) -> list[str]:
        """The lines that poppler prints of the structure tree: roles, and words in quotes."""
        done = subprocess.run(
            ["pdfinfo", "-enc", "UTF-8", "-struct-text", "-"], input=self.data,
            capture_output=True, check=True,
        )  # fmt: skip
        return done.stdout.decode(errors="replace").split("\n")

    @property
    def words(self) -> str:
        """Every word of the tagged text in reading order, none of the running heads."""
        lines = (line.strip() for line in self.structure)
        return squeezed(" ".join(
            line[1:-1] for line in lines if len(line) > 1 and line[0] == line[-1] == '"'
        ))  # fmt: skip

    def page(self, number: int) -> str:
        """All text of one page (from 1), running heads included."""
        return self.pages[number - 1]

    @cached_property
    def pages(self) -> list[str]:
        """All text of each page."""
        return [squeezed(page.extract_text()) for page in self.reader.pages]


def squeezed(text: str) -> str:
    return " ".join(text.split())
