"""Sentences that promise and command nobody: what those bound do, what a report leads to.

“The board hears both sides”, “Complaints are kept confidential”: one that comes or goes is a duty
that comes or goes.
"""

from collections.abc import Iterator

from conductkit.difference import cues
from conductkit.difference.holders import Holders
from conductkit.difference.passage import Passage
from conductkit.difference.presumed import denials, exempts, is_possible, main_verb, only_possible
from conductkit.language import Sentence, Word, lemma
from conductkit.language.lexicon import lexicon, primary

_SUBJECT = 5  # words before the verb of a promise
_NEAR = 4  # words within which the number and the unit of a time stand


def promises(side: Passage, number: int, holders: Holders) -> bool:
    """Whether a sentence says what those bound do, or by when something is done."""
    sentence = side.reading.sentences[number]
    words = lexicon(primary(side.language))
    verb = main_verb(sentence.words, words)
    if is_possible(side, sentence) and exempts(side, sentence):
        return True
    if verb is None:  # “moderators do not share …”
        verb = next(_denied(side, sentence), None)
    if verb is None or verb.low in words.stative or only_possible(side, sentence, verb):
        return False
    lows = _subject(side, sentence, verb)
    house = holders.bound | cues.entries("issuer", side.language)
    house |= cues.entries("roles", side.language)
    house -= holders.served | cues.entries("served", side.language)
    if len(lows) <= _SUBJECT and not house.isdisjoint(lows):
        return True
    if _handled(side, sentence, verb, lows):
        return True
    bounds = cues.find(side.reading, sentence.words, "deadline")
    return any(_timed(side, sentence, bound.end) for bound in bounds)


def _subject(side: Passage, sentence: Sentence, verb: Word) -> list[str]:
    """The words before the verb, up to those that tell who of them: “members who are involved”."""
    opening = cues.entries("relatives", side.language)
    lows: list[str] = []
    main = next((one.start for one in sentence.clauses if one.kind == "main"), sentence.start)
    for word in sentence.words:
        if word.start < main:
            continue
        if word.start >= verb.start or (lows and word.low in opening):
            break
        lows.append(word.low)
    return lows


def _handled(side: Passage, sentence: Sentence, verb: Word, lows: list[str]) -> bool:
    """Whether a sentence says how a report is dealt with, or that a name is told to nobody."""
    words = lexicon(primary(side.language))
    subjects = cues.entries("process-nouns", side.language)
    if len(lows) > 2 * _SUBJECT or subjects.isdisjoint(lows):
        return False
    said = lemma.verb(verb.low, words)
    denied = any(True for _ in _denied(side, sentence))
    if said in cues.entries("telling-verbs", side.language):
        return denied
    if any(cues.find(side.reading, sentence.words, name) for name in ("claim-ways", "kept-back")):
        return not denied
    return not denied and said in cues.entries("process-verbs", side.language)


def _denied(side: Passage, sentence: Sentence) -> Iterator[Word]:
    """The words that deny what the sentence as such says, not a clause about somebody in it."""
    aside = [one for one in sentence.clauses if one.kind == "relative"]
    for word in denials(side, sentence):
        if not any(one.start <= word.start < one.end for one in aside):
            yield word


def _timed(side: Passage, sentence: Sentence, start: int) -> bool:
    """Whether a unit of time stands near behind a place."""
    units = cues.openings("time-unit", side.language)
    behind = [word.low for word in sentence.words if word.start >= start]
    return not units.isdisjoint(behind[:_NEAR])
