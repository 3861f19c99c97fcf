"""What is noted once of several rules: that nothing keeps their ids."""

from collections.abc import Sequence

from conductkit.change import Change
from conductkit.model import Code

_NOWHERE = (
    "No `retired` entry keeps {}: links to them lead nowhere. Add one each, with `replaced_by`"
    " where another rule took its place."
)
_ELSEWHERE = "{} name other rules now: links to them lead to those."
_FEW = 6


def kept_no_id(changes: Sequence[Change], new: Code | None) -> tuple[str, ...]:
    """The notes on the ids that rules had: of one its own, of several one of each kind."""
    notes = tuple(dict.fromkeys(note for change in changes for note in change.notes))
    ids = [change.old_id for change in changes if change.notes and change.old_id]
    if len(notes) < 2 or new is None:
        return notes
    reused = [id for id in ids if id in new.by_id]
    lost = [id for id in ids if id not in new.by_id]
    said = []
    for found, one in ((lost, _NOWHERE), (reused, _ELSEWHERE)):
        own = [note for note in notes if any(f"“{id}”" in note for id in found)]
        said += [one.format(_some(found))] if len(found) > 1 else own[:1]
    return tuple(said)


def _some(ids: Sequence[str]) -> str:
    named = ", ".join(f"“{id}”" for id in ids[:_FEW])
    return f"{named} and {len(ids) - _FEW} more" if len(ids) > _FEW else named
