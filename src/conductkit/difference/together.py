"""What one change of a code says of another: neither is as sure as it looks alone."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from conductkit.axes.obligation import denies_force
from conductkit.change import Change
from conductkit.difference import cues
from conductkit.difference.echoes import doubts
from conductkit.difference.passage import passage

_STEM = 6  # letters by which a word is known again in another form
_DENIED = "Another change says that the code does not bind."


def weighed(changes: Sequence[Change], language: str) -> list[Change]:
    """The changes, those less sure that another one answers.

    An item that left a list may stand in a rule of its own now; and where a text comes that denies
    its own force, a duty that comes with it is no sure gain. A rule that went and one that came may
    be one duty in other words.
    """
    lone = [
        change for change in changes if change.kind == "rule" and not (change.old and change.new)
    ]
    denied = {
        change.effect for change in lone if denies_force((change.old or change.new or ""), language)
    }
    further = [part for change in changes for part in _further(change)]
    echoes = doubts([*lone, *(part for part, _ in further)], language)
    echoes |= {id(change): echoes[id(part)] for part, change in further if id(part) in echoes}
    found = []
    for change in changes:
        home = _home(change, lone, language) if change.confidence == "high" else None
        if home:
            note = f"“{_item(change)}” stands in “{home.name}” on the other side."
            change = replace(change, confidence="low", notes=(*change.notes, note))
        elif change in lone and denied and change.effect not in denied:
            change = replace(change, confidence="low", notes=(*change.notes, _DENIED))
        elif id(change) in echoes and change.confidence == "high" and change.effect != "neutral":
            note = echoes[id(change)]
            change = replace(change, confidence="low", notes=(*change.notes, note))
        found.append(change)
    return found


def _further(change: Change) -> Iterator[tuple[Change, Change]]:
    """A duty that came to a rule, or went from it, as a rule of its own, beside the change."""
    if change.kind == "rule" and change.change == "reworded":
        for item in change.evidence:
            if item.axis == "obligation" and not (item.old and item.new):
                yield replace(change, old=item.old or None, new=item.new or None), change


def _item(change: Change) -> str:
    return change.evidence[0].old or change.evidence[0].new


def _home(change: Change, lone: Sequence[Change], language: str) -> Change | None:
    """The rule on one side only that has the item of a list that is on the other side only."""
    if len(change.evidence) != 1 or change.evidence[0].axis != "list":
        return None
    item, gone = _item(change), bool(change.evidence[0].old)
    light = cues.entries("joints", language) | cues.entries("articles", language)
    wanted = {word[:_STEM] for word in passage(item, language).tokens if word not in light}
    for other in lone:
        text = other.new if gone else other.old
        if text and other is not change:
            stems = {word[:_STEM] for word in passage(text, language).tokens}
            if wanted and wanted <= stems:
                return other
    return None
