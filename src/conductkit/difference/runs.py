"""Two texts aligned sentence by sentence: only where they differ can a duty have changed."""

import re
from bisect import bisect_right
from collections import Counter
from itertools import accumulate, pairwise
from typing import NamedTuple

from conductkit.difference import cues
from conductkit.difference.likeness import LEAST, likeness
from conductkit.difference.literals import addresses
from conductkit.difference.passage import IGNORED, Passage, passage, timeless
from conductkit.difference.reason_words import is_reason
from conductkit.difference.shared import Key
from conductkit.redline import blocks

_LIST = re.compile(r"^[ \t]*+(?:\d{1,3}[.)]|[-*+•‣▪#>]++)(?=\s)", re.MULTILINE)
_SAME = 0.9  # likeness of sentences that are all but the same
_OPENING = "[(“‘«\"'*_"
_CLOSING = re.compile(r"(?>(?:\]\([^()\s]{0,1000}+\)|[.!?…”\"’')»\]*_])+)")
_ADDRESS = re.compile(
    r"[ \t]{1,3}(?:\[[^\[\]]{1,200}\]\([^()\s]{1,500}\)|(?:https?://|mailto:)[^\s<>]{1,500}"
    r"|<?[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}>?)[.!?*_]{0,3}"
)
_OPENS_LIST = (":", ":**", ":*", ":_")


class Unit(NamedTuple):
    """A sentence or an item of a list. `lead` is the sentence that opens its list, if any.

    `key` is what makes two units the same, `words` its comparable words; `reason` says that it
    only tells why.
    """

    text: str
    lead: str
    key: str
    words: tuple[str, ...]
    reason: bool
    start: int

    @property
    def said(self) -> Key:
        """What it says, however it is written: its words, its list, its addresses."""
        where = tuple(sorted(addresses(self.text).elements()))
        asks = self.text.rstrip('"”’») ').endswith("?")
        return (" ".join(self.lead.split()), self.words, where, asks)


Run = tuple[Passage, Passage]


def units(side: Passage) -> list[Unit]:
    """The sentences of a text, those of a list each with the sentence that opens it."""
    found: list[Unit] = []
    lead, last = "", 0
    sentences = side.reading.sentences
    words = _words(side)
    for at, sentence in enumerate(sentences):
        stop = sentences[at + 1].start if at + 1 < len(sentences) else len(side.text)
        end = sentence.end + _closing(side.text[sentence.end : stop])
        start = last + len(side.text[last : sentence.start].rstrip(_OPENING))
        text = side.text[start:end]
        before = side.text[last:start]
        if "\n" in before and not _is_item(before):
            lead = ""
        reason = sentence.kind == "reason" and is_reason(text, side.language, strict=True)
        key = f"{lead}\n{' '.join(text.split())}"
        found.append(Unit(text, lead, key, words[at], reason, start))
        if text.rstrip().endswith(_OPENS_LIST):
            lead = text
        last = end
    return found


def unsettled(side: Passage, settled: frozenset[Key]) -> Passage:
    """A text without the sentences that are settled."""
    found = units(side)
    left = [unit for unit in found if unit.said not in settled]
    return side if len(left) == len(found) else passage(text_of(left, ""), side.language)


def runs(old: Passage, new: Passage, settled: frozenset[Key] = frozenset()) -> list[Run] | None:
    """Where the sentences of two texts differ, in order, with the lead of the list they stand in.

    The texts themselves where only what stands between sentences differs; None where sentences
    stand in another order, and what one of them says may hang on another. `settled` sentences are
    left out where only one side has them.
    """
    one, two = units(old), units(new)
    found = blocks([unit.key for unit in one], [unit.key for unit in two])
    if not found or _between(old, one) != _between(new, two):
        return [(old, new)]
    gone = {unit.key: unit for a, b, _, _ in found for unit in one[a:b]}
    moved = gone.keys() & {unit.key for _, _, c, d in found for unit in two[c:d]}
    if any(not _stands_alone(gone[key], old.language) for key in moved):
        return None
    if any(_asks(gone[key], old.language) for key in moved) and _leans(old):
        return None  # “Do not do this at home” may go with either
    pieces: list[Run] = []
    for a, b, c, d in found:
        before, after = _left(one[a:b], moved, c == d), _left(two[c:d], moved, a == b)
        before, after = _unsettled(before, after, settled), _unsettled(after, before, settled)
        for left, right in _broken(before, after):
            lead = _lead([*left, *right])
            texts = text_of(left, lead), text_of(right, lead)
            pieces.append((passage(texts[0], old.language), passage(texts[1], new.language)))
    return pieces


