"""A list that became the end of a sentence, and back: “Bring these: a hat, a coat and a map.”"""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from conductkit.difference import cues
from conductkit.difference.literals import same_marks
from conductkit.difference.passage import Passage, passage
from conductkit.difference.runs import Unit, units
from conductkit.difference.shared import Key
from conductkit.language.lexicon import lexicon

_ASIDE = re.compile(r"\(([^()]{1,200})\)\W*$")  # said of the item before it only
_LEAST = 2  # items


class Told(NamedTuple):
    """What a list says, however it is written: the words that open it, and its items in order."""

    lead: tuple[str, ...]
    items: tuple[tuple[str, ...], ...]


class Listed(NamedTuple):
    """What some sentences of a text say as a list, read in each way that it can be; nothing where
    a sentence is no list."""

    told: frozenset[Told]
    keys: tuple[Key, ...]


def lists(found: Sequence[Unit], language: str) -> Iterator[Listed]:
    """A text with each of its lists as one."""
    at = 0
    while at < len(found):
        unit, under = found[at], _under(found, at)
        if len(under) >= _LEAST:
            whole = frozenset({Told(unit.words, tuple(one.words for one in under))})
        else:
            under, whole = [], frozenset(_inline(unit, language))
        yield Listed(whole, tuple(one.said for one in (unit, *under)))
        at += 1 + len(under)


def _under(found: Sequence[Unit], at: int) -> list[Unit]:
    """The items of the list that a sentence opens."""
    items: list[Unit] = []
    for one in found[at + 1 :]:
        if not one.lead or one.lead != found[at].text:
            break
        items.append(one)
    return items


def _inline(unit: Unit, language: str) -> Iterator[Told]:
    """The list behind a colon in a sentence: of all its items in a duty or a freedom, of each in a
    ban."""
    side = passage(unit.text, language)
    ends = [at for at in range(len(side.words)) if side.gap(at) == ":"]
    if not ends or unit.lead or len(side.reading.sentences) != 1:
        return
    pairs = list(zip(side.tokens, side.owners, strict=True))
    lead = tuple(token for token, at in pairs if at <= ends[-1])
    denied = not cues.entries("negation", language).isdisjoint(side.tokens)
    joint = "or" if denied else "and"
    items: list[list[str]] = [[]]
    for token, at in pairs[len(lead) :]:
        items[-1].append(token)
        if _comma(side, at):
            items.append([])
    last = items.pop()
    aside = _ASIDE.search(unit.text)
    bare = last[: -len(aside[1].split())] if aside else last
    if _reaches(bare, items[-1] if items else []):
        return
    if last[:1] == [joint]:
        yield Told(lead, tuple(map(tuple, (*items, last[1:]))))
    for at in range(1, len(last) - 1):
        if last[at] == joint:
            yield Told(lead, tuple(map(tuple, (*items, last[:at], last[at + 1 :]))))


def _reaches(last: Sequence[str], before: Sequence[str]) -> bool:
    """Whether what stands at the end may be said of all items: “a hat, and a coat if asked”."""
    known = lexicon("en")
    small = known.prepositions - {"of"}
    return any(low in known.subordinators for low in last) or (
        not small.isdisjoint(last) and small.isdisjoint(before)
    )


def _comma(side: Passage, at: int) -> bool:
    """Whether a comma parts a word from the next; brackets are part of their item."""
    behind = side.words[at + 1].start if at + 1 < len(side.words) else len(side.text)
    return not {",", ";"}.isdisjoint(side.text[side.words[at].end : behind])


def relisted(one: Passage, two: Passage) -> bool:
    """Whether two texts say the same, one of them with a list where the other has a sentence."""
    if one.language != two.language or one.residue != two.residue or not same_marks(one, two):
        return False
    if ":" not in one.text or ":" not in two.text or ("\n" in one.text) == ("\n" in two.text):
        return False
    sides = [list(lists(units(side), side.language)) for side in (one, two)]
    return len(sides[0]) == len(sides[1]) and all(map(_same, *sides))


def _same(one: Listed, two: Listed) -> bool:
    return one.keys == two.keys or not one.told.isdisjoint(two.told)


def same_lists(one: Iterable[Listed], two: Sequence[Listed]) -> set[Key]:
    """The sentences of the lists that both sides have, in another shape."""
    return {
        key
        for mine in one
        for other in two
        if mine.keys != other.keys and not mine.told.isdisjoint(other.told)
        for key in (*mine.keys, *other.keys)
    }
