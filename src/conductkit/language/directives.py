"""Clauses and directives of a sentence, with their places in the text."""

from collections.abc import Sequence

from conductkit.language.assembly import Part, parts_of
from conductkit.language.heads import Head, object_head
from conductkit.language.lexicon import Lexicon
from conductkit.language.normal import lexeme
from conductkit.language.reading import Act, Clause, Directive, Modal
from conductkit.language.words import Word, is_word

_LONGEST = 800  # tokens; a longer sentence is no sentence, and is read this far


def directives(
    text: str, tokens: Sequence[Word], number: int, lexicon: Lexicon
) -> tuple[tuple[Clause, ...], tuple[Directive, ...]]:
    """Return the clauses and the directives of one sentence; a question directs nobody."""
    while tokens and not is_word(tokens[-1]):
        if tokens[-1].low == "?":
            return _whole(tokens), ()
        tokens = tokens[:-1]
    while tokens and not is_word(tokens[0]):
        tokens = tokens[1:]
    if not tokens or not lexicon.modals:
        return _whole(tokens), ()
    tokens = tokens[:_LONGEST]
    parts = parts_of(tokens, lexicon)
    clauses = tuple(_clause(tokens, part) for part in parts)
    found = tuple(
        _directive(text, tokens, parts, clauses, at, number, lexicon)
        for at, part in enumerate(parts)
        if part.head is not None
    )
    return clauses, found


def _whole(tokens: Sequence[Word]) -> tuple[Clause, ...]:
    return (Clause(tokens[0].start, tokens[-1].end, "main"),) if tokens else ()


def _clause(tokens: Sequence[Word], part: Part) -> Clause:
    cue = " ".join(token.low for token in tokens[part.first : part.first + part.cue])
    start, end = tokens[part.first].start, tokens[part.last - 1].end
    return Clause(start, end, part.kind, part.joint, cue)


def _directive(
    text: str,
    tokens: Sequence[Word],
    parts: Sequence[Part],
    clauses: Sequence[Clause],
    at: int,
    number: int,
    lexicon: Lexicon,
) -> Directive:
    part = parts[at]
    head = part.head or Head(part.first, None, None, "imperative")
    stop = at + 1
    while stop < len(parts) and parts[stop].head is None and parts[stop].kind != "reason":
        stop += 1
    fronted = next((i for i, one in enumerate(parts) if one.head is not None), 0)
    own = [*clauses[:fronted], *clauses[at + 1 : stop]]
    verb, object_ = _verb_and_object(tokens, part, head, lexicon)
    acts = _acts(tokens, part, head, lexicon)
    return Directive(
        start=clauses[at].start,
        end=clauses[stop - 1].end,
        main_end=clauses[at].end,
        sentence=number,
        form=head.form,
        modal=_modal(tokens, head),
        subject=_subject(text, tokens, head),
        verb=verb,
        object=object_,
        acts=acts,
        passive=head.passive,
        joint=part.joint,
        conditions=tuple(one for one in own if one.kind == "condition"),
        exceptions=tuple(one for one in own if one.kind == "exception"),
        concessions=tuple(one for one in own if one.kind == "concession"),
    )


def _subject(text: str, tokens: Sequence[Word], head: Head) -> str | None:
    if head.subject is None:
        return None
    first, last = head.subject
    return text[tokens[first].start : tokens[last - 1].end]


def _modal(tokens: Sequence[Word], head: Head) -> Modal:
    if head.cue is None:
        start = tokens[head.first].start
        return Modal(head.force, head.value, "", start, start)
    first, last = head.cue
    cue = " ".join(token.low for token in tokens[first:last])
    return Modal(head.force, head.value, cue, tokens[first].start, tokens[last - 1].end)


def _verb_and_object(
    tokens: Sequence[Word], part: Part, head: Head, lexicon: Lexicon
) -> tuple[str | None, str | None]:
    if head.subject and (head.passive or (head.form == "nominal" and head.verb is None)):
        object_ = object_head(tokens, *head.subject, lexicon)
    elif head.verb is None and head.form == "modal":
        return None, None
    else:
        object_ = object_head(tokens, head.after, part.last, lexicon)
    return lexeme(head.verb, lexicon.language), lexeme(object_, lexicon.language)


def _acts(tokens: Sequence[Word], part: Part, head: Head, lexicon: Lexicon) -> tuple[Act, ...]:
    """List the acts; verbs joined by `or` share the object that stands after the last."""
    pairs = [_verb_and_object(tokens, part, one, lexicon) for one in (head, *part.more)]
    shared = pairs[-1][1]
    adjacent = head.verb_at is not None and len(pairs) > 1 and pairs[0][1] is None
    return tuple(
        (verb, shared if object_ is None and adjacent else object_)
        for verb, object_ in pairs
        if verb is not None and verb not in lexicon.light
    )
