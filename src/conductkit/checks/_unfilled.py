"""Telling words that somebody wrote from those that a template left to be filled in."""

import re

from conductkit.patterns import lazily

_UNFILLED = lazily(
    r"\[[^\[\]]*\]|\{\{.*|<%.*|<[^<>@]*>"
    r"|\W*|(?:tb[acd]|todo|xxx+|n/?a|none|unknown|to be (?:confirmed|decided|defined|named))\W*"
    r"|(?:your|the) (?:full )?name(?: here)?\W*|lorem ipsum.*",
    re.IGNORECASE | re.DOTALL,
)
_NOBODY = lazily(
    r"(?:mailto:)?(?:no|do-?not|never)[._-]?reply\b.*|(?:mailto:)?(?:insert|your)[._-]?(?:address|e-?mail|name)\b.*",
    re.IGNORECASE | re.DOTALL,
)


def unfilled(text: str) -> bool:
    """Whether a text says nothing yet: `[INSERT …]`, `TBD`, `{{ name }}`, only marks, or empty."""
    return _UNFILLED.fullmatch(text.strip()) is not None


def unread(address: str) -> bool:
    """Whether mail to an address reaches nobody: `noreply@…`, or one that is not filled in."""
    return unfilled(address) or _NOBODY.fullmatch(address.strip()) is not None
