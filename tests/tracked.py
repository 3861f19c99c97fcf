"""A Word file as whoever accepts or refuses its tracked changes reads it, from its XML alone."""

import io
import zipfile
from collections.abc import Iterator
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MARKS = {"accept": ("del", "moveFrom"), "refuse": ("ins", "moveTo")}


def body(data: bytes) -> Element:
    """The body of a file's document."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return ElementTree.fromstring(archive.read("word/document.xml"))[0]


def resolved(data: bytes, how: str) -> list[str]:
    """The text of every paragraph after all changes are accepted or refused.

    A number that Word counts is written as the bookmark that it points to, in brackets.
    """
    gone = MARKS[how]
    found, open_text = [], ""
    for paragraph in body(data).iter(f"{W}p"):
        open_text += _text(paragraph, gone)
        mark = paragraph.find(f"{W}pPr/{W}rPr")
        if mark is not None and any(mark.find(f"{W}{name}") is not None for name in gone):
            continue  # without its mark a paragraph flows into the next one
        found.append(open_text)
        open_text = ""
    return found


def _text(paragraph: Element, gone: tuple[str, ...]) -> str:
    text, in_field = "", False
    for element in _kept(paragraph, gone):
        if element.tag in (f"{W}instrText", f"{W}delInstrText"):
            text += f"[{(element.text or '').split()[1]}]"
        elif element.tag == f"{W}fldChar":
            in_field = element.get(f"{W}fldCharType") != "end"
        elif element.tag in (f"{W}t", f"{W}delText") and not in_field:
            text += element.text or ""
        elif element.tag == f"{W}br":
            text += "\n"
    return text


def _kept(element: Element, gone: tuple[str, ...]) -> Iterator[Element]:
    for child in element:
        if child.tag.removeprefix(W) not in gone:
            yield child
            yield from _kept(child, gone)
