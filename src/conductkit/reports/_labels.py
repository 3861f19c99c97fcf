"""What a change and several things are called, in a few words."""

from collections.abc import Sequence

from conductkit.change import Change

_PLURALS = {"party": "parties"}


def label(change: Change) -> str:
    """What happened, in a few words: “reworded”, “level added”, “term renamed”."""
    what = change.change
    if change.kind == "rule":
        return f"{change.field} {what}" if change.field else what
    if change.kind == "code":
        if change.field == "rules":
            return f"every rule {what}"
        if what == "reworded":
            return "reworded throughout"
        if what == "moved":
            return f"{change.field} in another order"
        return f"{change.field} {what}" if change.field else f"code {what}"
    if change.kind == "section" and change.change in ("added", "removed") and change.rules:
        rules = "its rule" if len(change.rules) == 1 else f"its {len(change.rules)} rules"
        return f"section {what} with {rules}"
    fields = f" ({change.field})" if change.field else ""
    return f"{change.kind} {what}{fields}"


def plural(kind: str) -> str:
    """Several of a kind."""
    return _PLURALS.get(kind, f"{kind}s")


def some(names: Sequence[str], most: int) -> str:
    """Names in a row, so many at most (0: all), and how many more there are."""
    if not most or len(names) <= most:
        return ", ".join(names)
    return f"{', '.join(names[:most])} and {len(names) - most} more"
