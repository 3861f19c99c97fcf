"""Bare imperatives: `Greet customers`, `Please do not …`, `Avoid …`, `Saluer le client`."""

from collections.abc import Sequence

from conductkit.language import lemma
from conductkit.language.clauses import Segment, match
from conductkit.language.heads import Head, content, strength
from conductkit.language.lexicon import Lexicon
from conductkit.language.words import Word, is_word

_DEFINES = frozenset({"denotes", "describes", "means", "refers"})
_NOUN_ENDINGS = (
    "s",
    "ed",
    "ing",
    "ly",
    "ion",
    "ment",
    "ness",
    "ity",
    "ance",
    "ence",
    "ful",
    "ous",
    "sive",
    "tive",
    "ory",
)


def imperative(
    tokens: Sequence[Word], part: Segment, lexicon: Lexicon, *, opening: bool, chained: int = 0
) -> Head | None:
    """Read a segment as an imperative.

    `opening`: nothing but fronted words stands before it. `chained`: it follows a directive, whose
    verb stands at the token before this number (0: it follows none).
    """
    at, cue, negated = _lead(tokens, part, lexicon)
    if at >= part.last:
        return None
    word = tokens[at]
    follower = tokens[at + 1].low if at + 1 < part.last else ""
    if follower in lexicon.personal and word.low == "do":
        return None
    if not negated and (head := _graded(tokens, part, at, lexicon)):
        return head
    if not _is_imperative(tokens, part, at, lexicon, opening or negated, chained):
        return None
    phrase = match(lexicon.verb_phrases, tokens, at)
    size, verb = phrase if phrase else (1, lemma.verb(word.low, lexicon))
    if verb == "be" and follower == "not":
        negated, cue, size = True, (at + 1, at + 2), 2
    head = Head(part.first, at, verb, "imperative", cue=cue if negated else None)
    head.after = at + size
    if negated:
        head.force, head.value = "ban", -5
    return head


def _lead(
    tokens: Sequence[Word], part: Segment, lexicon: Lexicon
) -> tuple[int, tuple[int, int] | None, bool]:
    """Skip adverbs, fixed openings and negators; return the next token and the negator's span."""
    at, cue = part.first, None
    while at < part.last:
        negator = match(lexicon.negators, tokens, at)
        opening = match(lexicon.openings, tokens, at)
        if negator:
            if tokens[at : at + negator[0]][-1].low == "not" and _only(tokens, at + negator[0]):
                at += negator[0] + 1
                continue
            cue = (cue[0] if cue else at, at + negator[0])
            at += negator[0]
        elif opening and at + opening[0] < part.last:
            at += opening[0]
        elif lemma.is_adverb(tokens[at].low, lexicon):
            at += 1
        else:
            break
    return at, cue, cue is not None


def _only(tokens: Sequence[Word], at: int) -> bool:
    return at < len(tokens) and tokens[at].low == "only"


def _graded(tokens: Sequence[Word], part: Segment, at: int, lexicon: Lexicon) -> Head | None:
    """Read `Avoid sharing`, `Try to greet`, `Refrain from …`: an imperative that grades itself."""
    found = match(lexicon.modals, tokens, at)
    if found is None or not (
        lemma.is_base(tokens[at].low, lexicon) or tokens[at].low in lexicon.imperatives
    ):
        return None
    force, value = strength(found[1])
    after = at + found[0]
    head = Head(part.first, None, None, "imperative", force, value, (at, after), after=after)
    while after < part.last and lemma.is_adverb(tokens[after].low, lexicon):
        after += 1
    if after < part.last:
        verb = lemma.verb(tokens[after].low, lexicon)
        infinitive = len(verb) > 3 and verb.endswith(lexicon.infinitives)
        if tokens[after].low.endswith("ing") or lemma.is_base(verb, lexicon) or infinitive:
            head.verb_at, head.verb, head.after = after, verb, after + 1
    return head


def _is_imperative(
    tokens: Sequence[Word],
    part: Segment,
    at: int,
    lexicon: Lexicon,
    opening: bool,
    chained: int,
) -> bool:
    word = tokens[at]
    if word.name or not (opening or chained):
        return False
    follower = tokens[at + 1].low if at + 1 < part.last else ""
    if not follower and at + 1 < len(tokens) and tokens[at + 1].low == ":":
        return False
    if lexicon.language != "en":
        return _romance(word.low, follower, lexicon, opening)
    if follower in lexicon.auxiliaries and follower not in ("have", "do"):
        return False
    if opening and (follower in _DEFINES or match(lexicon.not_orders, tokens, at)):
        return False  # “Block refers to …” defines the word; “Open source thrives” tells of it
    if follower and word.low in lexicon.people and _tells(tokens, at + 1, lexicon):
        return False
    if match(lexicon.verb_phrases, tokens, at):
        return True
    governs = follower in lexicon.determiners or follower in lexicon.objects
    if word.low in lexicon.verbs:
        return opening or governs or bool(chained)
    if word.low in lexicon.verbs_or_nouns:
        if governs or f"{word.low} {follower}" in lexicon.compounds:
            return governs
        if opening:
            return follower != "of" and not _is_subject(tokens, at, lexicon)
        wide = part.first - chained > 3
        return wide and bool(follower) and content(follower, lexicon)
    bare = at > part.first and tokens[at - 1].low in ("not", "don't", "never")
    # After a fronted clause, words without any verb in a finite form are an order.
    fronted = part.joint.endswith(",") and not any(
        lemma.is_finite(one.low, lexicon) for one in tokens[at + 1 : part.last]
    )
    unknown = (
        (governs or bare or fronted)
        and opening
        and content(word.low, lexicon)
        and word.low.replace("-", "").isalpha()
        and not word.low.endswith(_NOUN_ENDINGS)
        and not lemma.is_adverb(word.low, lexicon)
        and not lemma.is_participle(word.low, lexicon)
    )
    return unknown and not _is_subject(tokens, at, lexicon)


def _tells(tokens: Sequence[Word], at: int, lexicon: Lexicon) -> bool:
    """Whether a verb stands at a token: `staff need not`, `staff thank the guest`."""
    low = tokens[at].low
    known = low in lexicon.verbs or low in lexicon.auxiliaries
    return known or match(lexicon.modals, tokens, at) is not None


def _romance(low: str, follower: str, lexicon: Lexicon, opening: bool) -> bool:
    if low in lexicon.imperatives:
        return True
    infinitive = len(low) > 4 and low.endswith(lexicon.infinitives) and content(low, lexicon)
    if not infinitive or low in lexicon.not_adverbs:
        return False
    return opening or follower in lexicon.determiners or follower in lexicon.prepositions


def _is_subject(tokens: Sequence[Word], at: int, lexicon: Lexicon) -> bool:
    """Whether the word is the subject of a verb further on: `Access … is removed`."""
    for place in range(at + 1, len(tokens)):
        token, before = tokens[place], tokens[place - 1].low
        person = tokens[at].low in lexicon.people and token.low in ("who", "that")
        if token.low in lexicon.subordinators and not (person and place == at + 1):
            return False
        if not is_word(token):
            ahead = tokens[place + 1].low if place + 1 < len(tokens) else ""
            if ahead in lexicon.determiners or ahead in lexicon.personal:
                return False
        if token.low in lexicon.auxiliaries and place > at + 1 and before not in lexicon.pronouns:
            return True
    return False
