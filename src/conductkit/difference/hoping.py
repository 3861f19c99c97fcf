"""Sentences that say what their authors hope, believe, or are thankful for."""

from itertools import pairwise

from conductkit.difference import cues
from conductkit.difference.cues import Cue
from conductkit.difference.passage import Passage
from conductkit.language import Word

_NEAR = 2  # words that may stand before what opens such a sentence
_BREAKS = frozenset({";", ":", "–", "—", "-", "--"})  # part one statement from another


def hopes(side: Passage, words: tuple[Word, ...]) -> bool:
    """“We believe that …”: what follows asks nobody for anything, unless it is said of the rules
    themselves or another statement is joined to it."""
    hits = cues.find(side.reading, words, "hopes")
    if not hits or not _opens(side, words, hits[0]):
        return False
    rest = [word for word in words if word.start >= hits[0].end]
    lows = [word.low for word in rest]
    if _joined(side, rest) or not _entries(side, "claim-words").isdisjoint(lows):
        return False
    if hits[0].entry.endswith("thank") and "you" in lows:
        return False  # “We thank you for leaving by six” asks
    if _asks(side, hits[0].entry, lows):
        return False
    if hits[0].entry in _entries(side, "given-hopes"):
        comma = any("," in side.text[one.end : two.start] for one, two in pairwise(rest))
        return not comma and _entries(side, "negation").isdisjoint(lows)
    return not _of_the_rules(side, lows, aims=hits[0].entry in _entries(side, "aims"))


def _asks(side: Passage, entry: str, lows: list[str]) -> bool:
    """Whether thanks or a greeting go on to say what somebody shall do, or when: “we appreciate
    your help in leaving by six”, “we are happy to see you before six”."""
    if any(cues.figure(low, side.language) not in (None, 1.0) for low in lows):
        return entry.endswith("you") or "appreciate" in entry
    if "appreciate" not in entry or not lows:
        return False
    makes = lows[0] in ("in", "with") and lows[1:2] and lows[1] in _entries(side, "place-making")
    return not makes or _entries(side, "good-places").isdisjoint(lows)


def _joined(side: Passage, words: list[Word]) -> bool:
    """Whether another statement is joined to one: “…, for silence is a breach”."""
    gaps = [(side.text[one.end : two.start], two.low) for one, two in pairwise(words)]
    joints = _entries(side, "claim-joints")
    return any(gap.strip() in _BREAKS or ("," in gap and low in joints) for gap, low in gaps)


def _of_the_rules(side: Passage, lows: list[str], *, aims: bool) -> bool:
    """Whether words say what the rules are, or that they are only aimed at."""
    rules = _entries(side, "rule-nouns") | _entries(side, "about-nouns")
    copulas, determined = _entries(side, "copulas"), _entries(side, "determined")
    return any(
        (one in rules and two in copulas) or (aims and one in determined and two in rules)
        for one, two in pairwise(lows)
    )


def _opens(side: Passage, words: tuple[Word, ...], hit: Cue) -> bool:
    """Whether a cue opens a sentence, or stands behind a phrase set off before it (“Through our
    work with others, we believe …”)."""
    at = next(at for at, word in enumerate(words) if word.start == hit.start)
    if at <= _NEAR:
        return True
    comma = "," in side.text[words[at - 1].end : hit.start]
    fronts = words[0].low in _entries(side, "hope-fronts")
    return (
        comma
        and fronts
        and not any("," in side.text[one.end : two.start] for one, two in pairwise(words[:at]))
    )


def _entries(side: Passage, name: str) -> frozenset[str]:
    return cues.entries(name, side.language)
