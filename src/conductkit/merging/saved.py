"""How a text is saved: its line breaks, its end, a byte-order mark; merged apart from its words."""

from collections.abc import Callable

from conductkit.merging.lines import pick
from conductkit.write import newline

_BOM = "\ufeff"
Texts = tuple[str, str, str]
"""The base, ours and theirs."""


def even(text: str) -> str:
    """A text with line feeds only, one at its end, and no byte-order mark."""
    text = text.removeprefix(_BOM).replace("\r\n", "\n")
    return text if text.endswith("\n") or not text else text + "\n"


def restored(text: str, originals: Texts) -> str:
    """A merged text with the line breaks, the end and the mark of the side that changed them."""

    def of(trait: Callable[[str], str]) -> str:
        base, ours, theirs = map(trait, originals)
        found = pick(base if originals[0] else None, ours, theirs)
        return ours if found is None else found

    if of(lambda text: "" if text.endswith("\n") else "cut"):
        text = text.removesuffix("\n")
    if of(newline) == "\r\n":
        text = text.replace("\n", "\r\n")
    return of(lambda text: _BOM if text.startswith(_BOM) else "") + text
