"""Differences that are corrections: a known slip, a word written twice, an obvious typing error."""

from collections.abc import Iterator
from functools import lru_cache

from conductkit import cues
from conductkit.language import find, lemma, normalise, word_list
from conductkit.language.lexicon import lexicon, primary
from conductkit.passage import Passage
from conductkit.redline import Block

_BE = frozenset({"is", "are", "was", "were"})
_PRONOUNS = ({"it"}, {"them", "they"})
_LONG = 8


def corrections(old: Passage, new: Passage, found: list[Block]) -> Iterator[Block]:
    """Those of the stretches that only correct a mistake, whichever side has it."""
    for block in found:
        back = block[2], block[3], block[0], block[1]
        if (
            _known(old, new, block)
            or _known(new, old, back)
            or _typing(old, new, block)
            or _clash(old, new, block)
            or _clash(new, old, back)
            or _agreement(old, new, block)
        ):
            yield block


def _known(wrong: Passage, right: Passage, block: Block) -> bool:
    """A mistake from the language's list, replaced by what the list says."""
    a, b, c, d = block
    if primary(wrong.language) != primary(right.language):
        return False
    for hit in find(wrong.reading, "known-error"):
        inside = [
            at
            for at, owner in enumerate(wrong.owners)
            if hit.start <= wrong.words[owner].start < hit.end
        ]
        if not inside or inside[0] > a or inside[-1] + 1 < b:
            continue
        first, last = c - (a - inside[0]), d + (inside[-1] + 1 - b)
        advice = tuple(normalise(hit.advice, right.language).split())
        if first >= 0 and right.tokens[first:last] == advice:
            return True
    return False


def _typing(old: Passage, new: Passage, block: Block) -> bool:
    a, b, c, d = block
    out, into = old.tokens[a:b], new.tokens[c:d]
    language = old.language
    if {*out, *into} == {"a", "an"} and len(out) == len(into) == 1:
        return True
    if not out or not into:
        word, side, at = (out, old, a) if out else (into, new, c)
        near = (side.tokens[max(at - 1, 0) : at], side.tokens[at + 1 : at + 2])
        twice = len(word) == 1 and word in near and word[0].isalpha()
        return twice and word[0] not in cues.entries("negation", language)
    if any(_is_cue(word, language) for word in (*out, *into)):
        return False
    if _joined(out) == _joined(into):
        return True  # e-mail, email; on line, online
    return len(out) == len(into) == 1 and _slip(out[0], into[0], language)


def _joined(words: tuple[str, ...]) -> str:
    return "".join(words).replace("-", "")


def _slip(one: str, two: str, language: str) -> bool:
    """Whether one of two words is a known one and the other a slip of the pen for it.

    The slip is inside the word (endings and prefixes carry meaning), small, and no real word.
    """
    if not (one.isalpha() and two.isalpha()) or min(len(one), len(two)) < 5:
        return False
    if one[0] != two[0] or one[-1] != two[-1]:
        return False
    known = [is_known(word, language) for word in (one, two)]
    if known[0] == known[1]:
        return False
    stranger = two if known[0] else one
    if lemma.noun(stranger, lexicon(primary(language))) in cues.entries("look-alikes", language):
        return False
    if stranger in cues.entries("look-alikes", language):
        return False
    allowed = 2 if min(len(one), len(two)) >= _LONG else 1
    return distance(one, two, allowed) <= allowed


def _clash(wrong: Passage, right: Passage, block: Block) -> bool:
    """“That is was their fault”: one of the two verbs goes, or becomes “it”."""
    a, b, c, d = block
    out, into = wrong.tokens[a:b], right.tokens[c:d]
    around = (*wrong.tokens[max(a - 1, 0) : a], *wrong.tokens[b : b + 1])
    return len(out) == 1 and out[0] in _BE and into in ((), ("it",)) and bool(_BE & set(around))


def _agreement(old: Passage, new: Passage, block: Block) -> bool:
    """“Know their names and use it”: a pronoun that no word of its sentence could stand behind."""
    a, b, c, d = block
    pair = {*old.tokens[a:b]}, {*new.tokens[c:d]}
    if b - a != 1 or d - c != 1 or primary(old.language) != "en":
        return False
    if not any(pair[0] <= _PRONOUNS[i] and pair[1] <= _PRONOUNS[1 - i] for i in (0, 1)):
        return False
    place = old.words[old.owners[a]].start
    sentence = next((s for s in old.reading.sentences if s.start <= place < s.end), None)
    if sentence is None:
        return False
    words = lexicon("en")
    nouns, before = [], ""
    for word in sentence.words:
        if word.start >= place:
            break
        low = word.low
        possessive = low.endswith(("'s", "'"))
        verb = lemma.is_base(low, words) and before not in words.determiners
        if not possessive and not verb and _is_noun(low):
            nouns.append(low)
        before = "" if not possessive else "your"
        before = low if low in words.determiners else before
    return bool(nouns) and all(noun.endswith("s") and not noun.endswith("ss") for noun in nouns)


def _is_noun(low: str) -> bool:
    from conductkit.language.heads import content

    words = lexicon("en")
    return content(low, words) and not lemma.is_adverb(low, words) and low != "to"


@lru_cache(maxsize=4096)
def _is_cue(word: str, language: str) -> bool:
    """Whether a word decides something on an axis: never explained away."""
    tongue = primary(language)
    if any(char.isdigit() for char in word):
        return True
    if word in _cue_words(tongue):
        return True
    return any(word in part.split() for name in _SCALES for part in cues.entries(name, tongue))


_SCALES = (
    "frequency", "interval", "quantifier", "deadline", "deadline-lower", "threshold", "time-unit",
    "time-phrase", "number-word", "condition", "exception", "concession", "escape-clause",
    "negation", "restrictor", "verb-softener", "exception-qualifier", "unmeasured-time",
)  # fmt: skip


@lru_cache(maxsize=8)
def _cue_words(tongue: str) -> frozenset[str]:
    words = lexicon(tongue)
    phrases = [parts for found in words.modals.values() for parts, _ in found]
    return words.auxiliaries | words.possibility | {part for parts in phrases for part in parts}


def is_known(word: str, language: str) -> bool:
    """Whether the language's lists have a word, in this form or as its base or singular."""
    words = lexicon(primary(language))
    known = _vocabulary(primary(language))
    return word in known or lemma.noun(word, words) in known or lemma.verb(word, words) in known


@lru_cache(maxsize=8)
def _vocabulary(tongue: str) -> frozenset[str]:
    words = lexicon(tongue)
    found = set(words.verbs | words.verbs_or_nouns | words.people | words.participles)
    found |= words.determiners | words.prepositions | words.adverbs | words.objects
    for name in ("vague-qualifier", "unmeasured-time", "emotions", "inner-nouns", "absolutes"):
        found |= {part for entry in word_list(name, tongue).entries for part in entry.split()}
    return frozenset(found)


def distance(one: str, two: str, most: int) -> int:
    """How many letters must be put in, taken out, changed or swapped with their neighbour.

    Optimal string alignment; counting stops at `most` + 1.
    """
    if abs(len(one) - len(two)) > most or max(len(one), len(two)) > 60:
        return most + 1
    before: list[int] = []
    row = list(range(len(two) + 1))
    for i, a in enumerate(one, start=1):
        last, before, row = before, row, [i]
        for j, b in enumerate(two, start=1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (a != b))
            if i > 1 and j > 1 and a == two[j - 2] and one[i - 2] == b:
                cost = min(cost, last[j - 2] + 1)
            row.append(cost)
    return min(row[-1], most + 1)
