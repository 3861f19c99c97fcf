"""reStructuredText, read by docutils (extra `conductkit[rst]`).

Neither files nor raw output are let in: a text may not make its reader open anything.
"""

import re
from typing import Any

from conductkit.errors import ConductError, InputError
from conductkit.outline import Block, Outline
from conductkit.readers._decode import decode

SUFFIXES = (".rst", ".rest")
_LOOKS = re.compile(
    rb"^\.\. [\w-]+::|^[=~^\"*+#-]{4,}\s*$[^\n]*\n|`[^`\n]+ <https?://[^>\n]+>`_", re.MULTILINE
)
_INCLUDE = re.compile(
    r"\.\. (?:include|literalinclude|mdinclude|m2rinclude):: (\S{1,300})(?:\s+:[\w-]+:[^\n]*)*"
)
_LABEL = re.compile(r"^(?:\.\. _[^\n:]{1,100}:|:[\w-]{1,40}:[^\n]{0,100})[ \t]*$", re.MULTILINE)
"""A mark for links, or a setting of the page: no words of the text."""
_ROLE = re.compile(
    r":(?P<role>[\w:+.-]{1,40}):`(?P<words>[^`<>]{1,300}?)(?:\s*<(?P<target>[^`<>]{1,300})>)?`"
)
_BULLET = re.compile(r"\n[ \t]*[*-][ \t]+(?=\S)")
_SETTINGS = {
    "file_insertion_enabled": False, "raw_enabled": False, "report_level": 5, "halt_level": 6,
    "_disable_config": True, "line_length_limit": 100_000, "doctitle_xform": False,
}  # fmt: skip
_MOST_LINES = 10_000
_MARKS = {"emphasis": "*", "strong": "**", "literal": "`", "title_reference": "*"}


def recognises(data: bytes) -> bool:
    """Whether the bytes hold directives or links of reStructuredText."""
    return bool(
        re.search(
            rb"^\.\. [\w-]+::|`[^`\n]{1,200} <https?://[^>\n]{1,300}>`_",
            data[:20_000],
            re.MULTILINE,
        )
    )


def read(data: bytes, path: str) -> Outline:
    """The blocks of a text in reStructuredText."""
    text, remarks = decode(data, path)
    if text.count("\n") > _MOST_LINES:
        raise InputError(f"{path} has more than {_MOST_LINES} lines: no code is that long.")
    try:
        from docutils.core import publish_doctree
    except ImportError:
        words = "reStructuredText needs docutils: `pip install 'conductkit[rst]'`."
        raise ConductError(f"{path} cannot be read: {words}") from None
    try:
        tree = publish_doctree(text, settings_overrides=_SETTINGS)
    except RecursionError:
        raise InputError(f"{path} is nested too deep to be read.") from None
    except Exception as error:
        raise InputError(f"{path} is no reStructuredText that can be read: {error}.") from None
    walk = _Walk()
    walk.run(tree)
    walk.left(text)
    included = _INCLUDE.fullmatch(_LABEL.sub("", text).strip())
    if included:
        raise InputError(
            f"{path} is no code: it points to another file ({included[1]}). Import that one."
        )
    return Outline("rst", text, tuple(sorted(walk.found, key=lambda one: one.line)), {}, remarks)


def _bulleted(text: str, source: str) -> list[str]:
    """A paragraph and the items in it: bullets without the empty line that the markup asks for."""
    count = len(_BULLET.findall(source))
    parts = re.split(r" [*-] (?=\S)", text) if count > 1 else [text]
    return parts if len(parts) == count + 1 and all(parts) else [text]


