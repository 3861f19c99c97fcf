"""Two branches of a code merged by id and field, with their common ancestor.

The result is made of pieces of the three texts: what nobody changed keeps its bytes. What cannot be
decided, and what reads cleanly but changes what one rule demands from two sides, is a conflict.
"""

from dataclasses import replace
from functools import lru_cache

from conductkit.errors import ConductError
from conductkit.fmt import format_source
from conductkit.load import load_text
from conductkit.merging.attempt import Merged, attempt
from conductkit.merging.conflict import Conflict, Style
from conductkit.merging.lines import pick
from conductkit.merging.names import named
from conductkit.merging.recounted import recounted
from conductkit.merging.saved import Texts, even, restored
from conductkit.model import Code
from conductkit.source import Source

__all__ = ["Conflict", "Merged", "Style", "merge"]
_KEPT = 8  # texts: a rebase merges the same ones again and again


def merge(base: str, ours: str, theirs: str, style: Style | None = None) -> Merged:
    """Merge two texts that come from `base`; all three hold codes, or the base holds nothing.

    Line breaks are those of the first line of the side that changed them. A result without
    conflicts has been read again: it holds what was to be merged. ValueError where a text is no
    code.
    """
    style = style or Style()
    whole = pick(base, ours, theirs)
    if whole is not None:
        return Merged(whole)
    codes = [_code(text) if text.strip() else None for text in (base, ours, theirs)]
    if codes[1] is None or codes[2] is None:
        raise ValueError("a side holds no code")
    texts = even(base), even(ours), even(theirs)
    why = recounted(codes[0], codes[1], codes[2])
    found = None if why else attempt(texts, codes[0], codes[1], codes[2], style)
    if found is None and not why:
        found = _laid_out(texts, codes[0], codes[1], codes[2], style)
    if found is None:
        why = why or "the two sides cannot be merged piece by piece"
        conflict = Conflict(named(()), why, "", "")
        found = Merged(style.marked(conflict, texts[1], texts[0], texts[2]), (conflict,))
    return replace(found, text=restored(found.text, (base, ours, theirs)))


@lru_cache(maxsize=_KEPT)
def _code(text: str) -> Code:
    code = load_text(text).code
    if code is None:
        raise ValueError("a text holds no code")
    return code


def _laid_out(
    texts: Texts, base: Code | None, ours: Code, theirs: Code, style: Style
) -> Merged | None:
    """The merge of what `conduct fmt` makes of the texts, which can always be cut."""
    try:
        tidy = [format_source(Source("", text)) if text.strip() else text for text in texts]
    except ConductError:
        return None
    found = attempt((tidy[0], tidy[1], tidy[2]), base, ours, theirs, style)
    if found is None:
        return None
    note = (
        "The text could not be merged as it is laid out (braces, aliases or the like), so it was"
        " laid out as `conduct fmt` does."
    )
    return replace(found, notes=(note, *found.notes))
