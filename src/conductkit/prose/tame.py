"""Characters that would act on what stands around them, taken out of a text."""

import re

_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]|[\u202a-\u202e]|\ufeff")
_BREAK = re.compile(r"\r\n?|\x85|[\u2028\u2029]")
_SURROGATE = re.compile(r"[\ud800-\udfff]")
_ISOLATES = re.compile(r"[\u2066-\u2069]")
_CLOSE = "\u2069"


def tame(text: str) -> str:
    """The same words without control characters and without marks that reorder what follows.

    Embeddings and overrides of direction (U+202A–202E) go: they can show other words than those
    that are read out. Isolates stay where each is closed in this text. Line breaks become \\n.
    """
    if text.isascii() and text.isprintable():
        return text
    text = _CONTROL.sub("", _BREAK.sub("\n", text))
    text = _SURROGATE.sub("\ufffd", text)
    return text if _closed(text) else _ISOLATES.sub("", text)


def _closed(text: str) -> bool:
    depth = 0
    for mark in _ISOLATES.findall(text):
        depth += -1 if mark == _CLOSE else 1
        if depth < 0:
            return False
    return depth == 0
