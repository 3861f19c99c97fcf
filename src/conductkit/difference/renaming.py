"""Names of one thing: an event by its year, a service by the name that it had, a file."""

import re

from conductkit.difference import cues
from conductkit.difference.passage import Passage
from conductkit.redline import Block

_YEAR = re.compile(r"(?:19|20)\d\d")
_TEXTS = ("link-nouns", "about-nouns", "months", "issue-words", "legal-texts")


def same_event(old: Passage, new: Passage, block: Block) -> bool:
    """“Harbour Days 2017”, “Harbour Days 2018”: an event by its name, of this year or the next; no
    law or other text, of which each edition says something of its own."""
    a, b, c, d = block
    if b - a != 1 or d - c != 1 or not a or not c:
        return False
    if not all(_YEAR.fullmatch(word) for word in (old.tokens[a], new.tokens[c])):
        return False
    before = old.tokens[a - 1]
    barred = frozenset[str]().union(*(cues.entries(name, old.language) for name in _TEXTS))
    return (
        before == new.tokens[c - 1]
        and before not in barred
        and all(_bears(side, side.owners[at] - 1) for side, at in ((old, a), (new, c)))
    )


def _bears(side: Passage, at: int) -> bool:
    """Whether a word is a name that leads straight to the next one."""
    return side.text[side.words[at].start].isupper() and not side.gap(at)


def formerly(old: Passage, new: Passage, block: Block) -> bool:
    """“Tidings”, “Waves (formerly Tidings)”: the same thing by the name that it bears now."""
    a, b, c, d = block
    added = new.tokens[c:d]
    at = next((at for at, word in enumerate(added) if word in ("formerly", "previously")), 0)
    known = added[at + 1 :] == old.tokens[a:b]  # where nothing went, the old name stands behind
    opens = new.text[: new.words[new.owners[c + at]].start].rstrip() if d > c else ""
    name = range(new.owners[c], new.owners[c + at - 1]) if at else range(0)
    whole = not any(new.gap(place) for place in name)  # not “blogs, Waves (formerly Tidings)”
    return bool(at) and known and whole and opens.endswith("(")


def file_ending(side: Passage, start: int, end: int, *, alone: bool) -> bool:
    """“CHANGES”, “CHANGES.rst”: the same file by its name with the ending."""
    if not alone or end - start != 1 or start == 0:
        return False
    ending, before = (side.words[side.owners[at]] for at in (start, start - 1))
    endings = cues.entries("file-endings", side.language)
    return side.tokens[start] in endings and side.text[before.end : ending.start] == "."


def main_branch(old: Passage, new: Passage, block: Block) -> bool:
    """The main branch of a repository by its two names, where the words are about branches."""
    a, b, c, d = block
    if b - a != 1 or d - c != 1:
        return False
    names = [side.tokens[at].rpartition("/") for side, at in ((old, a), (new, c))]
    if {name[2] for name in names} != {"main", "master"} or names[0][0] != names[1][0]:
        return False
    about = cues.entries("branch-words", old.language)
    near = {*old.tokens[max(a - _AROUND, 0) : b + _AROUND]} - {"main", "master"}
    return bool(names[0][0]) or not about.isdisjoint(near)


_AROUND = 6  # words around the name of a branch that say so
