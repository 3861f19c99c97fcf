"""A code as a tree that can be changed: what nobody touches stays the node that was read."""

from collections.abc import Iterator
from typing import Any

from conductkit.nodes import Mapping, Node, Scalar, Sequence

Tree = dict[str, Any]
"""Keys to nodes, to strings and lists that are to be written, or to lists of such trees."""

_LISTS = ("values", "sections", "rules", "consequences", "contacts", "terms", "sources")


def opened(root: Node) -> Tree:
    """A code's own keys, and those of the elements that an import can bring."""
    found: Tree = {}
    for name, node in root.entries if isinstance(root, Mapping) else ():
        key = name.value if isinstance(name, Scalar) else ""
        items = node.items if isinstance(node, Sequence) else []
        elements = all(isinstance(item, Mapping) for item in items)  # a rule's values are ids
        opens = key in _LISTS and items and elements
        found[key] = [opened(item) for item in items] if opens else node
    return found


def listed(tree: Tree, key: str) -> list[Tree]:
    """The elements of a list that is opened; none where the code says nothing there."""
    row = tree.get(key)
    return row if isinstance(row, list) else []


def said(tree: Tree, key: str) -> str:
    """The words of a field; "" where there are none."""
    value = tree.get(key, "")
    return str(value.value if isinstance(value, Scalar) else value).strip()


def put(tree: Tree, key: str, text: str) -> bool:
    """Give a field its new words; False where they are the same or there are none."""
    if not text or said(tree, key).split() == text.split():
        return False
    tree[key] = text
    return True


def rules(tree: Tree) -> Iterator[tuple[list[Tree], Tree]]:
    """Every rule of a code, with the list that it stands in."""
    for home in (tree, *listed(tree, "sections")):
        row = listed(home, "rules")
        for rule in row:
            yield row, rule


def words(value: Any) -> Iterator[str]:
    """Everything that a part of a tree says, ids apart, in order."""
    waiting = [value]
    while waiting:
        one = waiting.pop()
        if isinstance(one, Mapping):
            one = {name.value: node for name, node in one.entries if isinstance(name, Scalar)}
        if isinstance(one, dict):
            one = [inner for key, inner in one.items() if key != "id"]
        if isinstance(one, Sequence):
            one = one.items
        if isinstance(one, list | tuple):
            waiting += reversed(one)
        else:
            yield one.value if isinstance(one, Scalar) else str(one)
