"""Characters that nobody sees: marks of direction and of breaks that a page or program left."""

import re

from conductkit.outline import Remark

_MARKS = "\u00ad\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff"
_UNSEEN = re.compile(f"[{_MARKS}\u200b]")
_DIRECTED = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_JOINED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]")
_KEPT_SPACES = re.compile(f"[{_MARKS}]")


def without(text: str) -> tuple[str, int]:
    """A text without characters that nobody sees, and how many there were.

    Where letters run from right to left, marks of direction belong to the text; where words are
    written together (Thai, Khmer, Burmese …), the space without width parts them: both stay there.
    """
    if text.isascii() or _DIRECTED.search(text):
        return text, 0
    return (_KEPT_SPACES if _JOINED.search(text) else _UNSEEN).subn("", text)


def unseen_remark(count: int) -> Remark:
    """What is said of a text that held such characters."""
    told = f"{count} characters that nobody sees were left out"
    return Remark("invisible-characters", 1, "", told, "Nothing to do; the words are the same.")
