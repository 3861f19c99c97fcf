"""Edits of one element of a code: a field's new words, a field more, a rule more."""

from collections.abc import Iterator, Mapping
from typing import Any

from conductkit.emit import emit
from conductkit.model import Element, Rule
from conductkit.nodes import Mapping as MappingNode
from conductkit.nodes import Node, Scalar, Sequence
from conductkit.offsets import offsets
from conductkit.place import Place
from conductkit.prose_lines import layout
from conductkit.quoting import scalar
from conductkit.source import Source
from conductkit.write import Edit

_PROSE = ("text", "why", "purpose", "scope", "summary", "closing", "redress", "when", "then")


def field_edit(element: Element, key: str, value: str, language: str, edits: list[Edit]) -> bool:
    """An edit that gives a field its new words; False where they are the same or there are none."""
    old = getattr(element, key, "")
    if not value or not isinstance(old, str) or old.split() == value.split():
        return False
    place = element.place
    node = place.find(key)
    text = place.source.text
    name = place.node.key(key) if isinstance(place.node, MappingNode) else None
    if isinstance(node, Scalar) and name is not None:
        column = place.source.point(name.start)[1] - 1
        edits.append(Edit(node.start, end_of(text, node), _laid(key, value, column, language)))
        return True
    if (
        not isinstance(place.node, MappingNode)
        or place.node.flow
        or (key == "level" and not old and not value)
    ):
        return False
    return _appended(element.place, key, value, language, edits)


def _appended(place: Place, key: str, value: str, language: str, edits: list[Edit]) -> bool:
    """A field that the element did not have, below its last one."""
    if not isinstance(place.node, MappingNode):
        return False
    first = place.node.entries[0][0]
    column = place.source.point(first.start)[1] - 1
    end = end_of(place.source.text, place.node)
    words = f"\n{' ' * column}{key}: {_laid(key, value, column, language)}"
    edits.append(Edit(end, end, words))
    return True


def _laid(key: str, value: str, column: int, language: str) -> str:
    lines = layout(value, language) if key in _PROSE else [scalar(" ".join(value.split()))]
    first, *rest = lines
    margin = " " * (column + 2)
    return "\n".join([first, *(margin + line if line else "" for line in rest)])


def rule_edit(after: Rule, entry: Mapping[str, Any], language: str, source: Source) -> Edit:
    """A new rule below another."""
    shown = emit({"conduct": 1, "language": language, "rules": [dict(entry)]})
    lines = list(_block(shown))
    node = after.place.node
    if not isinstance(node, MappingNode):
        raise TypeError("a rule is always a mapping")
    column = max(0, source.point(node.entries[0][0].start)[1] - 3)
    margin = " " * column
    end = end_of(source.text, node)
    return Edit(end, end, "\n\n" + "\n".join(margin + line if line else "" for line in lines))


def _block(shown: str) -> Iterator[str]:
    """The lines of the only rule of a code, without their margin."""
    lines = shown.rstrip("\n").split("\n")
    start = lines.index("rules:") + 1
    yield from (line[2:] for line in lines[start:])


def end_of(text: str, node: Node) -> int:
    """Where the words of a node end, without the breaks and comments behind them."""
    while not isinstance(node, Scalar):
        inner = node.items if isinstance(node, Sequence) else [value for _, value in node.entries]
        if node.flow or not inner:
            return node.end
        node = inner[-1]
    if node.style in ("'", '"'):
        return node.end
    end = offsets(text, node)[-1]
    while end > node.start and text[end - 1] in " \t\r\n":
        end -= 1
    return end
