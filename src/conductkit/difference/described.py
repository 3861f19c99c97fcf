"""Words that stand beside the rules: an introduction, a section’s text, credits.

A sentence of them that tells nobody anything and names nothing that could bind may change.
"""

import re
from collections.abc import Iterable
from dataclasses import replace

from conductkit.difference import cues
from conductkit.difference.captions import caption, outlines
from conductkit.difference.crediting import credits, thanks
from conductkit.difference.followed import followed
from conductkit.difference.holders import NOBODY, Sides
from conductkit.difference.hoping import hopes
from conductkit.difference.letters import written
from conductkit.difference.literals import addresses
from conductkit.difference.musing import comes_and_goes
from conductkit.difference.passage import Passage, passage
from conductkit.difference.remarks import retold
from conductkit.difference.shared import NOTHING, Shared
from conductkit.difference.tails import same_but_for_reasons
from conductkit.difference.telling import differing, light, of_texts, tells
from conductkit.difference.wording import Verdict, judge
from conductkit.redline import blocks

# Lists of words that decide something wherever they stand.
_DECIDING = (
    "negation", "quantifier", "frequency", "interval", "restrictor", "condition", "concession",
    "threshold", "unmeasured-time", "escape-clause", "served", "issuer",
)  # fmt: skip
_VERSION = re.compile(r"v\d+(?:\.\d+){0,3}")
_Languages = tuple[str, str]


def described(
    old: str,
    new: str,
    languages: _Languages,
    *,
    credit: bool = False,
    letter: bool = False,
    holders: Sides = NOBODY,
    shared: Shared = NOTHING,
) -> Verdict:
    """What a change of a section's text does: its duties are read, what only tells is neutral.

    `credit` says that the section only tells where the text comes from, `letter` that it is there
    to be copied; `settled` sentences stand elsewhere in the other edition.
    """
    excused = credited if credit else lettered if letter else plain
    return judge(old, new, languages, holders, excused=excused, shared=shared)


def prose(
    old: str,
    new: str,
    languages: _Languages,
    shared: Shared = NOTHING,
    holders: Sides = NOBODY,
    *,
    sums: bool = False,
) -> Verdict:
    """Words that describe, as a purpose or a title does: neutral where they only tell.

    `sums` says that they sum up the rules: as a whole they may come or go, where they name topics.
    """
    outlined = sums and not (old and new)
    excused = _outlining if outlined else _telling
    verdict = judge(old, new, languages, holders, excused=excused, shared=shared)
    if verdict.effect == "neutral":
        return verdict
    if verdict.evidence and all(item.axis == "list" for item in verdict.evidence):
        return verdict  # who is protected, what is covered: said here, it binds
    if old and new and verdict.evidence:
        return replace(verdict, confidence="low")
    return Verdict("unknown", (), "low")


def shows(old: str, new: str, languages: _Languages) -> Verdict:
    """Examples show a rule; they may come and go unless they say of their force."""
    verdict = prose(old, new, languages)
    if (old and new) or any(map(_forces, (old, new), languages)):
        return verdict
    return Verdict()


def credits_section(title: str, language: str) -> bool:
    """Whether a section of this title only says where the text comes from."""
    entries = cues.entries("credit-titles", language)
    words = passage(title, language).tokens
    stems = tuple(entry.rstrip("*") for entry in entries if entry.endswith("*"))
    last = words[-1] if words else ""
    return " ".join(words) in entries or (
        bool(stems)
        and all(word.startswith(stems) for word in words if word not in ("and", "the", "of", last))
        and last.startswith(stems)
    )


def credited(_verdict: Verdict, one: Passage, two: Passage) -> bool:
    """Whether a change in credits asks nobody for anything."""
    return all(credits(*found) for found in differing(one, two))


def lettered(_verdict: Verdict, one: Passage, two: Passage) -> bool:
    """Whether a change in a letter that one copies leaves what its reader or writer has to do."""
    return all(written(*found) for found in differing(one, two))


