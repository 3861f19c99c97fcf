"""JSON as generators of codes keep it: keys are headings, strings paragraphs, lists items."""

import json
import re
from typing import Any

from conductkit.errors import InputError
from conductkit.outline import Block, Outline
from conductkit.readers import _tags
from conductkit.readers._commonmark import parse
from conductkit.readers._decode import decode

SUFFIXES = (".json",)
_DEEPEST = 30
_TITLES = ("title", "name")
_PLAIN = {
    "subtitle", "text", "list", "items", "content", "body", "description", "intro", "howto",
    "rules", "paragraphs", "values", "html", "markdown", "lead",
}  # fmt: skip


def recognises(data: bytes) -> bool:
    """Whether the bytes begin like an object."""
    return bool(re.match(rb'\s*\{\s*"', data[:200]))


def read(data: bytes, path: str) -> Outline:
    """The blocks of an object's values, each under its key as a heading."""
    text, remarks = decode(data, path)
    try:
        tree = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise InputError(f"{path} is no JSON that can be read: {error}.") from None
    walk = _Walk(text)
    walk.value(tree, 1, 0)
    return Outline("json", text, tuple(walk.found), walk.meta, remarks)


class _Walk:
    """One pass over the values, which finds their lines in the source as it goes."""

    def __init__(self, text: str) -> None:
        self.found: list[Block] = []
        self.meta: dict[str, str] = {}
        self._text, self._place, self._line = text, 0, 1

    def value(self, value: Any, level: int, depth: int) -> None:
        """A value of any kind."""
        if depth > _DEEPEST:
            self._add("furniture", json.dumps(value)[:2000], reason="nested too deep")
        elif isinstance(value, dict):
            for key, inner in value.items():
                self._entry(str(key), inner, level, depth)
        elif isinstance(value, list):
            for inner in value:
                self._item(inner, level, depth)
        elif value is not None:
            self._prose(str(value))

    def _entry(self, key: str, value: Any, level: int, depth: int) -> None:
        self._seek(f'"{key}"')
        if isinstance(value, str) and key.lower() in _TITLES and level == 1:
            self.meta[key.lower()] = value
            self._add("furniture", key, reason="a key of the file")
            self._add("heading", value, level=1)
            return
        if isinstance(value, str | int | float) and key.lower() in (
            "version",
            "id",
            "language",
            "lang",
        ):
            self.meta[key.lower()] = str(value)
            self._add("furniture", f"{key}: {value}", reason="about the file, not part of the code")
            return
        if key.lower() in _PLAIN and level > 1:
            self._add("furniture", key, reason="a key of the file")
            self.value(value, level, depth + 1)
            return
        heading = re.sub(r"[_-]+|(?<=[a-z])(?=[A-Z])", " ", key).strip()
        self._add("heading", heading[:1].upper() + heading[1:], level=min(level + 1, 6))
        self.value(value, level + 1, depth + 1)

    def _item(self, value: Any, level: int, depth: int) -> None:
        if isinstance(value, str | int | float):
            self._seek(json.dumps(str(value), ensure_ascii=False)[1:20])
            self._add("item", " ".join(str(value).split()), level=1, marker="•")
        else:
            self.value(value, level, depth + 1)

    def _prose(self, text: str) -> None:
        self._seek(json.dumps(text, ensure_ascii=False)[1:20])
        data = text.encode("utf-8", "replace")
        if _tags.recognises(data):
            self.found += _tags.fragment(text, self._line - 1)
        else:
            blocks = parse(text.split("\n"))
            self.found += [_moved(block, self._line) for block in blocks]

    def _seek(self, words: str) -> None:
        place = self._text.find(words, self._place)
        if place >= 0:
            self._line += self._text.count("\n", self._place, place)
            self._place = place

    def _add(self, kind: str, text: str, **more: Any) -> None:
        if text.strip():
            self.found.append(Block(kind, text, self._line, **more))  # type: ignore[arg-type]


def _moved(block: Block, line: int) -> Block:
    from dataclasses import replace

    return replace(block, line=line)
