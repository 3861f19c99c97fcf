"""The page of XML that templates write (`docx.j2`), read as the paragraphs of a document."""

import re
from collections.abc import Iterator
from xml.etree import ElementTree

from conductkit.word.paragraphs import Document, Paragraph, Run

Element = ElementTree.Element
_SPACE = re.compile(r"[ \t\r\n]+")
_STYLES = {
    "h1": "Heading 1", "h2": "Heading 2", "h3": "Heading 3", "title": "Title", "issuer": "Subtitle",
    "small": "Details", "banner": "Banner", "blank": "Blank",
}  # fmt: skip
_FORMATS = {"strong": "bold", "name": "bold", "em": "italic", "code": "code", "s": "strike"}
_UNITS = ("value", "rule", "gone", "step")
_SIDES = {"do": "✓ ", "dont": "✗ "}


def read(page: str) -> Document:
    """The document of a page. ValueError where the page is not well-formed."""
    if "<!" in page:
        raise ValueError("declarations and CDATA have no place in the page")
    try:
        root = ElementTree.fromstring(page)  # noqa: S314 - no declaration, no entity
    except ElementTree.ParseError as error:
        raise ValueError(f"the page is not well-formed XML ({error})") from error
    given = root.attrib
    reader = _Reader(root)
    return Document(
        given.get("title", ""), given.get("language", ""), given.get("direction", "ltr"),
        given.get("paper", "A4"), tuple(reader.paragraphs()), given.get("issuer", ""),
        given.get("day", ""), _words(root.find("stamp")), _words(root.find("folio")),
        _words(root.find("mark")), _words(root.find(".//contents")),
    )  # fmt: skip


def _words(element: Element | None) -> str:
    return "" if element is None else _SPACE.sub(" ", "".join(element.itertext())).strip()


def _joined(runs: list[Run]) -> list[Run]:
    """Runs of one format as one, single spaces between words and none at the ends."""
    found: list[Run] = []
    for run in runs:
        text = run.text
        if not found or found[-1].text.endswith((" ", "\n")):
            text = text.lstrip(" ")
        if not text:
            continue
        if found and not run.rule and found[-1]._replace(text="") == run._replace(text=""):
            text = found.pop().text + text
        found.append(run._replace(text=text))
    while found and not found[-1].text.rstrip(" \n"):
        found.pop()
    if found:
        found[-1] = found[-1]._replace(text=found[-1].text.rstrip(" \n"))
    return found


