"""What stands where in a code, in words: rule “reply”, text."""

from collections.abc import Sequence
from typing import Any

from conductkit.fields import CODE, Shape

Path = tuple[str, ...]
"""Where something stands: keys and, in lists, names. A rule is ("rules", id), in any section."""


def named(path: Path) -> str:
    """The words for a place; a rule's field is named after the rule."""
    shape: Shape | None = CODE
    words: list[str] = []
    keys = list(path)
    while keys:
        key = keys.pop(0)
        field = shape.by_key.get(key) if shape else None
        inner = field.type if field and isinstance(field.type, Shape) else None
        if field and field.many and inner and keys:
            words.append(f"{inner.name} “{keys.pop(0)}”")
        else:
            words.append(key)
        shape = inner
    return ", ".join(words) or "the code"


def show(value: Any) -> str:
    """What something says, in one line; of a rule its text."""
    if isinstance(value, str):
        return " ".join(value.split())
    if isinstance(value, dict):
        if "text" in value:
            level = value.get("level", "")
            return show(value["text"]) + (f" ({level})" if level else "")
        return ", ".join(f"{key}: {show(part)}" for key, part in value.items())
    if isinstance(value, Sequence):
        return "; ".join(filter(None, map(show, value)))
    return ""
