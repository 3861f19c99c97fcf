"""Nodes and the field table into the model, with every fault on the way."""

from collections.abc import Callable, Iterable
from dataclasses import MISSING, fields
from typing import Any

from conductkit.faults import Faults, did_you_mean
from conductkit.fields import Field, Shape
from conductkit.nodes import Mapping, Node, Scalar, Sequence
from conductkit.place import Place
from conductkit.scalar_types import ScalarType
from conductkit.values import NOTHING, TAG, TAG_HELP, empty, read_value, shown_end, wrong_type


def bind(node: Node, shape: Shape, faults: Faults, partial: bool = False) -> Any:
    """An instance of `shape.holds` from a mapping, or None where the node is none.

    With `partial` (the text could be read only up to some point) missing keys are no faults.
    """
    if not isinstance(node, Mapping):
        wrong_type(node, f"keys and values: those of “{shape.name}”", faults)
        return None
    if node.tag:
        faults.add("yaml-tag", node.start, node.start + 1, TAG, TAG_HELP)
    known = shape.by_key
    given = _entries(node, shape.name, known.__contains__, known, faults)
    values: dict[str, Any] = {"place": Place(faults.source, node)}
    for field in shape.fields:
        if field.key in given:
            value = _value(given[field.key][1], field, faults, partial)
            if value is not None:
                values[field.attribute] = value
        elif field.required and not partial:
            _missing(node, shape, field, faults)
    return shape.holds(**{**_defaults(shape), **values})


def _defaults(shape: Shape) -> dict[str, Any]:
    """Empty values for required fields, so that a faulty element can still be looked into."""
    return {
        entry.name: ""
        for entry in fields(shape.holds)  # type: ignore[arg-type]
        if entry.default is MISSING and entry.name != "place"
    }


def _entries(
    node: Mapping, what: str, accepts: Callable[[str], bool], known: Iterable[str], faults: Faults
) -> dict[str, tuple[Scalar, Node]]:
    """Keys and values by key; unknown and duplicate keys are faults."""
    given: dict[str, tuple[Scalar, Node]] = {}
    firsts: dict[str, Node] = {}
    for key, value in node.entries:
        if not isinstance(key, Scalar):
            faults.add("wrong-type", key.start, key.start + 1, "a key must be one word")
            continue
        name = key.value
        if name == "<<":
            faults.add(
                "yaml-merge-key", key.start, key.end,
                "merge keys (<<) are not part of the format",
                "Write the keys out where they are needed.",
            )  # fmt: skip
        elif name in firsts:
            first = firsts[name]
            faults.add(
                "duplicate-key", key.start, key.end,
                f"“{name}” is given twice; the first is in line"
                f" {faults.source.point(first.start)[0]}",
                "Keep one of the two.", also=[(first.start, first.end)],
            )  # fmt: skip
        elif accepts(name):
            given[name], firsts[name] = (key, value), key
        elif name.startswith("x-"):
            firsts[name] = key
        else:
            faults.add(
                "unknown-key", key.start, key.end,
                f"a {what} has no key “{name[:60]}”", did_you_mean(name, known),
            )  # fmt: skip
    return given


def _missing(node: Mapping, shape: Shape, field: Field, faults: Faults) -> None:
    first = node.entries[0][0] if node.entries else node
    example = ""
    if isinstance(field.type, ScalarType) and field.type.name not in ("words", "prose"):
        example = field.type.choices[0] if field.type.choices else field.type.example
    faults.add(
        "missing-key", first.start, first.end, f"this {shape.name} has no “{field.key}”",
        f"Add a line such as: {field.key}: {example}" if example else f"Add “{field.key}: …”.",
    )  # fmt: skip


def _value(node: Node, field: Field, faults: Faults, partial: bool) -> Any:
    if field.keys is not None:
        return _table(node, field, field.keys, faults, partial)
    if not field.many:
        return _single(node, field, faults, partial)
    if not isinstance(node, Sequence):
        if isinstance(node, Scalar) and not node.style and node.value in NOTHING:
            empty(node, faults)
        else:
            what = f"“{field.key}” is a list"
            sample = f"{field.key}: [{node.value}]" if isinstance(node, Scalar) else ""
            help = (
                f"Write: {sample}" if sample and len(sample) < 80 else "Begin each item with “- ”."
            )
            faults.add("wrong-type", node.start, shown_end(node), what, help)
        return None
    if node.tag:
        faults.add("yaml-tag", node.start, node.start + 1, TAG, TAG_HELP)
    items = [_single(item, field, faults, partial) for item in node.items]
    if field.unique:
        _once_each(node, items, field, faults)
    return tuple(item for item in items if item is not None)


def _once_each(node: Sequence, names: list[str | None], field: Field, faults: Faults) -> None:
    first: dict[str, Node] = {}
    for item, name in zip(node.items, names, strict=True):
        if name is not None and first.setdefault(name, item) is not item:
            faults.add(
                "listed-twice", item.start, shown_end(item),
                f"“{name}” stands twice under “{field.key}”", "Take one of the two out.",
                [(first[name].start, shown_end(first[name]))],
            )  # fmt: skip


def _single(node: Node, field: Field, faults: Faults, partial: bool) -> Any:
    if isinstance(field.type, Shape):
        return bind(node, field.type, faults, partial)
    return read_value(node, field, field.type, faults)


def _table(node: Node, field: Field, keys: ScalarType, faults: Faults, partial: bool) -> Any:
    """The pairs of a mapping whose keys are words of a type."""
    if not isinstance(node, Mapping):
        wrong_type(node, f"keys and values: each key {keys.says}", faults)
        return None
    if node.tag:
        faults.add("yaml-tag", node.start, node.start + 1, TAG, TAG_HELP)
    words = keys.choices
    given = _entries(node, field.key, words.__contains__ if words else bool, words, faults)
    one = field._replace(keys=None)
    pairs = []
    for key, value in given.values():
        name = read_value(key, field, keys, faults)
        held = _single(value, one, faults, partial)
        if name is not None and held is not None:
            pairs.append((name, held))
    return tuple(pairs)
