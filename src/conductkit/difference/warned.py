"""“May, after a warning, be expelled”: who is warned first is punished later."""

from collections.abc import Sequence

from conductkit.axes.obligation import enforces
from conductkit.change import Evidence
from conductkit.difference import cues
from conductkit.difference.passage import Passage
from conductkit.redline import Block

_LONGEST = 5  # words of “after at least one written warning”


def warned(old: Passage, new: Passage, left: Sequence[Block]) -> Evidence | None:
    """Evidence where all that changed is that a warning comes before a sanction; None where it is
    denied, or where no sanction follows."""
    if len(left) != 1:
        return None
    a, b, c, d = left[0]
    if (a == b) == (c == d):
        return None
    side, first, last = (new, c, d) if a == b else (old, a, b)
    put = side.tokens[first:last]
    opens = put[0] in cues.entries("before-strikes", side.language)
    if not opens or len(put) > _LONGEST or put[-1] not in ("warning", "warnings"):
        return None
    place = side.words[side.owners[first]].start
    sentence = next((s for s in side.reading.sentences if s.start <= place < s.end), None)
    lows = [word.low for word in sentence.words] if sentence else []
    turns = ("negation", "strike-turns", "exception")
    if any(not cues.entries(name, side.language).isdisjoint(lows) for name in turns):
        return None
    rest = [low for low in lows if low not in put]
    if not enforces(rest, side.language):
        return None
    said = side.text[place : side.words[side.owners[last - 1]].end]
    return Evidence(
        "consequence", *(("", said, "weaker") if side is new else (said, "", "stronger"))
    )
