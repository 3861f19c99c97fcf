"""Where nodes and their parts stand in a text."""

from collections.abc import Iterator

from conductkit.nodes import Mapping, Node, Scalar, Sequence, parts


def is_block(node: Node) -> bool:
    return isinstance(node, Scalar) and node.style in ("|", ">")


def first_of(node: Mapping | Sequence) -> int:
    """Where the first key or dash of a collection stands."""
    return node.entries[0][0].start if isinstance(node, Mapping) else node.start


def leaves(node: Node) -> Iterator[Node]:
    """The scalars in a node."""
    if isinstance(node, Scalar):
        yield node
    for part in parts(node):
        yield from leaves(part)


def starts(node: Node) -> Iterator[int]:
    yield node.start
    for part in parts(node):
        yield from starts(part)


def remarked(text: str, node: Node) -> bool:
    """Whether a comment stands inside a node on one or more lines of its own."""
    at = node.start
    between = []
    for leaf in sorted(leaves(node), key=lambda leaf: leaf.start):
        between.append(text[at : leaf.start])
        at = max(at, leaf.end)
    return any("#" in words for words in [*between, text[at : node.end]])
