"""The parts of a text as the parts of a code: which heading announces what."""

import re
from collections.abc import Sequence
from itertools import zip_longest

from conductkit.importer import contacts, dating, families, flow, titles, value_parts
from conductkit.importer.draft import Draft, Named, Placed, Rule, Section
from conductkit.importer.earlier import Earlier
from conductkit.importer.lexicon import lexicon
from conductkit.importer.lists import Context
from conductkit.importer.parts import Part, parts
from conductkit.importer.shape import shaped
from conductkit.importer.words import complete, number, plain, proper_words
from conductkit.outline import Block, Outline, Remark

_SENTENCE = 3
"""A text of fewer words is a name rather than a sentence."""


def understand(
    outline: Outline, blocks: Sequence[Block], language: str, path: str,
    before: Earlier, *, bare: bool = False,
) -> Draft:  # fmt: skip
    """What a text says, as a code in the making. `blocks` are those of the one code to read.

    `before` is what an earlier edition took its sentences for. `bare` is whether its introduction
    is all there is: where no part directs anybody, what it asks for is no preamble to anything.
    """
    words = lexicon(language)
    name, _ = titles.title(blocks, outline.meta, words)
    ready = shaped(blocks, words, name)
    name, index = titles.title(ready, outline.meta, words)
    pair, above = titles.company(blocks, words), -1
    if pair is not None:
        above, index = (_at(one, ready) for one in pair)
        name = plain(pair[1].text)
    draft = Draft(language=language, title=name or titles.guessed(ready, path, words))
    draft.remarks += outline.remarks
    if above >= 0:
        draft.issuer = plain(ready[above].text)
        draft.place(ready[above], Named("issuer"))
    if index >= 0:
        draft.place(ready[index], Named("title"))
    for block in ready:
        if block.kind == "furniture":
            draft.leave(block.line, block.text, block.reason)
    told = [block for number, block in enumerate(ready) if number not in (index, above)]
    context = Context(
        draft, words, proper_words([block.text for block in told]), before, outline.kind
    )
    for block in told:
        numbered = block.ordered or block.kind == "heading"
        if numbered and re.search(r"\w", block.marker):
            draft.leave(block.line, block.marker, flow.NUMBER)
    found = _prefixed(value_parts.take(parts(told), context), draft)
    head, body = _split(found)
    lines = flow.run(head, body, context, bare=bare)
    if not (draft.rules or draft.values or bare) and head:
        return understand(outline, blocks, language, path, before, bare=True)
    if not words.known and not draft.rules:
        blind(draft)
    issuers = (words.find("issuer", plain(block.text)) for block in told[:6])
    found_issuer = next((match["issuer"].strip(" .") for match in issuers if match), "")
    draft.issuer = draft.issuer or found_issuer
    contacts.add(told, draft, words, lines)
    draft.effective = dating.effective(ready, words)
    _stopped(draft)
    draft.sources = families.sources(told, words, lines.credits, draft.title)
    return draft


def _at(block: Block, blocks: Sequence[Block]) -> int:
    """The index of a block that may have become a heading; -1 where it is gone."""
    return next(
        (n for n, one in enumerate(blocks) if (one.line, one.text) == (block.line, block.text)), -1
    )


def _stopped(draft: Draft) -> None:
    """Where a lead-in made sentences of items, the other items end as sentences too."""
    if not any(complete(rule.text) and not complete(rule.own) for rule in draft.rules):
        return
    for rule in draft.rules:
        alone = "\n" not in rule.text and len(rule.text.split()) >= _SENTENCE
        if alone and re.search(r"[^\W_]\)?$", rule.text):
            rule.text += "."


def blind(draft: Draft) -> None:
    """In a language without word lists: each paragraph but the first is a rule."""
    section = Section("")
    texts = draft.fields.pop("purpose", [])
    draft.fields["purpose"] = texts[:1]
    homes = [(Named("purpose"), texts[1:]), *((one, one.text) for one in draft.sections)]
    made: dict[str, Rule] = {}
    for home, told in homes:
        holder = home if isinstance(home, Section) else section
        for text in told:
            made[text] = Rule(text, 0, own=plain(text))
            holder.rules.append(made[text])
        if isinstance(home, Section):
            home.text = []
    draft.sections.insert(0, section)
    draft.sections[:] = [one for one in draft.sections if one.rules or one.text]
    note = "this language has no word lists here: every paragraph was taken for a rule"
    draft.placed[:] = [
        Placed(one.line, one.source, made[one.source], "low", note) if one.source in made else one
        for one in draft.placed
    ]


def _split(found: list[Part]) -> tuple[list[Part], list[Part]]:
    """What stands before the first heading, and the parts with headings."""
    head = [part for part in found if part.heading is None]
    return head, [part for part in found if part.heading is not None]


def _prefixed(found: list[Part], draft: Draft) -> list[Part]:
    """Parts without headings that have no words of their own; those below them bear their name."""
    kept: list[Part] = []
    for part, after in zip_longest(found, found[1:]):
        if part.heading is None or part.content:
            kept.append(part)
            continue
        deeper = after is not None and after.heading is not None and after.level > part.level
        if deeper:
            reason = "a heading without words of its own; the parts below it are sections"
            draft.leave(part.heading.line, part.heading.text, reason)
        else:
            _empty(part, draft)
    return kept


def _empty(part: Part, draft: Draft) -> None:
    name = plain(number(part.named.text)[1])
    draft.leave(part.named.line, part.named.text, "a heading with nothing below it")
    draft.remarks.append(
        Remark(
            "empty-section", part.named.line, part.named.text,
            f"nothing stands below the heading “{name}”", "Fill the section in, or forget it.",
        )
    )  # fmt: skip
