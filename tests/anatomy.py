"""What the program that opens an output makes of it: its kinds of things, and its words."""

import csv
import io
import json
import re
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass
from html.parser import HTMLParser
from itertools import chain
from typing import Any
from xml.etree import ElementTree

from markdown_it import MarkdownIt

from conductkit.spreadsheet import FORMULA

PROSE = frozenset(["p", "ul", "ol", "li", "em", "strong", "a", "code", "br"])
SCHEMES = ("#", "http://", "https://", "mailto:", "tel:")
_ACTS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e]")


@dataclass(frozen=True)
class Anatomy:
    """`kinds` are the elements, attributes, commands that it has; `words` is all it shows."""

    kinds: frozenset[str]
    words: str


def anatomy(data: str | bytes, suffix: str) -> Anatomy:
    """An output taken apart by the reader of its kind of file. AssertionError for what runs."""
    read = READERS[suffix.rpartition(".")[2]]
    return read(data if isinstance(data, bytes) else data.encode("utf-8", "backslashreplace"))


class _Html(HTMLParser):
    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.kinds: set[str] = set()
        self.words: list[str] = []
        self.tag = ""
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tag = tag
        self.kinds |= {tag, *(f"{tag} {name}" for name, _ in attrs)}
        self.words += [value or "" for _, value in attrs]
        for name, value in attrs:
            if name in ("href", "src"):
                assert (value or "").startswith((*SCHEMES, "data:image/")), value
            assert not name.startswith("on"), name

    def handle_endtag(self, tag: str) -> None:
        self.tag = ""

    def handle_data(self, data: str) -> None:
        if self.tag == "style":
            data = re.sub(r'"(?:[^"\\]|\\.)*"', '""', data)
            self.kinds |= {f"style {name}" for name in re.findall(r"[@\w-]+(?=[^;{}]*\{)", data)}
        else:
            self.words.append(data)

    def handle_comment(self, data: str) -> None:
        self.kinds.add("comment")

    def handle_decl(self, decl: str) -> None:
        self.kinds.add(f"<!{decl}>")

    def handle_pi(self, data: str) -> None:
        self.kinds.add("instruction")

    def unknown_decl(self, data: str) -> None:
        self.kinds.add("declaration")


def _text(data: bytes) -> str:
    text = data.decode("utf-8", "surrogatepass")
    assert not _ACTS.search(text), ascii(_ACTS.search(text))
    return text


def _html(data: bytes) -> Anatomy:
    page = _Html(_text(data))
    return Anatomy(frozenset(page.kinds), " ".join(page.words))


def _markdown(data: bytes) -> Anatomy:
    """Read the way GitHub does: raw HTML, tables and strikethrough included."""
    reader = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    return _html(reader.render(_text(data)).encode())


def _csv(data: bytes) -> Anatomy:
    rows = list(csv.reader(io.StringIO(data.decode(), newline="")))
    for cell in (cell for row in rows for cell in row):
        assert not cell.startswith(tuple(FORMULA.replace("'", "") + "\t\r\n")), cell
    return Anatomy(frozenset({str(len(row)) for row in rows}), " ".join(chain.from_iterable(rows)))


def _json(data: bytes) -> Anatomy:
    kinds: set[str] = set()
    words: list[str] = []

    def walk(value: Any) -> None:
        if isinstance(value, dict):
            kinds.update(value)
            words.extend(value)
        for one in value.values() if isinstance(value, dict) else value:
            if isinstance(one, dict | list):
                walk(one)
            else:
                words.append(str(one))

    walk(json.loads(_text(data)))
    return Anatomy(frozenset(kinds), " ".join(words))


def _plain(data: bytes) -> Anatomy:
    return Anatomy(frozenset(), _text(data))


def _github(data: bytes) -> Anatomy:
    """Workflow commands: what follows `::` at the beginning of a line."""
    lines = re.split(r"\r\n?|\n", _text(data))
    kinds = {line.split(" ")[0] for line in lines if line.startswith("::")}
    coded = {"%25": "%", "%0D": "\r", "%0A": "\n", "%3A": ":", "%2C": ","}
    words = re.sub("%(25|0D|0A|3A|2C)", lambda found: coded[found[0]], "\n".join(lines))
    return Anatomy(frozenset(kinds), words)


def _calendar(data: bytes) -> Anatomy:
    """Unfolded lines: names of properties, and what they hold (RFC 5545, 3.1 and 3.3.11)."""
    text = _text(data.replace(b"\r\n ", b"").replace(b"\r\n", b"\n"))
    kinds = {re.split("[:;]", line)[0] for line in text.splitlines()}
    return Anatomy(frozenset(kinds), re.sub(r"\\([\\;,])", r"\1", text))


def _xml(data: bytes) -> Anatomy:
    root = ElementTree.fromstring(data)
    return Anatomy(frozenset(_elements(root)), " ".join(_said(root)))


def _elements(root: ElementTree.Element) -> Iterable[str]:
    for element in root.iter():
        yield element.tag
        yield from (f"{element.tag} {name}" for name in element.attrib)


def _said(root: ElementTree.Element) -> Iterable[str]:
    for element in root.iter():
        yield from (element.text or "", element.tail or "", *element.attrib.values())


def _feed(data: bytes) -> Anatomy:
    """A feed, and the HTML in it."""
    whole = _xml(data)
    pages = [_Html(text) for text in _said(ElementTree.fromstring(data)) if text.startswith("<ul>")]
    inside = {f"html {kind}" for page in pages for kind in page.kinds}
    return Anatomy(
        whole.kinds | inside,
        " ".join([whole.words, *chain.from_iterable(page.words for page in pages)]),
    )


def _docx(data: bytes) -> Anatomy:
    kinds: set[str] = set()
    words: list[str] = []
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name in archive.namelist():
            kinds.add(re.sub(r"\d+", "", name))
            if not name.endswith((".xml", ".rels")) or "theme" in name:
                continue
            root = ElementTree.fromstring(archive.read(name))
            if name == "word/document.xml":
                kinds |= set(_elements(root))
                for code in root.iter(f"{root.tag.partition('}')[0]}}}instrText"):
                    assert (code.text or "").split()[0] in ("REF", "TOC"), code.text
            words += [
                "".join(root.itertext()),
                *(value for e in root.iter() for value in e.attrib.values()),
            ]
    return Anatomy(frozenset(kinds), " ".join(words))


READERS = {
    "html": _html, "md": _markdown, "markdown": _markdown, "csv": _csv, "json": _json,
    "sarif": _json, "gitlab": _json, "txt": _plain, "text": _plain, "github": _github,
    "docx": _docx, "xml": _xml, "junit": _xml, "atom": _feed, "ics": _calendar,
}  # fmt: skip
"""By the last part of a format's suffix, or the name of a report."""
