"""What a node says, as plain values that can be compared, whatever its layout."""

from typing import Any

from conductkit.fields import Field, Shape
from conductkit.fmt import essence
from conductkit.nodes import Mapping, Node, Scalar, Sequence
from conductkit.scalar_types import ScalarType


def plain(node: Node, field: Field | None, text: str) -> Any:
    """Strings, lists and dicts for what the format knows; the essence of what it does not."""
    if field is None:
        return essence(node, text)
    if field.many and isinstance(node, Sequence):
        return [_one(item, field.type, text) for item in node.items]
    return _one(node, field.type, text)


def plain_mapping(node: Mapping, shape: Shape, text: str) -> dict[str, Any]:
    """The entries of a mapping by their keys."""
    known = shape.by_key
    return {
        key.value: plain(value, known.get(key.value), text)
        for key, value in node.entries
        if isinstance(key, Scalar)
    }


def _one(node: Node, type: ScalarType | Shape, text: str) -> Any:
    if isinstance(type, Shape):
        return plain_mapping(node, type, text) if isinstance(node, Mapping) else None
    if not isinstance(node, Scalar):
        return None
    return node.value.rstrip("\n") if type.markdown else node.value.strip()
