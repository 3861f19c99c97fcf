"""Remarks: sentences that tell something and have no word by which they could bind.

A known list of such words is no proof of the contrary for a sentence made to deceive; so a remark
counts only where the other edition makes it too, in other words.
"""

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from conductkit.change import Evidence
from conductkit.difference import cues
from conductkit.difference.holders import NOBODY
from conductkit.difference.literals import same_marks
from conductkit.difference.passage import Passage, passage
from conductkit.difference.promised import promises
from conductkit.difference.restating import forms
from conductkit.difference.restating.line import lines
from conductkit.difference.word_lists import listed
from conductkit.language import Sentence, lemma
from conductkit.language.lexicon import lexicon, primary

_ITEM = re.compile(r"\n[ \t]*(?:[-*+•]|\d+[.)])[ \t]")
_LEAST = 3  # words of a remark
_KEPT = 0.5  # share of telling words that a remark keeps
_KEPT_THEMES = 0.6  # the same where one is such as rules are made of
_KEPT_GROUP = 0.25  # the same of what a group says of itself
_SUBJECT = 4  # words of a subject
_STEM = 5  # letters by which forms of one word are told


def retold(found: Sequence[Evidence], one: Passage, two: Passage) -> bool:
    """Whether two stretches are remarks, and one is the other in other words.

    What an axis gives a direction to (`found`) says another thing: “and on the forum”.
    """
    if any(item.effect != "unknown" for item in found):
        return False
    if not cues.entries("forces", one.language) or one.language != two.language:
        return False
    if not same_marks(one, two) or one.residue != two.residue:
        return False
    if any(_ITEM.search(side.text) for side in (one, two)):
        return False
    sides = one, two
    if not (one.words and two.words):
        return False
    plain = _plain(one.text, one.language), _plain(two.text, two.language)
    weights = [_weights(side) for side in plain]
    if all(outline(side, item) for side in sides for item in side.reading.sentences):
        forced = [_counted(side, "forces") for side in plain]
        return forced[0] == forced[1] and weights[0] == weights[1] and _kept(*plain) >= _KEPT
    if not all(remark(side, item) for side in sides for item in side.reading.sentences):
        return False
    if all(_of_a_group(side, item) for side in sides for item in side.reading.sentences):
        return _kept(*plain) >= _KEPT_GROUP and not _chosen(*plain)
    least = _KEPT_THEMES if _themes(weights[0], one.language) else _KEPT
    return weights[0] == weights[1] and _kept(*plain) >= least


def outline(side: Passage, sentence: Sentence) -> bool:
    """“This page explains how we treat each other”: a text, what it does, and what it tells of."""
    lows = [word.low for word in sentence.words]
    texts = cues.entries("about-nouns", side.language) | cues.entries(
        "conduct-words", side.language
    )
    at = next((at for at, low in enumerate(lows[:5]) if low in _OUTLINES), 0)
    determined = cues.entries("determined", side.language) | cues.entries("articles", side.language)
    named = at > 1 and all(low in texts | determined for low in lows[:at])
    rest = lows[at + 1 :]
    while rest[:1] in (["out"], ["you"]):
        rest = rest[1:]
    return named and not sentence.directives and rest[:1] in (["how"], ["what"], ["why"], ["which"])


_OUTLINES = frozenset(
    {"describes", "explains", "lays", "outlines", "says", "sets", "shows", "tells"}
)


def _of_a_group(side: Passage, sentence: Sentence) -> bool:
    """Whether a sentence says what a group is or how it came to be: “We opened in 2014”."""
    lows = [word.low for word in sentence.words]
    groups = cues.entries("group-nouns", side.language)
    subject = lows[:_SUBJECT]
    opens = lows[0] in ("we", "it") or sentence.words[1].name or not groups.isdisjoint(subject)
    verbs = cues.entries("group-past", side.language)
    is_one = any(one in ("is", "are") and two in ("a", "an") for one, two in pairwise(lows[:8]))
    whole = not any(listed(part, "forces", side.language)
                    for low in lows for part in low.split("-"))  # fmt: skip
    themes = any(listed(low, "themes", side.language) for low in lows)
    return opens and whole and not themes and (is_one or not verbs.isdisjoint(lows[:8]))


