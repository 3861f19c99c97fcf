"""Whether something may be done only if somebody agrees: “only with the written consent of a
parent”.

Who must ask first is less free, and whoever is asked has more. Told only where all else is equal.
"""

from collections.abc import Sequence
from typing import NamedTuple

from conductkit.change import Evidence
from conductkit.difference import cues
from conductkit.difference.passage import Passage
from conductkit.language import Directive, Word
from conductkit.language.lexicon import lexicon, primary

_NEAR = 6  # words between “with” and what is given
_OF = 3  # words that say whose it is: “of a parent”


class _Asked(NamedTuple):
    """What must be given first: its words, what makes it hard to get, whose it is; and the rest."""

    words: str = ""
    harder: frozenset[str] = frozenset()
    whose: tuple[str, ...] = ()
    rest: tuple[str, ...] = ()


def consenting(old: Passage, new: Passage) -> Evidence | None:
    """Evidence where all that changed is whether, or how, somebody must agree first."""
    if not (old.lone and new.lone) or _claims(old) or _claims(new):
        return None
    one, two = _asked(old), _asked(new)
    if one.rest != two.rest or (one.words and two.words and one.whose != two.whose):
        return None
    if one.harder < two.harder:
        return Evidence("condition", one.words, two.words, "stronger")
    if two.harder < one.harder:
        return Evidence("condition", one.words, two.words, "weaker")
    return None


def _claims(side: Passage) -> bool:
    """Whether a sentence denies something, or says what people may ask for themselves: there a
    consent that is needed takes from them."""
    claims = cues.entries("claims", side.language) | cues.entries("contact-verbs", side.language)
    if any(_of_people(one, side.language) for one in side.reading.directives):
        return True
    return not (claims | cues.entries("negation", side.language)).isdisjoint(side.tokens)


def _of_people(directive: Directive, language: str) -> bool:
    """Whether people are free to do something: what limits them, by whose side they are."""
    who = (directive.subject or "").lower().split()[-1:]
    ours = cues.entries("issuer", language) | {"we", "you"}
    free = directive.modal.force == "permission"
    return free and bool(who) and who[0] in lexicon(primary(language)).people - ours


def _asked(side: Passage) -> _Asked:
    first, last = _phrase(side)
    inside = side.words[first:last]
    rest = [*side.words[:first], *side.words[last:]]
    if not inside:
        return _Asked(rest=_lows(rest))
    only = [word for word in rest if word.low == "only"]
    hard = set(_lows(inside)) & cues.entries("exception-qualifier", side.language)
    given = cues.entries("consents", side.language) | cues.entries("light-words", side.language)
    return _Asked(
        side.text[inside[0].start : inside[-1].end],
        frozenset({"given", *hard, *_lows(only)}),
        tuple(low for low in _lows(inside) if low not in given | hard),
        _lows([word for word in rest if word not in only]),
    )


def _lows(words: Sequence[Word]) -> tuple[str, ...]:
    return tuple(cues.bare(word) for word in words)


def _phrase(side: Passage) -> tuple[int, int]:
    """Where the words from “with” to the consent, and to whose it is, begin and end."""
    given = cues.entries("consents", side.language) - cues.entries("consent-looks", side.language)
    opening = cues.entries("consent-openers", side.language)
    lows = _lows(side.words)
    for at, low in enumerate(lows):
        ahead = lows[at + 1 : at + 1 + _NEAR]
        found = next((n for n, one in enumerate(ahead, at + 1) if one in given), -1)
        if low in opening and found > 0:
            owned = lows[found + 1 : found + 2] in (("of",), ("from",))
            return at, min(len(lows), found + 1 + _OF) if owned else found + 1
    return 0, 0
