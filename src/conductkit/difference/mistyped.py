"""Slips of typing: words run together or apart, with a hyphen or without, written twice, a letter
away from what was meant."""

import re

from conductkit.difference import cues
from conductkit.difference.numbers import same_number
from conductkit.difference.passage import Passage
from conductkit.difference.slips import agreeing, clipped, is_cue, is_known, slip
from conductkit.difference.spelling import is_word
from conductkit.language.lexicon import lexicon, primary
from conductkit.redline import Block

_ORDINAL = re.compile(r"(?<=\d)(?:st|nd|rd|th)$")
_RELATIVE = ("that", "which", "who")
_ONE = ("a", "an", "the", "your", "our")


def mistyped(old: Passage, new: Passage, block: Block) -> bool:
    a, b, c, d = block
    out, into = old.tokens[a:b], new.tokens[c:d]
    language = old.language
    if {*out, *into} == {"a", "an"} and len(out) == len(into) == 1:
        return True
    if len(out) == len(into) == 1 and (_clipped(old, new, block) or _dated(old, new, block)):
        return True
    if not out or not into:
        word, side, at = (out, old, a) if out else (into, new, c)
        owner = side.owners[at]
        before = side.tokens[max(at - 1, 0) : at] if not owner or not side.gap(owner - 1) else ()
        behind = () if side.gap(owner) else side.tokens[at + 1 : at + 2]
        twice = len(word) == 1 and word in (before, behind) and word[0].isalpha()
        return twice and word[0] not in cues.entries("negation", language)
    if _run_together(out, into, old) or _run_together(into, out, new):
        return True
    if _hyphened(out, into, new, d) or _hyphened(into, out, old, b):
        return True
    one_word = len(out) == len(into) == 1
    if one_word and not _named(old, a) and not _named(new, c) and slip(out[0], into[0], language):
        return True
    if any(is_cue(word, language) for word in (*out, *into)):
        return False
    if _joined(out) == _joined(into):  # e-mail, email; on line, online; not re-sign, resign
        parted = len(out) != len(into) and any("-" in word for word in (*out, *into))
        return not parted and not any(word.startswith("re-") for word in (*out, *into))
    return one_word and (same_number(old, new, block) or agreeing(out[0], into[0], language))


def _named(side: Passage, at: int) -> bool:
    """Whether a word inside a sentence has a capital: Jonson is not Johnson."""
    owner = side.owners[at]
    opens = owner == 0 or side.gap(owner - 1) in (".", ":", "?")
    word = side.text[side.words[owner].start : side.words[owner].end]
    return not opens and word[0].isupper() and not word.isupper()


def _clipped(old: Passage, new: Passage, block: Block) -> bool:
    """What a slip left of a word; behind a figure it is a unit: “2 m”, “2 mm”."""
    a, _, c, _ = block
    behind = "".join((*old.tokens[max(a - 1, 0) : a], *new.tokens[max(c - 1, 0) : c]))
    figures = any(char.isdigit() for char in behind)
    return not figures and clipped(old.tokens[a], new.tokens[c], old.language)


def _run_together(one: tuple[str, ...], parts: tuple[str, ...], side: Passage) -> bool:
    """“Ourcommunity”, “our community”; “noticeand”, “notice and”: no word, and the part that is
    not small is one of the text."""
    if len(one) != 1 or len(parts) != 2 or "".join(parts) != one[0] or is_known(one[0], "en"):
        return False
    if parts[1] in cues.entries("closing-parts", side.language):
        return len(parts[0]) > 3 and bool(is_word(parts[0], "en")) and not is_word(one[0], "en")
    opens = parts[0] in cues.entries("opening-parts", side.language)
    return opens and len(parts[1]) > 3 and (parts[1] in side.tokens or is_known(parts[1], "en"))


def _hyphened(one: tuple[str, ...], parts: tuple[str, ...], apart: Passage, end: int) -> bool:
    """“In-person”, “in person”; not “re-sign”, “resign”, nor what parts a name from the next: small
    business-owners are small, owners of small businesses may be tall. `apart` has the parts, which
    end before its token `end`."""
    known = lexicon(primary(apart.language))
    opens = known.prepositions | cues.entries("prefixes", apart.language)
    if len(one) != 1 or len(parts) < 2 or one[0].split("-") != "-".join(parts).split("-"):
        return False
    if parts[0] in opens or parts[-1] in cues.entries("hyphen-ends", apart.language):
        return True
    before = apart.tokens[: end - len(parts)][-2:]
    if len(parts) > 2 or cues.figure(parts[0], apart.language) is not None:
        return False
    behind = apart.tokens[end : end + 1]
    closed = not behind or bool(apart.gap(apart.owners[end - 1]))
    closed = closed or behind[0] in (*_RELATIVE, *known.prepositions, *known.auxiliaries)
    return closed and bool(before) and (before[-1] in _ONE or before == ("a", "good"))


def _dated(old: Passage, new: Passage, block: Block) -> bool:
    """“May 1st” or “May 1”: the day of a month in figures, with or without its ending."""
    a, _, c, _ = block
    out, into = (_ORDINAL.sub("", side.tokens[at]) for side, at in ((old, a), (new, c)))
    near = {*old.tokens[max(a - 1, 0) : a], *old.tokens[a + 1 : a + 2]}
    return out == into and out.isdigit() and not near.isdisjoint(cues.entries("months", "en"))


def _joined(words: tuple[str, ...]) -> str:
    return "".join(words).replace("-", "")
