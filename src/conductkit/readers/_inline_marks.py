"""Words and marks of a page as inline Markdown."""

import re

from conductkit.readers._inline import linked

_NOTHING = re.compile(r"\[[¶#§\s]?\]\([^()\s]{0,500}\)|(?<!\*)\*\*\*\*(?!\*)|``|¶")
MARKS = {"em": "*", "i": "*", "strong": "**", "b": "**", "code": "`"}


def joined(parts: list[str]) -> str:
    """Words and marks as inline Markdown: marks stand close to the words they hold."""
    text = " ".join("".join(parts).split())
    text = re.sub(r"\0(\*\*|\*|`|\[) ?", r"\1", text)
    text = re.sub(r" ?(\*\*|\*|`|\])\0", r"\1", text)
    return linked(_NOTHING.sub("", text).strip())
