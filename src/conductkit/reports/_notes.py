"""What is noted once of several rules: what becomes of the ids that they had."""

from collections.abc import Sequence

from conductkit.change import Change
from conductkit.difference.anchors import joined, on_an_id


def others(change: Change) -> tuple[str, ...]:
    """The notes on a change but for what becomes of its old id."""
    return tuple(note for note in change.notes if not on_an_id(note))


def ids_lost(changes: Sequence[Change]) -> tuple[str, ...]:
    """The notes on the ids that rules had."""
    return joined((one.old_id or "", note) for one in changes for note in one.notes)
