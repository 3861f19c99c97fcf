"""Where a mark is missing between a fronted clause or a statement and the directive behind it."""

from collections.abc import Sequence

from conductkit.language import lemma
from conductkit.language.clauses import Segment, match
from conductkit.language.lexicon import Lexicon
from conductkit.language.words import Word


def missing_comma(tokens: Sequence[Word], part: Segment, lexicon: Lexicon) -> Segment | None:
    """Split `Before you serve each customer keep in mind …`; return the directive behind."""
    if part.kind not in ("condition", "concession"):
        return None
    seen = False
    start = part.first + part.cue
    for at in range(start, part.last):
        low, before = tokens[at].low, tokens[at - 1].low
        if seen and at >= start + 2 and _begins(tokens, at, part.last, lexicon):
            part.last, rest = at, Segment(at, part.last, ",")
            return rest
        seen = (
            seen
            or lemma.is_finite(low, lexicon)
            or lemma.is_gerund(low, lexicon)
            or (lemma.is_base(low, lexicon) and before not in lexicon.determiners)
        )
    return None


def missing_stop(tokens: Sequence[Word], part: Segment, lexicon: Lexicon) -> Segment | None:
    """Split `Your colleagues are not rivals always share …`; return the directive behind."""
    if lexicon.language != "en":
        return None
    states = False
    for at in range(part.first + 1, part.last - 2):
        states = states or tokens[at].low in ("is", "are")
        if not states or tokens[at].low not in ("always", "never", "please"):
            continue
        joined = tokens[at - 1].low in lexicon.auxiliaries | lexicon.pronouns
        if not joined and tokens[at + 1].low in lexicon.bases:
            part.last, rest = at, Segment(at, part.last, "run-on")
            return rest
    return None


def _begins(tokens: Sequence[Word], at: int, last: int, lexicon: Lexicon) -> bool:
    """Whether a directive begins at a token inside a subordinate clause."""
    low, before = tokens[at].low, tokens[at - 1].low
    follower = tokens[at + 1].low if at + 1 < last else ""
    if low in ("you", "we", "staff") and follower:
        return bool(match(lexicon.modals, tokens, at + 1))
    if _continues(before, lexicon):
        return False
    if match(lexicon.verb_phrases, tokens, at):
        return True
    if low in ("always", "never", "please") or match(lexicon.negators, tokens, at):
        return follower not in ("", "been")
    governs = follower in lexicon.determiners or follower in lexicon.objects
    return governs and lemma.is_base(low, lexicon) and not lemma.is_base(before, lexicon)


def _continues(before: str, lexicon: Lexicon) -> bool:
    """Whether the word before wants more of its own clause."""
    return (
        before in lexicon.personal
        or before in lexicon.determiners
        or before in lexicon.prepositions
        or before in lexicon.auxiliaries
        or before in ("not", "never", "to")
        or lemma.is_adverb(before, lexicon)
    )
