"""Differences that are corrections: a known slip, a word written twice, an obvious typing error."""

import re
from collections.abc import Iterator

from conductkit.difference import cues
from conductkit.difference.grammar import repaired
from conductkit.difference.linking import reworded
from conductkit.difference.misspelling import misspelt
from conductkit.difference.mistyped import mistyped
from conductkit.difference.mixups import mixed_up
from conductkit.difference.passage import Passage
from conductkit.difference.renaming import file_ending, formerly, main_branch, same_event
from conductkit.difference.slips import number_only
from conductkit.language import find, lemma, normalise
from conductkit.language.heads import content
from conductkit.language.lexicon import lexicon, primary
from conductkit.redline import Block

_POINTER = re.compile(
    r"(?:see|(?:as )?(?:defined|described|explained|listed|outlined|set out)) "
    r"(?:(?:in )?(?:above|below|bellow)|(?:in )?(?:section|chapter|part|rule) \w{1,5})"
)
_BE = frozenset({"is", "are", "was", "were"})
_PRONOUNS = ({"it"}, {"them", "they"})


def corrections(old: Passage, new: Passage, found: list[Block]) -> Iterator[Block]:
    """Those of the stretches that only correct a mistake, whichever side has it."""
    for block in found:
        back = block[2], block[3], block[0], block[1]
        if (
            _known(old, new, block)
            or _known(new, old, back)
            or misspelt(old, new, block)
            or misspelt(new, old, back)
            or mistyped(old, new, block)
            or _clash(old, new, block)
            or _clash(new, old, back)
            or _agreement(old, new, block)
            or reworded(old, new, block)
            or _pointer(old, block[0], block[1], block[2] == block[3])
            or _pointer(new, block[2], block[3], block[0] == block[1])
            or file_ending(old, *block[:2], alone=block[2] == block[3])
            or file_ending(new, *block[2:], alone=block[0] == block[1])
            or _numbered(old, *block[:2], alone=block[2] == block[3])
            or _numbered(new, *block[2:], alone=block[0] == block[1])
            or _synonym(old, new, block)
            or _same_number(old, new, block)
            or same_event(old, new, block)
            or main_branch(old, new, block)
            or formerly(old, new, block)
            or formerly(new, old, back)
            or mixed_up(old, new, block)
            or repaired(old, new, block)
            or repaired(new, old, back)
        ):
            yield block


def loosened(old: Passage, new: Passage, found: list[Block]) -> list[Block]:
    """The stretches, a word that only changed its number at the end of one taken apart: “any gift”,
    “gifts”."""
    apart: list[Block] = []
    for a, b, c, d in found:
        last = b - a > 0 < d - c and number_only(old.tokens[b - 1], new.tokens[d - 1], old.language)
        if last and max(b - a, d - c) > 1:
            apart += [(a, b - 1, c, d - 1), (b - 1, b, d - 1, d)]
        else:
            apart.append((a, b, c, d))
    return apart


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


def _clash(wrong: Passage, right: Passage, block: Block) -> bool:
    """“That is was their fault”: one of the two verbs goes, or becomes “it”."""
    a, b, c, d = block
    out, into = wrong.tokens[a:b], right.tokens[c:d]
    around = (*wrong.tokens[max(a - 1, 0) : a], *wrong.tokens[b : b + 1])
    return len(out) == 1 and out[0] in _BE and into in ((), ("it",)) and bool(_BE & set(around))


def _numbered(side: Passage, first: int, last: int, *, alone: bool) -> bool:
    """The number of a list that got into a sentence: “not 8. private gain”."""
    if not alone or last - first != 1 or not side.tokens[first].isdigit():
        return False
    behind = side.text[side.words[side.owners[first]].end :]
    return re.match(r"\.[ \t]+[^\W\dA-Z_]", behind) is not None


def _synonym(old: Passage, new: Passage, block: Block) -> bool:
    """Words that ask the same, in one form on both sides: “purchase” and “buy”."""
    a, b, c, d = block
    if primary(old.language) != primary(new.language):
        return False
    if (a == b or c == d) and old.tokens[b : b + 1] == new.tokens[d : d + 1]:
        b, d = b + 1, d + 1  # “in order to”, “to”
    phrases = " ".join(old.tokens[a:b]), " ".join(new.tokens[c:d])
    endings = {_ending(phrase) for phrase in phrases}
    if " " not in "".join(phrases) and len(endings) == 1:
        words = lexicon(primary(old.language))
        phrases = lemma.verb(phrases[0], words), lemma.verb(phrases[1], words)
    return any(
        phrases[0] in group and phrases[1] in group
        for group in cues.ladders("synonyms", old.language)
    )


def _same_number(old: Passage, new: Passage, block: Block) -> bool:
    """“Seven”, “7”: one number in letters and in figures."""
    a, b, c, d = block
    if b - a != 1 or d - c != 1:
        return False
    numbers = {cues.figure(side.tokens[at], side.language) for side, at in ((old, a), (new, c))}
    figures = old.tokens[a].isdigit() != new.tokens[c].isdigit()
    articles = cues.entries("articles", old.language)
    return figures and len(numbers) == 1 and articles.isdisjoint((old.tokens[a], new.tokens[c]))


def _ending(phrase: str) -> str:
    return next((ending for ending in ("ing", "ed", "s") if phrase.endswith(ending)), "")


def _pointer(side: Passage, first: int, last: int, alone: bool) -> bool:
    """“(as defined below)”, “(see section 3)”: the way to another place of the same text."""
    if not alone or first == last:
        return False
    start = side.words[side.owners[first]].start
    end = side.words[side.owners[last - 1]].end
    inside = side.text[:start].rstrip("*_ ").endswith("(") and side.text[end:].startswith(")")
    words = " ".join(side.tokens[first:last])
    return inside and _POINTER.fullmatch(words) is not None


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
    words = lexicon("en")
    return content(low, words) and not lemma.is_adverb(low, words) and low != "to"
