"""A word that changed its number and no more: said the same where one side is a slip of grammar.

“All member”, “a guests”, “if the team choose”: nobody writes that. All else may be another duty:
one parent's consent is not that of all parents.
"""

from conductkit.difference import cues
from conductkit.difference.passage import Passage
from conductkit.difference.slips import number_only
from conductkit.language import lemma
from conductkit.language.heads import content
from conductkit.language.lexicon import lexicon, primary
from conductkit.redline import Block

_NEAR = 3  # words between a determiner and its noun
_VERBS = ({"is", "was", "has", "does"}, {"are", "were", "have", "do"})


def same_number(old: Passage, new: Passage, block: Block) -> bool:
    """Whether a stretch is one word in two numbers, and the number decides nothing."""
    a, b, c, d = block
    if b - a != 1 or d - c != 1 or primary(old.language) != primary(new.language):
        return False
    pair = old.tokens[a], new.tokens[c]
    if not number_only(*pair, old.language):
        return False
    known = lexicon(primary(old.language))
    before = old.tokens[:a][-1:], new.tokens[:c][-1:]
    if min(pair, key=len) in known.verbs - known.verbs_or_nouns and before[0] == before[1]:
        return True  # “if the team chooses”
    counted = [cues.figure("".join(side), old.language) is not None for side in before]
    if all(counted):
        return True  # “one year”, “three years”: how many, the figures say
    asked = known.auxiliaries | cues.entries("negation", old.language)
    modal = not asked.isdisjoint(before[0] + before[1])
    if modal and before[0] != before[1] and lemma.is_base(min(pair, key=len), known):
        return True  # “signs”, “must sign”, “does not sign”
    banned = _banned(old, a, new, c) or _banned(new, c, old, a)
    return banned or _any(old, a) or _any(new, c) or _beside(old, a, new, c)


def _banned(one: Passage, at: int, many: Passage, to: int) -> bool:
    """“Never accept a gift”, “never accept gifts”: what must not be done once, or at all."""
    known, verb = lexicon(primary(one.language)), one.tokens[max(at - 2, 0) : at - 1]
    place = one.words[one.owners[at]].start
    return (
        one.tokens[at - 1] in ("a", "an")
        and many.tokens[max(to - 1, 0) : to] == verb
        and lemma.is_base("".join(verb), known)
        and any(d.modal.force == "ban" and d.start <= place < d.end for d in one.reading.directives)
    )


def _any(side: Passage, at: int) -> bool:
    """Whether “any member” is meant as any members, or all members and guests as all guests."""
    before = side.tokens[:at]
    joined = "and" in before[-2:] and "all" in before[-_NEAR - 1 :]
    return primary(side.language) == "en" and ("any" in before[-2:] or joined)


def _beside(old: Passage, a: int, new: Passage, c: int) -> bool:
    """Whether the words around it, the same on both sides, leave it no choice of number."""
    before = old.tokens[max(a - _NEAR, 0) : a]
    if before != new.tokens[max(c - _NEAR, 0) : c] or not _closes(old, a):
        return False
    word = old.tokens[a]
    if word in cues.entries("number-free", old.language):
        return True
    return (
        _determined(before, old.language)
        or _of_many(before, old.language)
        or _disagrees(old, a, (word, new.tokens[c]))
        or _listed(old, a, min(word, new.tokens[c], key=len))
    )


def _closes(side: Passage, at: int) -> bool:
    """Whether a word is the last of its name: in “all guest rooms” the rooms are counted."""
    if at + 1 >= len(side.tokens) or side.gap(side.owners[at]):
        return True
    known, behind = lexicon(primary(side.language)), side.tokens[at + 1]
    return not content(behind, known) or lemma.is_finite(behind, known) or known.language != "en"


def _determined(before: tuple[str, ...], language: str) -> bool:
    """Whether a determiner asks for one number: “all member”, “a guests”, “two room”."""
    known = lexicon(primary(language))
    for low in reversed(before):
        number = cues.figure(low, language)
        if number is not None or any(
            low in cues.entries(name, language) for name in ("ask-for-many", "ask-for-one")
        ):
            return True
        if not content(low, known):
            return False
    return False


def _of_many(before: tuple[str, ...], language: str) -> bool:
    """“Points de vue(s)”: of several things one names what they are of, in either number."""
    joints = cues.entries("name-joints", language)
    return len(before) > 1 and before[-1] in joints and before[-2].endswith(("s", "x"))


def _disagrees(side: Passage, at: int, pair: tuple[str, str]) -> bool:
    """“The modification are”: the verb behind asks for the number that the text has elsewhere."""
    behind = side.tokens[at + 1] if at + 1 < len(side.tokens) else ""
    elsewhere = (*side.tokens[:at], *side.tokens[at + 1 :])
    forms = zip(_VERBS, sorted(pair, key=len), strict=True)
    return any(behind in verbs and form in elsewhere for verbs, form in forms)


def _listed(side: Passage, at: int, word: str) -> bool:
    """“Women, minorities and marginalised group”: the last of a list of bare plurals."""
    known = lexicon(primary(side.language))
    before = side.tokens[max(at - _NEAR, 0) : at]
    joint = next((low for low in reversed(before) if low in known.coordinators), "")
    if not joint or known.language != "en":
        return False
    first = at - 1 - before[::-1].index(joint)
    inside, above = side.tokens[first + 1 : at], side.tokens[first - 1] if first else ""
    plural = above.endswith("s") or above in cues.entries("odd-plurals", "en")
    named = bool(inside) or not lemma.is_base(word, known)  # “bring gloves and sign”
    last = at + 1 >= len(side.tokens) or bool(side.gap(side.owners[at]))
    return last and plural and named and all(content(low, known) for low in inside)
