"""How a change is said: its name, its evidence as a sentence, a correction as its words."""

from collections.abc import Iterator

from conductkit.change import Change, Evidence
from conductkit.redline import redline

_FEW = 6
_LONG = 60


def shown_name(change: Change) -> str:
    """The element's name; nothing where it is the code, whose heading says it."""
    return "" if change.kind == "code" else change.name


def sentence(item: Evidence) -> str:
    """One piece of evidence as a sentence."""
    if not item.old:
        said = f"“{item.new}” is new"
    elif not item.new:
        said = f"“{item.old}” is gone"
    else:
        said = f"“{item.old}” became “{item.new}”"
    effect = "read it" if item.effect == "unknown" else item.effect
    return f"{item.axis}: {' '.join(said.split())}: {effect}"


def reasons(change: Change) -> Iterator[str]:
    """Why a change has its effect, a sentence each; evidence that is the whole element says none.

    Where nothing decides it, the one sentence asks to read it.
    """
    whole = (change.old or "", change.new or "")
    yield from (sentence(item) for item in change.evidence if (item.old, item.new) != whole)
    if change.effect == "unknown" and not change.evidence:
        yield "Read it: what this does to the duty cannot be told."


def said(change: Change) -> str:
    """A change in sentences, for programs that show a message beside a line."""
    named = f"{change.kind} “{change.name}”" if change.name != change.code else change.kind
    field = f" ({change.field})" if change.field else ""
    sure = " (not sure)" if change.confidence == "low" and change.effect != "unknown" else ""
    told = [f"{sentence(item)}." for item in change.evidence]
    return " ".join([f"{named}{field} {change.change}{sure}.", *told, *change.notes])


def swaps(change: Change) -> str:
    """A correction as its words, old → new; a reason that moved as that."""
    found = []
    for piece in redline(change.old or "", change.new or ""):
        old, new = piece.old.strip(), piece.new.strip()
        if not piece.same and (old or new):
            found.append(f"{_short(old)} → {_short(new)}")
    more = f" and {len(found) - _FEW} more" if len(found) > _FEW else ""
    parts = [", ".join(found[:_FEW]) + more] if found else []
    parts += [note.rstrip(".").lower() for note in change.notes]
    return "; ".join(parts) or "spaces"


def _short(text: str) -> str:
    if not text:
        return "nothing"
    return f"“{text}”" if len(text) <= _LONG else f"“{text[: _LONG - 1]}…”"
