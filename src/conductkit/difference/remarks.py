"""Remarks: sentences that tell something and have no word by which they could bind.

A known list of such words is no proof of the contrary for a sentence made to deceive; so a remark
counts only where the other edition makes it too, in other words.
"""

from collections import Counter
from collections.abc import Sequence
from functools import cache

from conductkit.difference import cues
from conductkit.difference.literals import same_marks
from conductkit.difference.passage import Passage, passage
from conductkit.language import Sentence, lemma
from conductkit.language.lexicon import lexicon, primary

_LEAST = 3  # words of a remark
_KEPT = 0.5  # share of telling words that a remark keeps
_STEM = 5  # letters by which forms of one word are told


def retold(one: Passage, two: Passage) -> bool:
    """Whether two stretches are remarks, and one is the other in other words."""
    if not cues.entries("forces", one.language) or one.language != two.language:
        return False
    if not same_marks(one, two) or one.residue != two.residue:
        return False
    sides = one, two
    if not all(remark(side, item) for side in sides for item in side.reading.sentences):
        return False
    if not (one.words and two.words) or _weights(one) != _weights(two):
        return False
    return _kept(one, two) >= _KEPT


def remark(side: Passage, sentence: Sentence) -> bool:
    """Whether a sentence tells something and has no word by which it could bind."""
    tokens = passage(side.text[sentence.start : sentence.end], side.language).tokens
    if sentence.directives or len(tokens) < _LEAST:
        return False
    plain = " ".join(tokens).replace("codes of conduct", "code").replace("code of conduct", "code")
    if any(listed(low, "forces", side.language) for low in plain.split()):
        return False
    return all(_tells_of_us(tokens[at + 1 :], side.language)
               for at, low in enumerate(tokens) if low in ("we", "i"))  # fmt: skip


def _tells_of_us(behind: Sequence[str], language: str) -> bool:
    """Whether what “we” do is nothing that could be promised."""
    known = lexicon(primary(language))
    verb = next((low for low in behind if not lemma.is_adverb(low, known)), "")
    return verb in cues.entries("tellings", language)


def _weights(side: Passage) -> Counter[str]:
    """The words that must stay: whom, how many, when, where, and names."""
    found: Counter[str] = Counter()
    for at, word in enumerate(side.words):
        low = cues.bare(word)
        if side.words[at + 1 : at + 2] and (low, side.words[at + 1].low) == ("each", "other"):
            continue
        opens = at == 0 or side.gap(at - 1) not in ("", ",")
        named = word.name and not opens
        entry = listed(low, "weights", side.language)
        if named or entry or cues.figure(low, side.language) not in (None, 1.0):
            found[entry or low] += 1
    return found


def _kept(one: Passage, two: Passage) -> float:
    """How many of their telling words two texts share (Dice)."""
    counts = [Counter(_stems(side)) for side in (one, two)]
    total = counts[0].total() + counts[1].total()
    return 2 * (counts[0] & counts[1]).total() / total if total else 0.0


def _stems(side: Passage) -> list[str]:
    known = lexicon(primary(side.language))
    light = known.determiners | known.prepositions | known.auxiliaries | known.coordinators
    light |= known.personal | known.pronouns | known.objects
    return [low[:_STEM] for low in side.tokens if low not in light]


def listed(low: str, name: str, language: str) -> str:
    """The entry of a list for a word; empty where there is none."""
    whole, stems = _list(name, language)
    if low in whole:
        return low
    return next((stem for stem in stems if low.startswith(stem)), "")


@cache
def _list(name: str, language: str) -> tuple[frozenset[str], tuple[str, ...]]:
    """The words of a list, and the beginnings that it gives with `*`."""
    entries = cues.entries(name, language)
    stems = sorted(entry.removesuffix("*") for entry in entries if entry.endswith("*"))
    return frozenset(entry for entry in entries if not entry.endswith("*")), tuple(stems)
