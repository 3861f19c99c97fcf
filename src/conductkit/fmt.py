"""`fmt`: a file in its one layout. Its words and its comments stay."""

from collections.abc import Iterator
from typing import Any

from conductkit import quoting
from conductkit.comments import attach, comments
from conductkit.errors import ConductError, Exit, InputError
from conductkit.fields import CODE, Shape
from conductkit.layout import key_order, write
from conductkit.load import LoadError, load_text
from conductkit.model import Code
from conductkit.nodes import MAX_BYTES, Mapping, Node, Scalar, Sequence, parts, read
from conductkit.slots import Opened, lone_mark
from conductkit.source import Source
from conductkit.write import newline


def format_source(source: Source) -> str:
    """The canonical layout of a code.

    LoadError where the source is none, InputError where the layout would be too large for a code;
    ConductError where it would not read the same again (then nothing may be written).
    """
    loaded = load_text(source.text, source.path)
    if loaded.code is None:
        raise LoadError(loaded)
    return relayout(source, loaded.code)


def relayout(source: Source, code: Code) -> str:
    """The canonical layout of a source that holds `code`; errors as for `format_source`.

    Line breaks are what the first one of the source is.
    """
    text = laid_out(source)
    _verify(source, code, text)
    return text


def laid_out(source: Source) -> str:
    """The layout alone, not read again: for who only looks where things stand in it."""
    root = read(source.text)
    if not isinstance(root, Mapping) or _size(root) > MAX_BYTES:
        raise _too_large(source.path)
    opened = Opened(source, root)
    text = write(opened.root, attach(opened), opened.hidden)
    if newline(source.text) == "\r\n":
        text = text.replace("\n", "\r\n")
    if len(text.encode()) > MAX_BYTES:
        raise _too_large(source.path)
    return text


def _too_large(path: str) -> InputError:
    return InputError(
        f"{path}: laid out, with its aliases written out, this file is larger than"
        f" {MAX_BYTES // 1_000_000} MB. Shorten it or repeat less by alias (*name)."
    )


def _size(root: Node) -> int:
    """How many characters a tree holds with its aliases written out."""
    sizes: dict[int, int] = {}

    def measure(node: Node) -> int:
        if id(node) not in sizes:
            words = len(node.value) if isinstance(node, Scalar) else 2
            sizes[id(node)] = words + sum(measure(part) for part in parts(node))
        return sizes[id(node)]

    return measure(root)


def _verify(source: Source, code: Code, text: str) -> None:
    """Read the layout again: it must hold the same code, foreign keys and comments."""
    if load_text(text, source.path).code == code and _kept(source) == _kept(Source("", text)):
        return
    raise ConductError(
        f"{source.path}: the new layout would not read the same again, so nothing was written."
        " This is a bug of `conduct fmt`: please report it with the file.",
        Exit.BUG,
    )


def _kept(source: Source) -> tuple[list[str], list[Any]]:
    """What the model does not hold and a layout must keep: comments and foreign keys."""
    root = read(source.text)
    if not isinstance(root, Mapping):
        return [], []
    words = sorted(comment.text for comment in comments(source, root))
    return words, list(_foreign(root, CODE, source.text))


def _foreign(node: Node, shape: Shape, text: str) -> Iterator[Any]:
    """The entries of a tree that the field table does not know, in canonical order."""
    if isinstance(node, Sequence):
        for item in node.items:
            yield from _foreign(item, shape, text)
    elif isinstance(node, Mapping):
        for index, field in key_order(node, shape):
            key, value = node.entries[index]
            if field is None:
                yield essence(key, text), essence(value, text)
            elif isinstance(field.type, Shape):
                yield field.key
                yield from _foreign(value, field.type, text)


def essence(node: Node, text: str) -> Any:
    """What a value is to a program that reads YAML: its tag, and its words or parts."""
    if isinstance(node, Scalar):
        plain = not node.style and not lone_mark(node, text)
        return node.tag, node.value, plain and quoting.is_guessed(node.value)
    return type(node).__name__, node.tag, [essence(part, text) for part in parts(node)]
