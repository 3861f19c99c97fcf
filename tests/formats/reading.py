"""What a reader's program makes of a rendering: elements, attributes, words."""

from html import escape
from html.parser import HTMLParser

from markdown_it import MarkdownIt

PROSE_TAGS = frozenset(["p", "ul", "ol", "li", "em", "strong", "a", "code", "br"])
SAFE = ("#", "http://", "https://", "mailto:", "tel:")


class Page(HTMLParser):
    """A page taken apart; `skeleton` leaves out the elements that prose may have."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, tuple[tuple[str, str | None], ...]]] = []
        self.text = ""
        self.style = ""
        self.other: list[str] = []
        self._in_style = False
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, tuple(attrs)))
        self._in_style = tag == "style"

    def handle_endtag(self, tag: str) -> None:
        self._in_style = False

    def handle_data(self, data: str) -> None:
        if self._in_style:
            self.style += data
        else:
            self.text += data

    def handle_comment(self, data: str) -> None:
        self.other.append(data)

    def handle_decl(self, decl: str) -> None:
        self.other.append(decl)

    def handle_pi(self, data: str) -> None:
        self.other.append(data)

    def unknown_decl(self, data: str) -> None:
        self.other.append(data)

    @property
    def skeleton(self) -> list[tuple[str, tuple[str, ...]]]:
        return [
            (tag, tuple(name for name, _ in attrs))
            for tag, attrs in self.elements
            if not (tag in PROSE_TAGS and {name for name, _ in attrs} <= {"href", "title", "start"})
        ]

    @property
    def all_words(self) -> str:
        """Every word that is somewhere: on the page or in an attribute."""
        values = [value or "" for _, attrs in self.elements for _, value in attrs]
        return " ".join([self.text, *values])

    @property
    def links(self) -> list[str]:
        return [
            value or "" for _, attrs in self.elements for name, value in attrs if name == "href"
        ]

    @property
    def anchors(self) -> list[str]:
        return [value or "" for _, attrs in self.elements for name, value in attrs if name == "id"]


def github() -> MarkdownIt:
    """Markdown read the way GitHub reads it: raw HTML, tables and strikethrough included."""
    return MarkdownIt("commonmark").enable(["table", "strikethrough"])


def page(text: str, format: str) -> Page:
    """A rendering taken apart, Markdown by way of the HTML that it becomes, text as it is."""
    if format == "txt":
        return Page(f"<pre>{escape(text)}</pre>")
    return Page(github().render(text) if format == "md" else text)
