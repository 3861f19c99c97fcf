"""A plain tree as the text of a code, for commands that make codes out of something else."""

from collections.abc import Mapping as Dict
from typing import Any

from conductkit.layout import Notes, NotesBySlot, write
from conductkit.nodes import Mapping, Node, Scalar, Sequence

Path = tuple[str | int, ...]
"""Where an entry of a plain tree stands: keys and indexes, such as ("rules", 0, "level")."""


def emit(tree: Dict[str, Any], notes: Dict[Path, Notes] | None = None) -> str:
    """Canonical YAML of a plain tree (dict, list, str) in the shape of a code.

    Keys may come in any order; those that the format does not know are written last. Values are
    strings, or print as what they are (numbers); a node stands for itself. `notes` holds comments.
    """
    slots: NotesBySlot = {}
    root = _node(tree, (), notes or {}, slots)
    if not isinstance(root, Mapping):
        raise TypeError("a code is a mapping")
    return write(root, slots)


def _node(tree: Any, path: Path, notes: Dict[Path, Notes], slots: NotesBySlot) -> Node:
    if isinstance(tree, Node):
        return tree
    if not isinstance(tree, Dict | list | tuple):
        return Scalar(0, 0, str(tree), '"' if isinstance(tree, str) else "")
    node: Mapping | Sequence
    keys: list[Any] = list(tree) if isinstance(tree, Dict) else list(range(len(tree)))
    parts = [_node(tree[key], (*path, key), notes, slots) for key in keys]
    if isinstance(tree, Dict):
        named: list[Node] = [Scalar(0, 0, str(key), "") for key in keys]
        node = Mapping(0, 0, list(zip(named, parts, strict=True)))
    else:
        node = Sequence(0, 0, parts)
    for index, key in enumerate(keys):
        if (*path, key) in notes:
            slots[id(node), index] = notes[(*path, key)]
    return node
