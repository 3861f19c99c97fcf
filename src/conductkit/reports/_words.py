"""How a change is said: its name, its evidence as a sentence, a correction as its words."""

from collections.abc import Iterator

from conductkit.change import Change, Evidence
from conductkit.redline import redline
from conductkit.reports._labels import label

_FEW = 6
_LONG = 60


def shown_name(change: Change) -> str:
    """The element's name; nothing where it is the code, whose heading says it."""
    return "" if change.kind == "code" else change.name


def sentence(item: Evidence) -> str:
    """One piece of evidence as a sentence."""
    return f"{item.axis}: {_became(item.old, item.new)}: {_effect(item)}"


def evidence(change: Change) -> Iterator[str]:
    """Why a change has its effect, in few words, for where the effect stands beside them.

    Evidence that is the whole element says none.
    """
    whole = (change.old or "", change.new or "")
    for item in change.evidence:
        if (item.old, item.new) != whole:
            apart = f", {_effect(item)}" if item.effect != change.effect else ""
            yield f"{_became(cut(item.old), cut(item.new))} ({item.axis}{apart})"


def _became(old: str, new: str) -> str:
    if not old:
        said = f"“{new}” is new"
    elif not new:
        said = f"“{old}” is gone"
    else:
        said = f"“{old}” became “{new}”"
    return " ".join(said.split())


def _effect(item: Evidence) -> str:
    return "read it" if item.effect == "unknown" else item.effect


def cut(text: str, longest: int = 200) -> str:
    """The beginning of a text that is too long for its place."""
    return text if len(text) <= longest else f"{text[: longest - 1]}…"


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
    words = ", ".join(_swapped(change)) if change.old and change.new and not told else ""
    if change.effect == "unknown" and not told:
        told = [f"Read it: {words}." if words else "Read it."]
    elif words:
        told = [f"{words}."]
    what, rules = change.change, ""
    if change.kind == "section" and change.rules:
        what = label(change).removeprefix("section ")
        rules = f"Rules: {', '.join(change.rules)}."
    parts = [f"{named}{field} {what}{sure}.", *told, rules, *change.notes]
    return " ".join(filter(None, parts))


def swaps(change: Change) -> str:
    """A correction as its words, old → new; a reason that moved as that."""
    found = _swapped(change)
    parts = [", ".join(found)] if found else []
    parts += [note.rstrip(".").lower() for note in change.notes]
    return "; ".join(parts) or "spaces"


def _swapped(change: Change) -> list[str]:
    """The words that were exchanged, the first few of them."""
    found = []
    for piece in redline(change.old or "", change.new or ""):
        old, new = piece.old.strip(), piece.new.strip()
        if not old or not new:  # “religion,” is no word of a list, “religion” is
            old, new = (text.strip(" ,;") or text for text in (old, new))
        if not piece.same and (old or new):
            found.append(f"{_short(old)} → {_short(new)}")
    more = [f"and {len(found) - _FEW} more"] if len(found) > _FEW else []
    return [*found[:_FEW], *more]


def _short(text: str) -> str:
    if not text:
        return "nothing"
    return f"“{text}”" if len(text) <= _LONG else f"“{text[: _LONG - 1]}…”"
