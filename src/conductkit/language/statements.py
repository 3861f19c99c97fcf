"""Directives without a modal: `No smoking`, `We expect you to …`, `We refund you …`."""

from collections.abc import Sequence

from conductkit.language import lemma
from conductkit.language.clauses import Segment, match
from conductkit.language.heads import Head, content, strength
from conductkit.language.lexicon import Lexicon
from conductkit.language.modals import is_person
from conductkit.language.words import Word

_REACH = 8  # words between `expect` and `to`


def nominal(tokens: Sequence[Word], part: Segment, lexicon: Lexicon) -> Head | None:
    """`No smoking.`, `No gifts of any kind.`: a ban, if the sentence has no verb."""
    first = part.first
    if lexicon.language != "en" or tokens[first].low != "no" or first + 1 >= part.last:
        return None
    if any(
        lemma.is_finite(token.low, lexicon) or token.low in lexicon.personal
        for token in tokens[first + 1 :]
    ):
        return None
    if not content(tokens[first + 1].low, lexicon):
        return None
    head = Head(first, None, None, "nominal", "ban", -5, (first, first + 1), after=first + 1)
    if lemma.is_gerund(tokens[first + 1].low, lexicon):
        head.verb_at, head.after = first + 1, first + 2
        head.verb = lemma.verb(tokens[first + 1].low, lexicon)
    return head


def request(tokens: Sequence[Word], part: Segment, lexicon: Lexicon) -> Head | None:
    """`We expect everyone to exhibit …`: who is asked becomes the subject."""
    for at in range(part.first + 1, part.last):
        weight = lexicon.requests.get(lemma.verb(tokens[at].low, lexicon))
        if weight is None or tokens[at].low.endswith(("ing", "ed")):
            continue
        if not is_person(tokens, (part.first, at), lexicon):
            return None
        for place in range(at + 2, min(at + _REACH, part.last - 1)):
            verb = lemma.verb(tokens[place + 1].low, lexicon)
            if tokens[place].low == "to" and content(verb, lexicon):
                force, value = strength(weight)
                return Head(
                    part.first, place + 1, verb, "modal", force, value,
                    (at, at + 1), (at + 1, place), place + 2,
                )  # fmt: skip
        return None
    return None


def statement(tokens: Sequence[Word], part: Segment, lexicon: Lexicon) -> Head | None:
    """`We refund you in full`, `We never sell …`: what the issuer says it does, a promise."""
    if lexicon.language != "en" or tokens[part.first].low != "we":
        return None
    at, cue = part.first + 1, None
    while at < part.last:
        negator = match(lexicon.negators, tokens, at)
        if negator:
            cue = (at, at + negator[0])
            at += negator[0]
        elif lemma.is_adverb(tokens[at].low, lexicon):
            at += 1
        else:
            break
    if at >= part.last:
        return None
    low = tokens[at].low
    if not lemma.is_base(low, lexicon) or low in lexicon.stative or low in lexicon.not_promises:
        return None
    phrase = match(lexicon.verb_phrases, tokens, at)
    size, verb = phrase if phrase else (1, low)
    head = Head(part.first, at, verb, "statement", subject=(part.first, part.first + 1))
    head.after = at + size
    if cue:
        head.force, head.value, head.cue = "ban", -5, cue
    return head
