"""Prose as words without markup."""

from conductkit.prose.parse import parse
from conductkit.prose.tame import tame


def plain(text: str) -> str:
    """Prose as words: a line for each paragraph and list item, markup gone, nothing escaped."""
    lines: list[str] = []
    for token in parse(text):
        if token.type == "inline":
            parts = (
                " " if child.type in ("softbreak", "hardbreak") else child.content
                for child in token.children or ()
            )
            lines.append(tame(" ".join("".join(parts).split())))
    return "\n".join(lines)