def _chosen(one: Passage, two: Passage) -> bool:
    """Whether a word that only one side has says for whom a group is, or what it does."""
    known = lexicon(primary(one.language))
    whom = (known.people | {"those"}) - {"people", "developers", "who"}
    whom = whom.union(*(cues.entries(n, one.language) for n in ("roles", "served", "negation")))
    lone = {
        *(Counter(one.tokens) - Counter(two.tokens)),
        *(Counter(two.tokens) - Counter(one.tokens)),
    }
    all_people = cues.entries("everyone", one.language) | {"people"}
    stems = [{low[:_STEM] for low in side.tokens} for side in (one, two)]
    acts = any(
        joint == "and" and lemma.is_base(low, known) and low[:_STEM] not in other
        for side, other in ((one, stems[1]), (two, stems[0]))
        for joint, low in pairwise(side.tokens)
    )
    aimed = any(
        joint == "for" and low in lone and low not in all_people
        for side in (one, two)
        for joint, low in pairwise(side.tokens)
    )
    return acts or aimed or not whom.isdisjoint(lone)


def _counted(side: Passage, name: str) -> Counter[str]:
    """The words of a list in a text, “if” and “when” as one."""
    lows = (low for low in side.tokens if low not in ("if", "when"))
    return Counter(entry for low in lows if (entry := listed(low, name, side.language)))


@lru_cache(maxsize=2048)
def _plain(text: str, language: str) -> Passage:
    """A text with each phrase as the first of those that ask the same."""
    said = (forms.phrases(line).text for line in lines(passage(text, language)))
    return passage(" ".join(said), language)


def remark(side: Passage, sentence: Sentence) -> bool:
    """Whether a sentence tells something and has no word by which it could bind."""
    part = passage(side.text[sentence.start : sentence.end], side.language)
    tokens = part.tokens
    if sentence.directives or len(tokens) < _LEAST or not _states(tokens, side.language):
        return False
    plain = " ".join(tokens)
    for phrase in cues.entries("unforced", side.language):
        plain = plain.replace(phrase, "")
    if any(listed(low, "forces", side.language) for low in plain.split()):
        return False
    if any(listed(low, "themes", side.language) for low in tokens) and (
        any(promises(part, at, NOBODY[0]) for at in range(len(part.reading.sentences)))
        or _acts(tokens, side.language)
    ):
        return False
    asked = cues.entries("relatives", side.language) | {"how", "what", "why"}
    return all(_tells_of_us(tokens[at + 1 :], side.language)
               for at, low in enumerate(tokens)
               if low in ("we", "i") and tokens[max(at - 1, 0)] not in asked)  # fmt: skip


def _acts(tokens: Sequence[str], language: str) -> bool:
    """Whether it says what somebody does: “guests bring knives”."""
    known = lexicon(primary(language))
    people = known.people.union(*(cues.entries(n, language) for n in ("roles", "issuer", "served")))
    told = cues.entries("tellings", language) | known.stative
    return any(
        one in people
        and one not in known.personal
        and lemma.is_base(two, known)
        and two not in told
        for one, two in pairwise(tokens)
    )


def _states(tokens: Sequence[str], language: str) -> bool:
    """Whether words have a verb that states something; “mocking an accent” has none."""
    known = lexicon(primary(language))
    finite = any(lemma.is_finite(low, known) for low in tokens[1:])
    base = any(lemma.is_base(low, known) for low in tokens[1:])
    told = cues.entries("tellings", language)
    return finite or (
        not lemma.is_gerund(tokens[0], known) and (base or not told.isdisjoint(tokens))
    )


def _themes(found: Counter[str], language: str) -> bool:
    """Whether a word of which rules are made is among those that stay."""
    return any(listed(word, "themes", language) for word in found)


def _tells_of_us(behind: Sequence[str], language: str) -> bool:
    """Whether what “we” do is nothing that could be promised."""
    known = lexicon(primary(language))
    small = known.determiners | {"all", "both", "each"}
    verb = next((low for low in behind if low not in small and not lemma.is_adverb(low, known)), "")
    return verb in cues.entries("tellings", language)


def _weights(side: Passage) -> Counter[str]:
    """The words that must stay: whom, how many, when, where, and names."""
    found: Counter[str] = Counter()
    for at, word in enumerate(side.words):
        low = cues.bare(word)
        if side.words[at + 1 : at + 2] and (low, side.words[at + 1].low) == ("each", "other"):
            continue
        if low == "when":
            continue
        opens = at == 0 or side.gap(at - 1) not in ("", ",")
        named = word.name and not opens
        entry = listed(low, "weights", side.language) or listed(low, "themes", side.language)
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