def all_credits(old: str, new: str, languages: _Languages) -> bool:
    """Whether every sentence of two texts says where something comes from, and they say so first:
    credits, whatever stands above them."""
    sides = [passage(text, lang) for text, lang in zip((old, new), languages, strict=True) if text]
    return all(
        bool(side.reading.sentences)
        and thanks(side, side.reading.sentences[0].words)
        and all(credits(side, sentence) for sentence in side.reading.sentences)
        for side in sides
    )


def plain(verdict: Verdict, one: Passage, two: Passage) -> bool:
    """Whether a change is of words that only tell."""
    if _only_told(verdict, one, two):
        return True
    return _harmless(verdict, one, two) and (
        all(tells(*found) for found in differing(one, two))
        or light(_changed(one, two), one.language)
    )


def _telling(verdict: Verdict, one: Passage, two: Passage) -> bool:
    """Whether a change in words that describe the code leaves what it demands."""
    both = bool(one.words and two.words)
    if _only_told(verdict, one, two):
        return True
    return _harmless(verdict, one, two) and (
        all(
            tells(*found) or followed(*found) or (both and caption(*found))
            for found in differing(one, two)
        )
        or light(_changed(one, two), one.language)
    )


def _only_told(verdict: Verdict, one: Passage, two: Passage) -> bool:
    """Whether a change is of remarks, in other words or whole, or of reasons."""
    told = retold(verdict.evidence, one, two) or same_but_for_reasons(one, two)
    return told or comes_and_goes(one, two)


def _outlining(verdict: Verdict, one: Passage, two: Passage) -> bool:
    """Whether words that came or went whole are the outline of a code."""
    return all(outlines(*found) for found in differing(one, two)) or _telling(verdict, one, two)


def _harmless(verdict: Verdict, one: Passage, two: Passage) -> bool:
    """Whether nothing plainly binds, in the sentences or in the words that changed."""
    found = differing(one, two)
    if found and all(of_texts(*item) or followed(*item) for item in found):
        return True
    if (verdict.evidence and not verdict.guessed) or one.residue != two.residue:
        return False
    if _binds(one) or _binds(two):
        return False
    told = all(tells(*item) for item in found)
    if not told and (_names_somebody(one, two) or _names_somebody(two, one)):
        return False
    both = bool(one.words and two.words)
    return not any(_weighs(word, one.language, both=both) for word in _changed(one, two))


def _changed(one: Passage, two: Passage) -> list[str]:
    """The words that only one side has."""
    return [
        word
        for a, b, c, d in blocks(one.tokens, two.tokens)
        for word in (*one.tokens[a:b], *two.tokens[c:d])
    ]


def _binds(side: Passage) -> bool:
    """Whether a sentence may bind: it directs somebody, defines, or says whom it is for."""
    asking = [one for one in side.reading.sentences if not hopes(side, one.words)]
    if any(one.directives for one in asking):
        return True
    words = [word for one in asking for word in one.words]
    names = ("scope-words", "exception", "consequence", "defining", "modal-words")
    return any(cues.find(side.reading, words, name) for name in names)


def _names_somebody(side: Passage, other: Passage) -> bool:
    """Whether words that only one side has say who is who or where to write."""
    if other.words:
        return "@" in side.text and addresses(side.text) != addresses(other.text)
    return "@" in side.text or all(side.text[word.start].isupper() for word in side.words)


def _weighs(word: str, language: str, *, both: bool) -> bool:
    """Whether a word that came or went could bind; a denial that came with its whole sentence only
    tells something else."""
    names = ("weighty-stems", "binding-stems")
    if not cues.entries(names[0], language) or any(_starts([word], n, language) for n in names):
        return True
    return both and (
        any(word in cues.entries(name, language) for name in _DECIDING)
        or cues.figure(word, language) not in (None, 1.0)
        or (any(char.isdigit() for char in word) and not _VERSION.fullmatch(word))
    )


def _starts(words: Iterable[str], name: str, language: str) -> bool:
    """Whether a word begins as an entry of a list does."""
    stems = tuple(cues.entries(name, language))
    return any(word.startswith(stems) for word in words)


def _forces(text: str, language: str) -> bool:
    return _starts(passage(text, language).tokens, "binding-stems", language)
