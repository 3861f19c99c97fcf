"""CommonMark with tables as blocks.

markdown-it-py reads the blocks; inline markup stays as it was written, since a code holds Markdown.
"""

import re
from dataclasses import replace

from markdown_it import MarkdownIt
from markdown_it.token import Token

from conductkit.outline import Block
from conductkit.readers import _inline, _lines, _tags

_DEFINITION = re.compile(r"^ {0,3}\[[^\[\]]{1,200}\]:")
_TIGHT = re.compile(r"^( {0,3}#{2,6})(?=[^\W\d_])")
_PROSE = 40  # letters of a line of prose at least
_STOPS = (".", "!", "?")
_ALWAYS = 1
"""A width at which every line that begins no item goes on with the one above, as in Markdown."""
_FENCE = re.compile(r"^ {0,3}(?:```|~~~)")
_MARKUP = (
    (
        re.compile(r" ?:?contentReference\[[^\[\]]{0,40}\](?:\{[^{}]{0,40}\})?"),
        "residue of a chat program",
    ),
    (re.compile(r"(?:^|(?<=\s))\{:?\s?[#.][^{}]{0,100}\}\s*$"), "a name for links or styles"),
    (
        re.compile(r"^(?:\[!(?-i:[A-Z]{3,12})\]|!!!\+? ?\w{0,20}|\?\?\?\+? ?\w{0,20})(?=\s|$)"
                   r"|^:::+ ?\w{0,20}(?=\s|$)|(?<=\n):::+\s*$"),
        "the mark of a box",
    ),
    (
        re.compile(r" ?(?<!~)~~(?=[^\s~])[^~]{1,2000}+~~(?!~)"
                   r"| ?<(?P<tag>del|s|strike)>[^<>]{1,2000}+</(?P=tag)>", re.IGNORECASE),
        "struck out",
    ),
)  # fmt: skip
"""What some programs put into Markdown beside its words, and words that hold no longer."""


def parse(lines: list[str], offset: int = 0) -> list[Block]:
    """The blocks of some lines of Markdown, the first of which is line `offset` + 1."""
    return Walk([*([""] * offset), *lines], offset).blocks()