class _Reader:
    """Walks a page in order; every paragraph knows its unit and its part."""

    def __init__(self, root: Element) -> None:
        self.root = root
        self.unit, self.part = "cover", ""
        self.style, self.indent = "Normal", 0
        self.anchors: list[str] = []
        self.lists = 0
        self.starts: dict[int, int] = {}
        self.item: tuple[str, int, int] | None = None
        self.lead: list[Run] = []
        self.numbers = {rule.get("id", ""): rule.get("number", "") for rule in root.iter("rule")}

    def paragraphs(self) -> Iterator[Paragraph]:
        for child in self.root:
            if child.tag not in ("stamp", "folio", "mark"):
                yield from self.block(child)

    def block(self, element: Element) -> Iterator[Paragraph]:
        before = self.unit, self.part, self.style
        handle = getattr(self, f"on_{element.tag}", None)
        if element.tag in _UNITS or (element.tag in ("h1", "h2", "h3") and element.get("id")):
            self.unit = f"{element.tag}:{element.get('id') or _words(element.find('h3'))}"
        if element.get("id"):
            self.anchors.append(element.get("id", ""))
        if element.tag == "contents":
            return
        if handle is not None:
            yield from handle(element)
        elif element.tag in _STYLES:
            self.part = element.tag
            yield from self.paragraph(element, _STYLES[element.tag])
        elif element.tag == "p":
            yield from self.paragraph(element, self.style)
        else:
            yield from self.inside(element)
        if element.tag not in ("h1", "h2", "h3"):
            self.unit, self.part, self.style = before
        else:
            self.part = "text"

    def inside(self, element: Element) -> Iterator[Paragraph]:
        """The blocks of an element; words that stand between them are a paragraph."""
        inline: list[Run] = list(self.runs_of(element.text))
        for child in element:
            if child.tag in _FORMATS or child.tag in ("a", "br"):
                inline += self.inline(child)
            else:
                if "".join(run.text for run in inline).strip():
                    yield self.made(self.style, inline)
                inline = []
                yield from self.block(child)
            inline += self.runs_of(child.tail)
        if "".join(run.text for run in inline).strip():
            yield self.made(self.style, inline)

    def paragraph(self, element: Element, style: str) -> Iterator[Paragraph]:
        yield self.made(style, self.inline(element))

    def made(self, style: str, runs: list[Run]) -> Paragraph:
        lead, self.lead = self.lead, []
        anchors, self.anchors = tuple(self.anchors), []
        number, depth = 0, self.indent
        if self.item is not None:
            style, depth, number = self.item
            self.item = None
        return Paragraph(
            style, tuple(_joined(lead + runs)), self.unit, self.part, depth, number,
            self.starts.get(number, 1), anchors,
        )  # fmt: skip

    def runs_of(self, text: str | None, **format: object) -> list[Run]:
        return [Run(_SPACE.sub(" ", text), **format)] if text else []  # type: ignore[arg-type]

    def inline(self, element: Element, **format: object) -> list[Run]:
        """The runs of an element, its own format included."""
        if element.tag == "br":
            return [Run("\n", **format)]  # type: ignore[arg-type]
        if element.tag in _FORMATS:
            format = {**format, _FORMATS[element.tag]: True}
        if element.tag == "a":
            format = {**format, "link": element.get("href", "")}
        runs = self.runs_of(element.text, **format)
        for child in element:
            runs += self.inline(child, **format)
            runs += self.runs_of(child.tail, **format)
        return self.numbered(runs, element) if element.tag == "a" else runs

    def numbered(self, runs: list[Run], link: Element) -> list[Run]:
        """The runs of a link to a rule of this code, its number a run of its own."""
        target = link.get("href", "").removeprefix("#")
        number = self.numbers.get(target, "")
        text = "".join(run.text for run in runs)
        found = re.search(rf"(?<!\d){number}(?!\d)", text) if number else None
        if found is None or len(runs) != 1:
            return runs
        first, last = text[: found.start()], text[found.end() :]
        middle = runs[0]._replace(text=number, rule=target)
        pieces = (runs[0]._replace(text=first), middle, runs[0]._replace(text=last))
        return [piece for piece in pieces if piece.text]

    def on_cover(self, cover: Element) -> Iterator[Paragraph]:
        """The title stands in the root; it comes after who issues the code."""
        for child in cover.findall("issuer"):
            yield from self.block(child)
        self.part = "title"
        yield self.made("Title", self.runs_of(self.root.get("title")))
        for child in cover:
            if child.tag not in ("issuer", "title"):
                yield from self.block(child)

    def on_rule(self, rule: Element) -> Iterator[Paragraph]:
        """The number stands before the title, or before the duty's first words."""
        self.item = ("Rule", 0, -1)
        titled = any(child.tag in ("h2", "h3") for child in rule)
        self.style = "Rule text"
        for child in rule:
            if child.tag in ("h2", "h3"):
                self.part = "title"
                self.item = ("Rule title", 0, -1)
                yield from self.paragraph(child, "Rule title")
            elif child.tag == "duty":
                self.part = "duty"
                if not titled and len(child) and child[0].tag != "p":
                    yield self.made("Rule", [])
                yield from self.inside(child)
            else:
                self.indent = 1
                yield from self.block(child)
                self.indent = 0

    def on_examples(self, examples: Element) -> Iterator[Paragraph]:
        for side in examples:
            name = _words(side.find("name"))
            for item in side.findall("./ul/li"):
                self.part, self.style = side.tag, "Example"
                self.lead = [Run(f"{_SIDES.get(side.tag, '')}{name}: ", bold=True)]
                if len(item) and item[0].tag in ("ul", "ol"):
                    yield self.made("Example", [])
                yield from self.inside(item)

    def on_why(self, why: Element) -> Iterator[Paragraph]:
        name = _words(why.find("name"))
        self.part, self.style = f"why {name}", "Why"
        self.lead = [Run(f"{name}: ", italic=True)]
        for child in why:
            if child.tag in ("ul", "ol") and self.lead:
                yield self.made("Why", [])
            if child.tag != "name":
                yield from self.block(child)

    def on_details(self, details: Element) -> Iterator[Paragraph]:
        """Strength, parties, values … as one line."""
        runs: list[Run] = []
        for child in details:
            runs += [Run(" · ")] if runs else []
            if child.tag == "level":
                runs += [Run(_words(child), bold=True)]
            else:
                runs += self.fact(child)
        self.part = "details"
        if runs:
            yield self.made("Details", runs)

    on_who = on_details

    def fact(self, fact: Element) -> list[Run]:
        """A fact whose body is words, as its name, a colon, and these."""
        name = fact.find("name")
        runs = [Run(f"{_words(name)}: ")]
        for child in fact:
            if child.tag != "name":
                runs += self.inline(child)
            runs += self.runs_of(child.tail)
        return [runs[0], *_joined(runs[1:])]

    def on_fact(self, fact: Element) -> Iterator[Paragraph]:
        name = _words(fact.find("name"))
        self.part, self.style = f"fact {name}", "Fact"
        self.lead = [Run(f"{name}: ", bold=True)]
        blocks = [child for child in fact if child.tag in ("p", "ul", "ol")]
        if not blocks:
            lead, self.lead = self.lead, []
            yield self.made("Fact", [*lead, *self.fact(fact)[1:]])
            return
        if blocks[0].tag != "p":
            yield self.made("Fact", [])
        for block in blocks:
            yield from self.block(block)

    def on_table(self, table: Element) -> Iterator[Paragraph]:
        """Each row as a line: its first cell, then the others behind their column's name."""
        rows = [list(row) for row in table.iter("tr")]
        names = [_words(cell) for cell in rows[0]] if rows else []
        for row, element in zip(rows[1:], list(table.iter("tr"))[1:], strict=True):
            self.anchors += [element.get("id", "")] if element.get("id") else []
            self.unit = f"measure:{element.get('id')}"
            runs = [run._replace(bold=True) for run in self.inline(row[0])] if row else []
            for name, cell in zip(names[1:], row[1:], strict=False):
                if _words(cell):
                    runs += [Run(f" · {name}: "), *self.inline(cell)]
            yield self.made("Fact", runs)

    def on_ul(self, element: Element) -> Iterator[Paragraph]:
        yield from self.items(element, "List Bullet", 0)

    def on_ol(self, element: Element) -> Iterator[Paragraph]:
        self.lists += 1
        self.starts[self.lists] = int(element.get("start", "1"))
        yield from self.items(element, "List Number", self.lists)

    def items(self, element: Element, style: str, number: int) -> Iterator[Paragraph]:
        depth = self.indent
        for item in element:
            self.item = (style, depth, number)
            self.indent = depth + 1
            before, self.style = self.style, "List Continue"
            yield from self.inside(item)
            self.style = before
            if self.item is not None and self.item[0] == style:  # an item without words
                yield self.made(style, [])
            self.indent = depth