class _Walk:
    """The tree of docutils, walked with a stack of our own."""

    def __init__(self) -> None:
        self.found: list[Block] = []
        self._line = 1

    def run(self, tree: Any) -> None:
        """Every node; the state is the depth of sections and of lists, and the item to begin."""
        waiting: list[tuple[Any, int, int, tuple[str, bool] | None]] = [(tree, 0, 0, None)]
        while waiting:
            node, section, depth, item = waiting.pop()
            name = node.tagname
            self._line = (
                max(self._line, node.line or 0) if name != "title" else (node.line or self._line)
            )
            if name == "title":
                line = max(1, (node.line or 2) - 1)
                self._add("heading", inline(node), line, level=min(max(section, 1), 6))
            elif name in (
                "paragraph",
                "literal_block",
                "doctest_block",
                "attribution",
                "rubric",
                "term",
                "line",
            ):
                self._words(node, depth, item)
            elif name in (
                "comment",
                "substitution_definition",
                "system_message",
                "target",
                "docinfo",
                "field_list",
            ):
                self._drop(node, name)
            elif name == "row":
                self._row(node)
            else:
                waiting += self._inside(node, section, depth, item)

    def _inside(
        self, node: Any, section: int, depth: int, item: tuple[str, bool] | None
    ) -> list[Any]:
        name = node.tagname
        section += name == "section"
        lists = name in ("bullet_list", "enumerated_list", "definition_list")
        depth += lists
        start = int(node.get("start", 1)) if name == "enumerated_list" else 1
        children = []
        for number, child in enumerate(node.children):
            if not hasattr(child, "tagname") or child.tagname == "#text":
                continue
            begins = item if number == 0 and name in ("list_item", "definition_list_item") else None
            if child.tagname in ("list_item", "definition_list_item"):
                ordered = name == "enumerated_list"
                begins = (f"{start + number}." if ordered else "•", ordered)
            children.append((child, section, depth, begins))
        return children[::-1]

    def _words(self, node: Any, depth: int, item: tuple[str, bool] | None) -> None:
        line = node.line or self._line
        text = inline(node)
        for match in _ROLE.finditer(text):
            left = " ".join(filter(None, (match["role"], match["target"])))
            self._add("furniture", left, line, reason="markup of reStructuredText")
        text = _ROLE.sub(lambda match: match["words"], text)
        text, *inside = _bulleted(text, node.rawsource)
        if item:
            self._add("item", text, line, level=depth, marker=item[0], ordered=item[1])
        else:
            self._add("paragraph", text, line, level=depth)
        for one in inside:
            self._add("item", one, line, level=depth + 1, marker="•", ordered=False)

    def _row(self, node: Any) -> None:
        cells = tuple(" ".join(inline(part) for part in entry.children) for entry in node.children)
        head = node.parent.tagname == "thead"
        self._add("row", " | ".join(cells), node.line or self._line, cells=cells, head=head)

    def _drop(self, node: Any, name: str) -> None:
        words = " ".join(node.astext().split()) or " ".join(node.get("names", []))
        if words and name != "system_message":
            reason = (
                "about the file, not part of the code"
                if "fo" in name or "fi" in name
                else f"a {name}"
            )
            self._add("furniture", words, node.line or self._line, reason=reason)

    def left(self, text: str) -> None:
        """Lines that name directives and targets, whose words no node holds."""
        for number, line in enumerate(text.split("\n"), start=1):
            if re.match(r"\s*(?:\.\. |:[\w -]+:)", line):
                self._add("furniture", line.strip(), number, reason="markup of reStructuredText")

    def _add(self, kind: str, text: str, line: int, **more: Any) -> None:
        if re.search(r"\w", text):
            self.found.append(Block(kind, text, line, **more))  # type: ignore[arg-type]


def inline(node: Any) -> str:
    """A node's words as inline Markdown."""
    parts: list[str] = []
    waiting: list[Any] = [node]
    while waiting:
        one = waiting.pop()
        if isinstance(one, str) and not hasattr(one, "tagname"):
            parts.append(one)
        elif one.tagname == "#text":
            parts.append(one.astext())
        else:
            mark = _MARKS.get(one.tagname, "")
            target = one.get("refuri", "") if one.tagname == "reference" else ""
            same = target and one.astext().strip() in (target, target.removeprefix("mailto:"))
            before, after = ("[", f"]({target})") if target and not same else (mark, mark)
            waiting += [after, *reversed(one.children), before]
    return " ".join("".join(parts).split())