class Walk:
    """One pass over the block tokens of markdown-it."""

    def __init__(self, lines: list[str], skipped: int) -> None:
        self._lines = lines
        self._offset = skipped
        parser = MarkdownIt("commonmark", {"maxNesting": 60}).enable("table")
        parser.core.ruler.disable(["inline", "text_join"])
        env: dict[str, dict[str, dict[str, str]]] = {}
        self._tokens = parser.parse("\n".join(_spaced(lines[skipped:])), env)
        found = env.get("references", {})
        self._links = {_inline.label(name): link["href"] for name, link in found.items()}
        self._bare = not any(token.type == "heading_open" for token in self._tokens)
        self._listed = any(token.type == "bullet_list_open" for token in self._tokens)
        self._width = _lines.width(lines[skipped:]) if self._bare else 0
        self._covered: set[int] = set()
        self._found: list[Block] = []
        self._lists: list[bool] = []
        self._marker: tuple[str, bool] | None = None
        self._heading = 0
        self._cells: list[str] | None = None
        self._head = False

    def blocks(self) -> list[Block]:
        """Every block in order; lines that no block covers are furniture."""
        for token in self._tokens:
            self._take(token)
        for number in range(self._offset, len(self._lines)):
            line = self._lines[number]
            if number not in self._covered and re.search(r"\w", line):
                known = _DEFINITION.match(line)
                reason = "the target of a link; the link has it" if known else "markup"
                self._found.append(Block("furniture", line.strip(), number + 1, reason=reason))
        return sorted(self._found, key=lambda block: block.line)

    def _take(self, token: Token) -> None:
        kind = token.type
        if kind in ("bullet_list_open", "ordered_list_open"):
            self._lists.append(kind.startswith("ordered"))
        elif kind in ("bullet_list_close", "ordered_list_close"):
            self._lists.pop()
        elif kind == "list_item_open":
            self._marker = (token.info + token.markup, self._lists[-1])
        elif kind == "heading_open":
            self._heading = int(token.tag[1])
        elif kind == "heading_close":
            self._heading = 0
        elif kind in ("inline", "fence", "code_block", "html_block"):
            self._words(token)
        else:
            self._table(token)

    def _table(self, token: Token) -> None:
        if token.type in ("thead_open", "thead_close"):
            self._head = token.type == "thead_open"
        elif token.type == "tr_open":
            self._cells = []
        elif token.type == "tr_close" and self._cells is not None:
            line = token.map[0] if token.map else self._row_line
            cells, self._cells = tuple(self._cells), None
            if any(cells):
                self._add("row", " | ".join(cells), line, cells=cells, head=self._head)

    _row_line = 0

    def _words(self, token: Token) -> None:
        start, end = token.map or (0, 0)
        first = start + self._offset
        self._covered.update(range(first, end + self._offset))
        if self._cells is not None:
            self._row_line = first
            self._cells.append(_inline.markdown(token.content, self._links))
        elif token.type == "html_block":
            self._html(token.content, first)
        elif self._heading:
            self._add("heading", self._inline(token.content, first), first, level=self._heading)
        elif token.type == "inline" and self._apart(token.content):
            self._lines_apart(token.content, first)
        elif token.type == "inline" and _lines.has_markers(token.content):
            self._glyphs(token.content, first)
        elif token.type == "code_block" and _lines.all_marked(token.content):
            self._glyphs(token.content, first, deeper=bool(self._found[-1:]))
        else:
            self._paragraph(token.content, first)

    def _apart(self, content: str) -> bool:
        """Whether the lines of a paragraph may be things of their own: not where a list shows that
        the writer knows Markdown and each line is a sentence of prose."""
        lines = content.split("\n")
        prose = all(len(line) >= _PROSE and line.rstrip()[-1:] in _STOPS for line in lines)
        return self._bare and len(lines) > 1 and not (self._listed and prose)

    def _paragraph(self, content: str, line: int) -> None:
        text, depth = self._inline(content, line), len(self._lists)
        if not text:
            self._marker = None
            return
        if self._marker is None:
            self._add("paragraph", text, line, level=depth)
            return
        (marker, ordered), self._marker = self._marker, None
        self._add("item", text, line, level=depth, ordered=ordered, marker=marker)

    def _lines_apart(self, content: str, line: int) -> None:
        """A paragraph of a text without headings: lines that were not wrapped stay apart."""
        for block in _lines.blocks(self._margined(content, line), line, self._width):
            if block.kind == "paragraph":
                self._paragraph(block.text, block.line - 1)
            else:
                self._marker = None
                text = _inline.markdown(block.text, self._links)
                self._found.append(replace(block, text=text, level=len(self._lists) + block.level))

    def _margined(self, content: str, line: int) -> list[str]:
        """The lines of a paragraph, the first with the margin that Markdown took off it alone."""
        first, *rest = content.split("\n")
        raw = self._lines[line]
        margin = raw[: len(raw) - len(raw.lstrip())]
        return [margin + first if raw.strip() == first.strip() else first, *rest]

    def _inline(self, content: str, line: int) -> str:
        """Inline Markdown without what other programs put into it."""
        for pattern, reason in _MARKUP:
            for match in pattern.finditer(content):
                self._add("furniture", match[0].strip(), line, reason=reason)
            content = pattern.sub("", content)
        for name in _inline.labels(content, self._links):
            self._add("furniture", name, line, reason="the label of a link")
        return _inline.markdown(content, self._links)

    def _glyphs(self, content: str, line: int, *, deeper: bool = False) -> None:
        """A paragraph whose lines begin with bullets or letters that Markdown does not know.

        Indented as far as code, they belong to the item above them.
        """
        above = self._found[-1] if deeper else None
        depth = above.level if above is not None and above.kind == "item" else len(self._lists)
        lines = content.split("\n") if deeper else self._margined(content, line)
        for block in _lines.blocks(lines, line, None if self._bare or deeper else _ALWAYS):
            text = _inline.markdown(block.text, self._links)
            level = depth + block.level if block.kind == "item" else depth
            self._found.append(replace(block, text=text, level=level))
        self._marker = None

    def _html(self, content: str, line: int) -> None:
        for block in _tags.fragment(content, line):
            self._found.append(block)

    def _add(self, kind: str, text: str, line: int, **more: object) -> None:
        self._found.append(Block(kind, text, line + 1, **more))  # type: ignore[arg-type]


def _spaced(lines: list[str]) -> list[str]:
    """The lines with the space that “##Heading” lacks: older Markdown took it for a heading."""
    fenced, found = False, []
    for line in lines:
        fenced ^= _FENCE.match(line) is not None
        found.append(line if fenced else _TIGHT.sub(r"\1 ", line))
    return found
