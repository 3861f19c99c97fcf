"""Cut a sentence into segments at marks, coordinators and subordinators."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import cast

from conductkit.language import lemma
from conductkit.language.lexicon import Lexicon, Phrases
from conductkit.language.reading import ClauseKind
from conductkit.language.words import Word, is_word

_REACH = 8  # words looked ahead for the verb of a subordinate clause, or for "consent"


@dataclass(slots=True, eq=False, repr=False)
class Segment:
    """Tokens first to last (exclusive), what joins them to the left, and what they open with."""

    first: int
    last: int
    joint: str
    kind: ClauseKind = "main"
    cue: int = 0  # how many tokens the subordinator has


def match(table: Phrases, tokens: Sequence[Word], at: int) -> tuple[int, str] | None:
    """Return the length and the value of the longest phrase that begins at a token.

    A phrase that ends in an elision (`est tenu d'`) ends before the word that has it.
    """
    for parts, value in table.get(tokens[at].low, ()):
        size = len(parts)
        if parts[-1].endswith("'") and size > 1:
            size -= 1
            ahead = tokens[at + size].low if at + size < len(tokens) else ""
            if not ahead.startswith(parts[-1]) or ahead == parts[-1]:
                continue
        if size == 1 or (
            at + size <= len(tokens)
            and all(tokens[at + step].low == parts[step] for step in range(1, size))
        ):
            return size, value
    return None


def segments(tokens: Sequence[Word], lexicon: Lexicon) -> list[Segment]:
    """Cut at every mark, coordinator and subordinator; later steps join what belongs together."""
    found: list[Segment] = []
    current = Segment(0, 0, "")
    joint: list[str] = []
    at = 0
    whole = 0  # where a modal of several words ends: `have the right and responsibility to`
    while at < len(tokens):
        token = tokens[at]
        if at < whole:
            at += 1
            current.last = at
            continue
        modal = match(lexicon.modals, tokens, at)
        inside = current.last > current.first or (
            modal is not None and tokens[at + modal[0] - 1].low in lexicon.subordinators
        )  # `Hay que responder`
        if modal and modal[0] > 1 and inside and current.kind == "main":
            whole = at + modal[0]
            continue
        if not is_word(token) or _coordinates(tokens, at, lexicon):
            if current.last > current.first:
                found.append(current)
                joint = []
            joint.append(token.low)
            at += 1
            current = Segment(at, at, " ".join(joint))
            continue
        opened = None if _repeats(current, token) else _subordinator(tokens, at, lexicon)
        if opened is not None:
            if current.last > current.first:
                found.append(current)
                joint = []
            size, kind = opened
            current = Segment(at, at + size, " ".join(joint), kind, size)
            at += size
            continue
        at += 1
        current.last = at
    if current.last > current.first:
        found.append(current)
    return found


def _repeats(current: Segment, token: Word) -> bool:
    """`that fulfills that mission`: the second is no subordinator."""
    return token.low == "that" and current.kind == "relative" and current.last - current.first == 2


def _coordinates(tokens: Sequence[Word], at: int, lexicon: Lexicon) -> bool:
    return tokens[at].low in lexicon.coordinators


def _subordinator(
    tokens: Sequence[Word], at: int, lexicon: Lexicon
) -> tuple[int, ClauseKind] | None:
    low = tokens[at].low
    if low == "without" and lexicon.language == "en":
        if at > 1 and tokens[at - 1].low == "or" and tokens[at - 2].low == "with":
            return None  # “with or without your consent” lets nobody off
        ahead = {token.low for token in _phrase(tokens, at + 1, 6)}
        return (1, "exception") if ahead & lexicon.consent else None
    if low == "should" and at == 0 and len(tokens) > 1 and tokens[1].low in lexicon.pronouns:
        return 1, "condition"
    if low == "as" and at and tokens[at - 1].low in ("just", "least", "twice"):
        return None  # “at least as strict”
    opened = match(lexicon.subordinators, tokens, at)
    if opened is None:
        return None
    size, kind = opened
    if size == 1 and low in lexicon.clause_or_preposition and not _clause(tokens, at + 1, lexicon):
        return None
    if low == "that" and at and tokens[at - 1].low in lexicon.prepositions:
        return None
    return size, cast(ClauseKind, kind)


def _phrase(tokens: Sequence[Word], at: int, reach: int) -> Sequence[Word]:
    """Return the words from a token up to the next mark, at most so many."""
    end = at
    while end < len(tokens) and end < at + reach and is_word(tokens[end]):
        end += 1
    return tokens[at:end]


def _clause(tokens: Sequence[Word], at: int, lexicon: Lexicon) -> bool:
    """Whether a clause begins here: a subject with a verb, or an -ing form, not just a noun."""
    ahead = _phrase(tokens, at, _REACH)
    if not ahead:
        return False
    first = ahead[0].low
    if lemma.is_gerund(first, lexicon) or first in lexicon.personal:
        return True
    return any(lemma.is_finite(word.low, lexicon) for word in ahead)
