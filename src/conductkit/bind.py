"""Nodes and the field table into the model, with every fault on the way."""

import re
from dataclasses import MISSING, fields
from typing import Any

from conductkit.faults import Faults, did_you_mean
from conductkit.fields import Field, Shape
from conductkit.nodes import Mapping, Node, Scalar, Sequence
from conductkit.place import Place
from conductkit.scalar_types import ScalarType
from conductkit.source import Source
from conductkit.swallowed import cut_off, quoted

_NOTHING = {"", "~", "null", "Null", "NULL"}
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_LINE_BREAK = re.compile(r"[\n\r\u2028\u2029]")


def bind(node: Node, shape: Shape, faults: Faults, partial: bool = False) -> Any:
    """An instance of `shape.holds` from a mapping, or None where the node is none.

    With `partial` (the text could be read only up to some point) missing keys are no faults.
    """
    if not isinstance(node, Mapping):
        _wrong_type(node, f"a mapping with the keys of a {shape.name}", faults)
        return None
    if node.tag:
        faults.add("yaml-tag", node.start, node.start + 1, _TAG, _TAG_HELP)
    given = _entries(node, shape, faults)
    values: dict[str, Any] = {"place": Place(faults.source, node)}
    for field in shape.fields:
        if field.key in given:
            value = _value(given[field.key], field, faults, partial)
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


def _entries(node: Mapping, shape: Shape, faults: Faults) -> dict[str, Node]:
    """The values by key; unknown and duplicate keys are faults."""
    known = shape.by_key
    given: dict[str, Node] = {}
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
        elif name in known:
            given[name], firsts[name] = value, key
        elif name.startswith("x-"):
            firsts[name] = key
        else:
            faults.add(
                "unknown-key", key.start, key.end,
                f"a {shape.name} has no key “{name[:60]}”", did_you_mean(name, known),
            )  # fmt: skip
    return given


def _missing(node: Mapping, shape: Shape, field: Field, faults: Faults) -> None:
    first = node.entries[0][0] if node.entries else node
    example = f"{field.key}: {field.type.example}" if isinstance(field.type, ScalarType) else ""
    if isinstance(field.type, ScalarType) and field.type.choices:
        example = f"{field.key}: {field.type.choices[0]}"
    faults.add(
        "missing-key", first.start, first.end, f"this {shape.name} has no “{field.key}”",
        f"Add a line such as: {example}" if example else f"Add “{field.key}:”.",
    )  # fmt: skip


def _value(node: Node, field: Field, faults: Faults, partial: bool) -> Any:
    if not field.many:
        return _single(node, field, faults, partial)
    if not isinstance(node, Sequence):
        if isinstance(node, Scalar) and not node.style and node.value in _NOTHING:
            _empty(node, faults)
        else:
            what = f"“{field.key}” is a list"
            sample = f"{field.key}: [{node.value}]" if isinstance(node, Scalar) else ""
            help = (
                f"Write: {sample}" if sample and len(sample) < 80 else "Begin each item with “- ”."
            )
            faults.add("wrong-type", node.start, _end(node), what, help)
        return None
    if node.tag:
        faults.add("yaml-tag", node.start, node.start + 1, _TAG, _TAG_HELP)
    items = [_single(item, field, faults, partial) for item in node.items]
    return tuple(item for item in items if item is not None)


def _single(node: Node, field: Field, faults: Faults, partial: bool) -> Any:
    if isinstance(field.type, Shape):
        return bind(node, field.type, faults, partial)
    return _scalar(node, field, field.type, faults)


def _scalar(node: Node, field: Field, type: ScalarType, faults: Faults) -> str | None:
    """One value, read as its type says and never as YAML would guess."""
    if not isinstance(node, Scalar):
        _no_scalar(node, field, type, faults)
        return None
    if _swallowed(node, type, faults):
        return None
    if (not node.style and node.value in _NOTHING) or not node.value.strip():
        _empty(node, faults)
        return None
    control = _CONTROL.search(node.value)
    if control:
        faults.add(
            "control-character", node.start, node.end,
            f"“{field.key}” holds the control character U+{ord(control[0]):04X}",
            "Delete it; it is invisible and of no use in a text.",
        )  # fmt: skip
        return None
    value = node.value.strip() if not type.markdown else node.value.rstrip("\n")
    if not type.markdown and _LINE_BREAK.search(value):
        faults.add("wrong-value", node.start, _end(node), f"“{field.key}” must be one line")
        return None
    if not type.accepts(value):
        _wrong_value(node, field, type, value, faults)
        return None
    return value


