"""How strongly one thing is asked, or refused: “must”, “we hope that”, “is discouraged”.

Phrases of a list say how strongly, wherever they stand. Two sentences differ in that alone where
the rest of both is the same words, whatever the form of the verb. Never surely, and not where the
phrases are one step apart: “should” and “try to” are used for each other.

In the same way a list of what is refused is all there is of it, or not: “includes insults”, “is
limited to insults”.
"""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from conductkit.change import Evidence
from conductkit.difference import cues
from conductkit.difference.freedoms import enforces
from conductkit.difference.passage import Passage
from conductkit.language import Clause, Sentence, Word, lemma
from conductkit.language.lexicon import lexicon, primary

_PLAIN = 6.0  # a bare order or promise
_STEP = 2.0  # phrases nearer to each other tell nothing
_STEM = 5  # letters by which a verb of another language is known in another form
_FIRM = 3.0  # what asks at least as strongly is no matter of choice


class _Frame(NamedTuple):
    """A phrase of a sentence, its value, and the rest of the sentence."""

    words: str
    value: float
    rest: tuple[str, ...]
    told: bool = False  # it may only say what will be


def framed(old: Passage, new: Passage) -> Evidence | None:
    """Evidence where all that changed is how strongly something is asked or refused, or whether a
    list of what is refused is an open one."""
    if not (old.lone and new.lone and old.reading.sentences and new.reading.sentences):
        return None
    asked = _compared(old, new, "frames", _strength)
    if asked or not (_refuses(old) and _refuses(new)):
        return asked
    return _compared(old, new, "listings", _openness)


def _compared(
    old: Passage, new: Passage, name: str, effect: Callable[[_Frame, _Frame], str]
) -> Evidence | None:
    """Evidence of the phrases of one list, where the rest is the same."""
    axis = "list" if name == "listings" else "modal"
    found = {}
    for one in _frames(old, name):
        for two in _frames(new, name):
            said = effect(one, two) if one.rest == two.rest else ""
            if said:
                found[said] = Evidence(axis, one.words, two.words, said)
    return next(iter(found.values())) if len(found) == 1 else None


def _strength(one: _Frame, two: _Frame) -> str:
    """The direction from one phrase to another; empty where they are no two of one ladder."""
    values = abs(one.value), abs(two.value)
    if one.value * two.value < 0 or abs(values[0] - values[1]) < _STEP:
        return ""
    chosen = min(values) == 0
    plain = not (one.words and two.words)
    if chosen and (plain or max(values) < _FIRM or one.told or two.told):
        return ""  # what is done, and what may be: two facts
    return "stronger" if values[1] > values[0] else "weaker"


def _openness(one: _Frame, two: _Frame) -> str:
    if not (one.words and two.words) or one.value == two.value:
        return ""
    return "stronger" if two.value > one.value else "weaker"


def _refuses(side: Passage) -> bool:
    """Whether a sentence names what is refused, and not only by examples."""
    named = cues.find(side.reading, side.words, "unaccepted")
    refused = bool(named) or not cues.entries("refused", side.language).isdisjoint(side.tokens)
    return refused and cues.entries("instances", side.language).isdisjoint(side.tokens)


def _frames(side: Passage, name: str) -> Iterator[_Frame]:
    """The one sentence of a text as a phrase and the rest, in every way there is; also whole."""
    sentence = side.reading.sentences[0]
    found = cues.find(side.reading, side.words, name)
    hits = [hit for hit in found if _main(sentence, hit) and not _noun(side, hit)]
    words = list(side.words)
    yield _Frame("", _PLAIN, _rest(side, words))
    for at, hit in enumerate(hits):
        value, end = hit.value, hit.end
        following = hits[at + 1] if at + 1 < len(hits) else None
        if following and not _between(side, words, end, following.start):
            value, end = min(value, following.value, key=abs), following.end  # “should try to”
        before = {word.low for word in words if word.start < hit.start}
        denied = not before.isdisjoint(cues.entries("negation", side.language))
        if denied and hit.entry not in cues.entries("frames-denied", side.language):
            continue
        rest = [word for word in words if not hit.start <= word.start < end]
        told = hit.entry in cues.entries("frames-told", side.language)
        told = told and not any(enforces(word.low, side.language) for word in rest)
        yield _Frame(side.text[hit.start : end], value, _rest(side, rest), told)


def _main(sentence: Sentence, hit: cues.Cue) -> bool:
    """Whether a phrase stands in a main clause, or behind one about its subject that has no end of
    its own: “insults against guests who complain are forbidden”."""
    aside = [one for one in sentence.clauses if one.kind not in ("main", "adverbial")]
    inside = [one for one in aside if one.start <= hit.start < one.end]
    return not inside or (inside[0].kind == "relative" and _predicate(sentence, inside[0], hit))


def _predicate(sentence: Sentence, aside: Clause, hit: cues.Cue) -> bool:
    """Whether a phrase with “is” is what a subject with a clause about it has as its verb."""
    known = lexicon("en")
    before = [word.low for word in sentence.words if word.start < aside.start]
    within = [word.low for word in sentence.words if aside.start < word.start < hit.start]
    verbs = [low for low in before if lemma.is_finite(low, known) or lemma.is_base(low, known)]
    own = any(lemma.is_finite(low, known) or lemma.is_base(low, known) for low in within)
    return hit.entry.startswith(("is ", "are ")) and own and not verbs


def _noun(side: Passage, hit: cues.Cue) -> bool:
    """Whether a word is a thing: “against their will”, “the wish to leave”."""
    known = lexicon(primary(side.language))
    before = [word.low for word in side.words if word.start < hit.start][-1:]
    owned = known.determiners - known.pronouns - known.personal
    return " " not in hit.entry and not owned.isdisjoint(before)


def _between(side: Passage, words: list[Word], start: int, end: int) -> list[Word]:
    """The words between two places that say something."""
    light = cues.entries("frame-light", side.language)
    return [word for word in words if start <= word.start < end and word.low not in light]


def _rest(side: Passage, words: list[Word]) -> tuple[str, ...]:
    """Words in their base form, those left out that only join a phrase to them."""
    known = lexicon(primary(side.language))
    light = cues.entries("frame-light", side.language)
    plain = [cues.bare(word) for word in words if word.low not in light]
    if known.language != "en":
        return tuple(low[:_STEM] for low in plain)
    return tuple(lemma.verb(low, known) for low in plain)