def _between(side: Passage, found: list[Unit]) -> list[str]:
    """What stands between the sentences, white space and the marks of lists aside."""
    pieces: list[str] = []
    last = 0
    for unit in found:
        pieces.append(side.text[last : unit.start])
        last = unit.start + len(unit.text)
    pieces.append(side.text[last:])
    return [kept for piece in pieces if (kept := IGNORED.sub("", _LIST.sub("", piece)))]


def _left(side: list[Unit], moved: set[str], alone: bool) -> list[Unit]:
    """The units that say something of their own: not moved, nor a reason that came or went."""
    return [unit for unit in side if unit.key not in moved and not (alone and unit.reason)]


def _unsettled(side: list[Unit], other: list[Unit], settled: frozenset[Key]) -> list[Unit]:
    shared = {unit.said for unit in other}
    return [unit for unit in side if unit.said not in settled or unit.said in shared]


def _broken(old: list[Unit], new: list[Unit]) -> list[tuple[list[Unit], list[Unit]]]:
    """A stretch sentence by sentence, where it is plain which one is which."""
    if len(old) == len(new) and all(map(_alike, old, new)):
        return [([one], [two]) for one, two in zip(old, new, strict=True)]
    short, long = sorted((old, new), key=len)
    places: list[int] = []
    for unit in short:  # sentences beside those that are all but the same came or went
        first = places[-1] + 1 if places else 0
        alike = (at for at in range(first, len(long)) if _alike(unit, long[at], _SAME))
        place = next(alike, None)
        if place is None:
            return [(old, new)] if old or new else []
        places.append(place)
    pairs = dict(zip(places, short, strict=True))
    found = [([pairs[at]] if at in pairs else [], [unit]) for at, unit in enumerate(long)]
    return found if short is old else [(two, one) for one, two in found]


def _alike(one: Unit, two: Unit, least: float = LEAST) -> bool:
    return likeness(Counter(one.words), Counter(two.words)) >= least


def _lead(found: list[Unit]) -> str:
    """What opens the list that all the units stand in; empty where they stand in none or two."""
    leads = {unit.lead for unit in found}
    return leads.pop() if len(leads) == 1 else ""


def text_of(side: list[Unit], lead: str) -> str:
    """The text of some units, behind what opens their list."""
    if lead:
        return "\n".join([lead, *(f"- {unit.text}" for unit in side)])
    parts: list[str] = []
    for unit in side:
        if unit.lead and unit.lead not in parts:
            parts.append(unit.lead)
        parts.append(f"- {unit.text}" if unit.lead else unit.text)
    return "\n".join(parts) if any(unit.lead for unit in side) else " ".join(parts)


def _stands_alone(unit: Unit, language: str) -> bool:
    """Whether a sentence directs nobody and points to no other one: it may stand anywhere."""
    side = passage(unit.text, language)
    leaning = cues.entries("leaning", language)
    free = not side.reading.directives or timeless(side)
    return bool(leaning) and free and leaning.isdisjoint(side.tokens)


def _asks(unit: Unit, language: str) -> bool:
    return bool(passage(unit.text, language).reading.directives)


def _leans(side: Passage) -> bool:
    """Whether a word points to another sentence."""
    places = any(
        one in ("here", "there") and two not in ("are", "is") for one, two in pairwise(side.tokens)
    )
    return (
        places
        or side.tokens[-1:] in (("here",), ("there",))
        or not (cues.entries("leaning", side.language).isdisjoint(side.tokens))
    )


def _words(side: Passage) -> list[tuple[str, ...]]:
    """The comparable words of each sentence."""
    ends = list(accumulate(len(sentence.words) for sentence in side.reading.sentences))
    found: list[list[str]] = [[] for _ in ends]
    for token, owner in zip(side.tokens, side.owners, strict=True):
        found[bisect_right(ends, owner)].append(token)
    return [tuple(words) for words in found]


def _closing(between: str) -> int:
    """How much of what stands behind a sentence still belongs to it: marks, a link's target, and
    the address that it leads to."""
    found = _CLOSING.match(between)
    end = found.end() if found else 0
    address = _ADDRESS.match(between, end)
    return address.end() if address else end


def _is_item(between: str) -> bool:
    """Whether a list mark stands before a sentence."""
    mark = between.rpartition("\n")[2].strip(" \t_[]")
    return bool(mark) and (mark in "-*+•‣▪" or mark.rstrip(".)").isdigit())