def _swallowed(node: Scalar, type: ScalarType, faults: Faults) -> bool:
    """Words that YAML took for a comment, a tag or an anchor."""
    text = faults.source.text
    cut = cut_off(faults.source, node)
    words = type.markdown or type.name == "words"
    if cut is not None and words:
        line = faults.source.point(cut)[0]
        end = faults.source.line_end(line)
        faults.add(
            "words-swallowed", cut, end,
            "YAML reads “ #” as the start of a comment: these words are lost",
            f"Paste: {_paste(faults.source, node.start, end)}"
            " (or, if it is a comment, put two spaces before the #).",
        )  # fmt: skip
        return True
    if node.tag is None and node.anchor is None:
        return False
    mark = text[node.lead]
    if words and not node.style and node.value:
        faults.add(
            "words-swallowed", node.lead, node.start,
            f"YAML reads a leading “{mark}” as a mark of its own: this word is lost",
            f"Paste: {_paste(faults.source, node.lead, node.end)}",
        )  # fmt: skip
        return True
    if node.tag:
        faults.add("yaml-tag", node.lead, node.start, _TAG, _TAG_HELP)
        return True
    return False


def _paste(source: Source, start: int, end: int) -> str:
    """The line to paste: what stands before the words, and the words in quotes."""
    before = source.text[source.line_start(source.point(start)[0]) : start].lstrip()
    return before + quoted(source.text[start:end].rstrip())


_TAG = "tags (a leading “!”) are not part of the format"
_TAG_HELP = "Delete the tag; the format knows what each value is."


def _no_scalar(node: Node, field: Field, type: ScalarType, faults: Faults) -> None:
    """A mapping or list for one value; often words that hold `: ` or begin with a bracket."""
    text = faults.source.text
    words = type.markdown or type.name == "words"
    end = faults.source.line_end(faults.source.point(node.start)[0])
    one_line = "\n" not in text[node.start : node.end]
    flow = isinstance(node, Mapping | Sequence) and node.flow
    if words and one_line and (flow or isinstance(node, Mapping)):
        mark = text[node.start] if flow else ": "
        verb = "a leading" if flow else "the"
        faults.add(
            "words-swallowed", node.start, end,
            f"YAML reads {verb} “{mark}” as a mark of its own, and these words as a structure",
            f"Paste: {_paste(faults.source, node.start, end)}",
        )  # fmt: skip
        return
    _wrong_type(node, f"{type.says}, and “{field.key}” holds one value", faults)


def _wrong_type(node: Node, wanted: str, faults: Faults) -> None:
    got = {Scalar: "a single value", Sequence: "a list", Mapping: "a mapping"}[type(node)]
    if isinstance(node, Scalar) and not node.style and node.value in _NOTHING:
        got = "nothing"
    faults.add("wrong-type", node.start, _end(node), f"this must be {wanted}; here is {got}")


def _wrong_value(node: Scalar, field: Field, type: ScalarType, value: str, faults: Faults) -> None:
    shown = value if len(value) <= 60 else value[:59] + "…"
    problem = type.test(value) if type.test and re.fullmatch(type.pattern, value) else ""
    fault = "date-impossible" if problem else "wrong-value"
    message = f"“{shown}” as {field.key}: {problem or 'must be ' + type.says}"
    faults.add(fault, node.start, _end(node), message, did_you_mean(value, type.choices))


def _empty(node: Scalar, faults: Faults) -> None:
    faults.add(
        "empty-value", node.start, max(node.end, node.start), "this key says nothing",
        "Give it a value or delete the line; write words such as null in quotes.",
    )  # fmt: skip


def _end(node: Node) -> int:
    """The end of what is underlined: all of a scalar, the first character of a collection."""
    return node.end if isinstance(node, Scalar) else node.start + 1
