"""Characters that nobody sees: marks of direction and of breaks that a page or program left."""

import re

from conductkit.outline import Remark

_UNSEEN = re.compile("[\u00ad\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]")
_DIRECTED = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")


def without(text: str) -> tuple[str, int]:
    """A text without characters that nobody sees, and how many there were.

    Where letters run from right to left, marks of direction belong to the text and stay. The space
    without width stays anywhere: some scripts part words with it, and elsewhere lint tells of it.
    """
    if text.isascii() or _DIRECTED.search(text):
        return text, 0
    return _UNSEEN.subn("", text)


def unseen_remark(count: int) -> Remark:
    """What is said of a text that held such characters."""
    told = f"{count} characters that nobody sees were left out"
    return Remark("invisible-characters", 1, "", told, "Nothing to do; the words are the same.")
