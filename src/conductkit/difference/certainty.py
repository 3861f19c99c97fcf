"""What is done for sure, and what may be done: “will be kept”, “may be kept”, all else equal.

Only of reports and what becomes of them, and of what is done for people, and never surely. Where
what is done takes something from people (their names are told, they are filmed), or where they ask
for it themselves, it is not known at all.
"""

from collections.abc import Sequence

from conductkit.change import Evidence
from conductkit.difference import cues
from conductkit.difference.passage import Passage
from conductkit.language import lemma
from conductkit.language.lexicon import lexicon, primary
from conductkit.redline import Block


def certainty(language: str, words: Sequence[str]) -> bool | None:
    """Whether what follows is certain (“will”) or possible (“may”); None for other words."""
    if len(words) != 1:
        return None
    for name, sure in (("certain-to-follow", True), ("possible-to-follow", False)):
        if words[0] in cues.entries(name, language):
            return sure
    return None


def surer(old: Passage, new: Passage, left: Sequence[Block]) -> Evidence | None:
    """Evidence where all that changed is how sure it is that something is done."""
    if len(left) != 1:
        return None
    a, b, c, d = left[0]
    words = old.tokens[a:b], new.tokens[c:d]
    sure = [certainty(old.language, side) for side in words]
    if None in sure or sure[0] == sure[1] or not (_done(old, a) and _done(new, c)):
        return None
    effect = "stronger" if sure[1] else "weaker"
    return Evidence("modal", " ".join(words[0]), " ".join(words[1]), effect)


def _done(side: Passage, at: int) -> bool:
    """Whether “be” and a participle stand behind the modal of a main clause, and nothing is denied
    or done to somebody's loss."""
    words = lexicon(primary(side.language))
    place = side.words[side.owners[at]].start
    sentence = next(one for one in side.reading.sentences if one.start <= place <= one.end)
    aside = [one for one in sentence.clauses if one.kind != "main"]
    own = [word.low for word in sentence.words]
    denied = not cues.entries("negation", side.language).isdisjoint(own)
    if denied or any(one.start <= place < one.end for one in aside):
        return False
    behind = [low for low in side.tokens[at + 1 : at + 5] if not lemma.is_adverb(low, words)]
    if behind[:1] != ["be"] or len(behind) < 2 or not lemma.is_participle(behind[1], words):
        return False
    verb = lemma.verb(behind[1], words)
    names = ("telling-verbs", "claims", "done-to-loss")
    if any(verb in cues.entries(name, side.language) for name in names):
        return False
    before = {word.low for word in sentence.words if word.start < place}
    known = verb in cues.entries("done-for-people", side.language)
    return known or not cues.entries("process-nouns", side.language).isdisjoint(before)
