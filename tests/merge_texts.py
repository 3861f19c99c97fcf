"""Random codes and edits of them as texts, in many layouts and with comments."""

import random
import re
from typing import Any
from zlib import crc32

import yaml

from conductkit.emit import Path, emit
from conductkit.layout import Notes
from merge_codes import Tree, code
from merge_edits import edited


def places(tree: Tree) -> list[Path]:
    """Where a comment may stand: the paths of keys and items."""
    found: list[Path] = []

    def go(node: Any, path: Path) -> None:
        keys = list(node) if isinstance(node, dict) else range(len(node))
        for key in keys:
            here = (*path, key)
            if isinstance(key, str) and key.startswith("x-"):
                continue
            found.append(here)
            if isinstance(node[key], dict | list):
                go(node[key], here)

    go(tree, ())
    return found


def name(tree: Tree, path: Path) -> str:
    """A path by names, so that a comment follows what it stands with."""
    words = []
    node: Any = tree
    for key in path:
        node = node[key]
        if isinstance(key, int) and isinstance(node, dict):
            words = [str(next(iter(node.values())))]
        else:
            words.append(str(node) if isinstance(key, int) else str(key))
    return "/".join(words)


_DUMPER: Any = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
LAYOUTS = ("fmt", "wrapped", "flow", "mixed", "aliases")


def written(tree: Tree, comments: dict[str, str], layout: str) -> str:
    """The text of a tree: as `conduct fmt` lays it out, or as PyYAML does, in several ways.

    `comments` are words by the names of places, for the first; "mixed" has comments of its own.
    """
    if layout == "mixed":
        return _remarks(yaml.dump(tree, Dumper=_Mixed, sort_keys=False, allow_unicode=True))
    if layout != "fmt":
        tree = _shared(tree) if layout == "aliases" else tree
        flow = None if layout == "flow" else False
        width = 60 if layout == "wrapped" else 1000
        return str(
            yaml.dump(
                tree,
                Dumper=_DUMPER,
                sort_keys=False,
                allow_unicode=True,
                width=width,
                default_flow_style=flow,
            )
        )
    notes: dict[Path, Notes] = {}
    for path in places(tree):
        words = comments.get(name(tree, path))
        if words:
            notes[path] = Notes([f"# {words}"], [f"# {words} behind"] if len(words) % 2 else [])
    return emit(tree, notes)


class _Mixed(_DUMPER):  # type: ignore[misc]
    """Each value in a style that its words decide: plain, in quotes, literal or folded."""

    def ignore_aliases(self, data: Any) -> bool:
        return True


def _in_some_style(dumper: yaml.SafeDumper, value: str) -> yaml.ScalarNode:
    styles = ["|", ">", '"', "'", None, None] if " " in value else [None, None, "'", '"']
    style = styles[crc32(value.encode()) % len(styles)]
    return dumper.represent_scalar("tag:yaml.org,2002:str", value, style=style)


def _in_flow(dumper: yaml.SafeDumper, value: list[Any]) -> yaml.SequenceNode:
    flow = all(isinstance(item, str) and " " not in item for item in value)
    return dumper.represent_sequence("tag:yaml.org,2002:seq", value, flow_style=flow)


_Mixed.add_representer(str, _in_some_style)
_Mixed.add_representer(list, _in_flow)
_NAMED = re.compile(r"( *)(- )?(id|term|level|title): ([\w-]+)")


def _remarks(text: str) -> str:
    """A text with comments behind and above some lines that hold a name."""
    lines: list[str] = []
    for line in text.splitlines():
        found = _NAMED.fullmatch(line)
        number = crc32(line.strip().encode()) % 8
        if found and found[2] and number in (0, 1, 2):
            lines += [found[1] + f"# above {found[4]}"]
        lines.append(f"{line}  # behind {found[4]}" if found and number in (2, 3) else line)
    return "\n".join(lines) + "\n"


def _shared(tree: Tree) -> Tree:
    """The same tree, in which lists that are alike are one: PyYAML writes aliases for them."""
    known: dict[str, Any] = {}

    def go(node: Any) -> Any:
        if isinstance(node, dict):
            return {key: go(value) for key, value in node.items()}
        if not isinstance(node, list):
            return node
        return known.setdefault(repr(node), [go(item) for item in node])

    found: Tree = go(tree)
    return found


def remarked(rng: random.Random, tree: Tree, comments: dict[str, str]) -> dict[str, str]:
    """Comments of a tree with a few more, fewer or other ones."""
    made = dict(comments)
    names = [name(tree, path) for path in places(tree)]
    for _ in range(rng.randint(0, 2)):
        made[rng.choice(names)] = f"note {rng.randint(0, 999)}"
    if made and rng.random() < 0.2:
        del made[rng.choice(list(made))]
    return made


def triple(seed: int) -> tuple[str, str, str]:
    """A base and two sides; now and then both sides share an edit."""
    rng = random.Random(seed)
    base = code(rng)
    comments = remarked(rng, base, {})
    layout = rng.choice(("fmt", *LAYOUTS, "mixed"))
    out = [written(base, comments, layout)]
    shared = edited(rng, base, 1) if rng.random() < 0.2 else base
    for _ in range(2):
        tree = edited(rng, shared)
        other = layout if rng.random() < 0.9 else rng.choice(LAYOUTS)
        out.append(written(tree, remarked(rng, tree, comments), other))
    return _saved(rng, out[0]), _saved(rng, out[1]), _saved(rng, out[2])


def _saved(rng: random.Random, text: str) -> str:
    """A text as some editor saves it: with CRLF, without a line break at its end, with a mark."""
    if rng.random() < 0.08:
        text = text.replace("\n", "\r\n")
    if rng.random() < 0.05:
        text = text.rstrip("\r\n")
    return "\ufeff" + text if rng.random() < 0.03 else text
