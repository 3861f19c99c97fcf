"""Words that only give a reason and bind nobody."""

from itertools import pairwise

from conductkit.difference import cues
from conductkit.difference.passage import Passage, passage
from conductkit.difference.word_lists import listed
from conductkit.language import lemma
from conductkit.language.lexicon import lexicon, primary


def without_reasons(text: Passage, opened: frozenset[int]) -> frozenset[int]:
    """The open words without those of sentences and purposes that plainly only give a reason."""
    opened -= _purposes(text, opened)
    for sentence in text.reading.sentences:
        own = {word.start for word in sentence.words}
        words = text.text[sentence.start : sentence.end]
        whole = bool(own) and own <= opened and sentence.kind == "reason"
        if whole and is_reason(words, text.language, strict=True):
            opened -= own
    return opened


def _purposes(text: Passage, opened: frozenset[int]) -> frozenset[int]:
    """The words of purposes that came or went whole behind a duty: “call back, so as to avoid
    worry”. What one may do, or must not, they can limit."""
    aims = cues.entries("purpose-openers", text.language)
    found: set[int] = set()
    for sentence in text.reading.sentences:
        told = sentence.directives
        tail = next((c for c in sentence.clauses if c.cue in aims and c.joint == ","), None)
        if not tail or len(told) != 1 or told[0].modal.force != "duty" or tail.start < told[0].end:
            continue
        own = {word.start for word in sentence.words if word.start >= tail.start}
        words = text.text[tail.start : sentence.end]
        if own <= opened and is_reason(words, text.language):
            found |= own
    return frozenset(found)


def is_reason(text: str, language: str, strict: bool = False) -> bool:
    """Whether words give a reason and bind nobody.

    They direct nobody, let nobody off, and name no number. `strict` is for words that come or go
    altogether: it also asks that they only praise what the rule does (“This builds trust.”), for
    what else begins so can bind (“This ends your membership.”).
    """
    part = passage(text, language)
    if not part.words or part.reading.directives:
        return False
    lows = [cues.bare(word) for word in part.words]
    stems = tuple(cues.entries("binding-stems", language))
    if not stems:  # nobody has said how this language puts a duty
        return False
    lets_off = cues.entries("binding-swaps", language)
    if any(low.startswith(stems) for low in lows) or not lets_off.isdisjoint(lows):
        return False
    blocked = cues.entries("scope-words", language) | cues.entries("exception", language)
    if any(low in blocked or cues.number(word, language) not in (None, 1.0)
           for low, word in zip(lows, part.words, strict=True)):  # fmt: skip
        return False
    first = part.reading.clauses[0].kind if part.reading.clauses else "main"
    if first in ("condition", "exception", "concession") or lows[0] in cues.entries(
        "joints", language
    ):
        return False
    return not strict or _praises(lows, language) or _helps(lows, language)


def _praises(lows: list[str], language: str) -> bool:
    """Whether words say what good or harm comes of a thing, in words that are all known: “this
    builds trust”, “shouting makes you look rude”, “customers love it”."""
    said = cues.entries("reason-goods", language) | cues.entries("reason-starts", language)
    causes, likes = (cues.entries(name, language) for name in ("reason-verbs", "reason-likes"))
    served = cues.entries("reason-people", language)
    known = lexicon(primary(language))
    at = next((at for at, low in enumerate(lows) if low in causes | likes or low == "is"), 0)
    if not at or len(lows) < _LEAST:
        return False
    subject, verb, rest = lows[:at], lows[at], lows[at + 1 :]
    if not (said | served | causes).issuperset((*subject[1:], *_plain(rest))):
        return False
    points = subject[0] in cues.entries("reason-starts", language)
    if verb in likes:
        return subject[-1] in served
    if verb == "is":  # “this is for staff” says whom it binds
        limits = any(one == "for" and two not in ("a", "an") for one, two in pairwise(rest))
        return points and at == 1 and rest[0] in ("a", "an", "the") and not limits
    points = points and subject[0] != "it"  # “it helps everyone”: the desk may be meant
    does = lemma.is_gerund(subject[0], known)
    return points or (does and all(low in said or low.endswith("ly") for low in subject[1:]))


def _helps(lows: list[str], language: str) -> bool:
    """“This helps keep our rooms tidy”: what only helps towards a thing promises nothing of it,
    whatever it does; no other word of it may bind."""
    points = cues.entries("reason-starts", language) - {"it"}
    if len(lows) < _LEAST or lows[0] not in points or lows[1] not in ("helps", "help"):
        return False
    helped = cues.entries("reason-people", language) | {"everyone", "us", "you", "to"}
    at = next((at for at in range(2, len(lows)) if lows[at] not in helped), len(lows))
    allowed = cues.entries("reason-words", language)
    return not any(listed(low, "forces", language) and low not in allowed for low in lows[at + 1 :])


def _plain(rest: list[str]) -> list[str]:
    """The words without “right” where it is no right: “the right way”."""
    return [low for low, after in pairwise([*rest, ""]) if (low, after) not in _RIGHT]


_LEAST = 3  # words
_RIGHT = {("right", after) for after in ("recipe", "start", "thing", "way")}
