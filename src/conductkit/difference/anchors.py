"""What a reader is told of ids that rules had: links lead nowhere, or to other rules."""

from collections.abc import Iterable, Sequence

_UNKEPT = "No `retired` entry keeps"
_REUSED = "names another rule now"
_FEW = 6


def unkept(id: str) -> str:
    """The note on an id that nothing answers to any more."""
    return (
        f"{_UNKEPT} “{id}”: links to #{id} lead nowhere."
        " Add one, with `replaced_by` where another rule took its place."
    )


def reused(id: str) -> str:
    """The note on an id that another rule has now."""
    return f"“{id}” {_REUSED}: links to #{id} lead to that one."


def on_an_id(note: str) -> bool:
    """Whether a note is one of these."""
    return note.startswith(_UNKEPT) or _REUSED in note


def joined(notes: Iterable[tuple[str, str]]) -> tuple[str, ...]:
    """The notes on ids, each given with its id: of one its own, of several one of each kind."""
    ids: tuple[dict[str, str], dict[str, str]] = {}, {}
    for id, note in notes:
        if on_an_id(note):
            ids[not note.startswith(_UNKEPT)][id] = note
    lost, taken = (tuple(found.values()) for found in ids)
    if len(lost) > 1:
        mend = "Add one each, with `replaced_by` where another rule took its place."
        lost = (f"{_UNKEPT} {_some([*ids[0]])}: links to them lead nowhere. {mend}",)
    if len(taken) > 1:
        taken = (f"{_some([*ids[1]])} name other rules now: links to them lead to those.",)
    return (*lost, *taken)


def _some(ids: Sequence[str]) -> str:
    named = ", ".join(f"“{id}”" for id in ids[:_FEW])
    return f"{named} and {len(ids) - _FEW} more" if len(ids) > _FEW else named
