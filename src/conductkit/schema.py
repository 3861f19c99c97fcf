"""The JSON Schema of format 1, for editors: draft 2020-12, made from the field table.

It accepts all that the loader accepts. What a schema cannot say (ids that must exist, the order of
dates, words that YAML swallows) only the loader finds.
"""

import json
from typing import Any

from conductkit.fields import CODE, Field, Shape, shapes
from conductkit.scalar_types import ScalarType

NAME = "conduct.schema.json"
"""The file name that `conduct new` looks for and writes."""

_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def json_schema(root: Shape = CODE) -> dict[str, Any]:
    """The schema of a code, or of what another table describes, as a plain tree."""
    return {
        "$schema": _DIALECT,
        "title": "A code of conduct" if root is CODE else f"A {root.name}",
        "description": "conductkit, format 1. `conduct validate` checks more than a schema can.",
        **_object(root),
        **(_whole() if root is CODE else {}),
        "$defs": {shape.name: _object(shape) for shape in shapes(root) if shape is not root},
    }


def text(root: Shape = CODE) -> str:
    """The schema as the text of a file."""
    return json.dumps(json_schema(root), indent=2, ensure_ascii=False) + "\n"


def _object(shape: Shape) -> dict[str, Any]:
    required = [field.key for field in shape.fields if field.required]
    return {
        "type": "object",
        "properties": {field.key: _property(field) for field in shape.fields},
        "patternProperties": {"^x-": True},
        "additionalProperties": False,
        **({"required": required} if required else {}),
    }


def _property(field: Field) -> dict[str, Any]:
    if isinstance(field.type, Shape):
        kind: dict[str, Any] = {"$ref": f"#/$defs/{field.type.name}"}
    else:
        kind = _scalar(field.type)
    if field.many:
        kind = {"type": "array", "items": kind, **({"uniqueItems": True} if field.unique else {})}
    if field.keys is not None:
        kind = _keyed(field.keys, kind)
    return {"description": field.doc, **kind}


def _keyed(keys: ScalarType, held: dict[str, Any]) -> dict[str, Any]:
    """A mapping whose keys are words of a type."""
    if not keys.choices:
        return {"type": "object", "additionalProperties": held}
    return {
        "type": "object",
        "properties": dict.fromkeys(keys.choices, held),
        "patternProperties": {"^x-": True},
        "additionalProperties": False,
    }


def _scalar(type: ScalarType) -> dict[str, Any]:
    """One value. Editors type plain words by YAML's own rules: `404` may be an id, `1` words."""
    if type.choices:
        return _choice(type)
    if type.name == "number":
        return {"type": ["number", "string"], "pattern": _padded(type.pattern)}
    if not type.pattern:
        return {"type": ["string", "number", "boolean"], "pattern": r"\S", **_examples(type)}
    typed: dict[str, Any] = {"type": "string"}
    if _may_look_typed(type):
        typed = {"type": ["string", "number", "boolean"], "minimum": 0}
    return {**typed, "pattern": _padded(type.pattern), **_examples(type)}


def _choice(type: ScalarType) -> dict[str, Any]:
    words = "|".join(type.choices)
    plain: list[Any] = [int(word) if word.isdigit() else word for word in type.choices]
    types = "string" if plain == list(type.choices) else ["integer", "string"]
    padded = {"type": "string", "pattern": _padded(words)}
    return {"type": types, "anyOf": [{"enum": plain}, padded]}


def _may_look_typed(type: ScalarType) -> bool:
    """Whether `404` and `true` are values of this type."""
    return type.accepts("404") and type.accepts("true")


def _padded(pattern: str) -> str:
    """A pattern for the whole value; space around it does no harm, for the loader drops it."""
    return rf"^\s*({pattern})\s*$"


def _examples(type: ScalarType) -> dict[str, Any]:
    return {"examples": [type.example]} if type.example else {}


def _whole() -> dict[str, Any]:
    """What holds between keys: rules or sections, and at least one value or rule."""
    filled = {"required": ["rules"], "properties": {"rules": {"minItems": 1}}}
    in_sections = {"sections": {"contains": filled}}
    return {
        "not": {"required": ["rules", "sections"]},
        "anyOf": [
            {"required": ["values"], "properties": {"values": {"minItems": 1}}},
            filled,
            {"required": ["sections"], "properties": in_sections},
        ],
    }
