"""Whether words hold a verb inside another one's: “tell them to wait”, “what was agreed”.

A clause, an adverb or a joint that stands elsewhere then may belong to the other verb.
"""

from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from conductkit.difference import cues
from conductkit.language import lemma
from conductkit.language.lexicon import Lexicon, lexicon, primary


def embeds(words: Sequence[str], language: str) -> bool:
    """Whether some words may hold more verbs than their first; where nobody knows, they do."""
    known = lexicon(primary(language))
    if known.language != "en":
        opening = cues.entries("embedding", language)
        return not opening or not opening.isdisjoint(words)
    if not cues.entries("scope-shifters", language).isdisjoint(words):
        return True  # “staff may only serve tea if asked”
    letting = cues.entries("bare-infinitives", language)
    first = next((at for at, word in enumerate(words) if word in letting), len(words))
    if any(lemma.is_base(word, known) for word in words[first + 1 :]):
        return True  # “let guests leave”
    subordinate = _subordinate(known.language)
    pairs = pairwise(words)
    return any(after in subordinate or _verb(before, after, known) for before, after in pairs)


@cache
def _subordinate(language: str) -> frozenset[str]:
    """The single words that open a clause and nothing else."""
    known = lexicon(language)
    return frozenset(
        entry
        for entry, found in known.subordinators.items()
        if any(len(parts) == 1 for parts, _ in found) and entry not in known.clause_or_preposition
    )


def _verb(before: str, word: str, known: Lexicon) -> bool:
    """Whether a word is a verb of its own by the one before it."""
    if before == "to" or before in known.coordinators:
        return lemma.is_base(word, known) or lemma.is_adverb(word, known)
    if f"{before} {word}" in cues.entries("no-verbs", known.language):
        return False
    if before in known.determiners or before in known.auxiliaries or before == "be":
        return False
    return lemma.is_gerund(word, known) or lemma.is_participle(word, known)
