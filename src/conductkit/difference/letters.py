"""Templates of letters: who copies one says what happened, and directs nobody."""

from itertools import pairwise

from conductkit.difference import cues
from conductkit.difference.passage import Passage, passage
from conductkit.language import Sentence

_NEVER = ("negation", "committing", "scope-limits")


def letter_section(title: str, language: str) -> bool:
    """“Email template”, “Sample letter”: a section whose text is there to be copied."""
    tokens = set(passage(title, language).tokens)
    kinds, letters = (cues.entries(name, language) for name in ("letter-kinds", "letters"))
    return not tokens.isdisjoint(kinds) and not tokens.isdisjoint(letters)


def written(side: Passage, sentence: Sentence) -> bool:
    """Whether a sentence of a letter greets, thanks, or speaks of its writer, who commits to
    nothing."""
    lows = [word.low for word in sentence.words]
    modals = cues.entries("modal-words", side.language) - {"can"}
    if any(not cues.entries(name, side.language).isdisjoint(lows) for name in _NEVER):
        return False
    if not modals.isdisjoint(lows):
        return False
    turns = cues.entries("contact-verbs", side.language) | {"reach"}
    if any(one == "can" and two not in turns for one, two in pairwise((*lows, ""))):
        return False
    if lows[0] in cues.entries("greetings", side.language):
        return len(lows) == 1 or lows[1] != "for"
    if not cues.entries("first-person", side.language).isdisjoint(lows):
        return True
    return all(side.text[word.start : word.end].isupper() for word in sentence.words)
