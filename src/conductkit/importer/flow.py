"""One part after another: what its heading announces, where its content goes."""

from dataclasses import dataclass

from conductkit.importer import ladder, prose
from conductkit.importer.announced import has_rules
from conductkit.importer.draft import Named, Placed, Rule, Section
from conductkit.importer.fields import close, field, terms
from conductkit.importer.lists import Context
from conductkit.importer.paragraphs import QUIET, strict
from conductkit.importer.parts import Part
from conductkit.importer.walk import Walk
from conductkit.importer.words import complete, headline, lower_first, number, plain, sentences
from conductkit.outline import Block

_FIELDS = {"purpose": "purpose", "summary": "summary", "scope": "scope", "closing": "closing"}
_TURNING = ("reporting", "contact")
_SMALL = 3  # letters of a word that has no capital in a heading
NUMBER = "a number as printed; numbers are made when the code is published"


@dataclass(frozen=True, slots=True)
class Lines:
    """The lines that stand under headings about reporting, about questions, and about credits."""

    reporting: frozenset[int]
    asking: frozenset[int]
    credits: frozenset[int]


def run(head: list[Part], body: list[Part], context: Context, *, bare: bool = False) -> Lines:
    """Every part into the draft, in order; `bare` where only what stands first says anything."""
    roles = [_role(part, context) for part in body]
    reporting: set[int] = set()
    asking: set[int] = set()
    credits: set[int] = set()
    flat = bare or not any(role not in (*QUIET, *_TURNING) for role in roles)
    for part in head:
        _head(part, context, flat=flat, purposeful="purpose" in roles)
    close(head if flat else body, roles, context)
    level = 0
    for part, role in zip(body, roles, strict=True):
        lines = {block.line for block in part.paragraphs}
        lines |= {b.line for list_ in part.bullets for item in list_.items for b in item.blocks()}
        if role in _TURNING:
            reporting |= lines
            asking |= lines if context.words.has("questions", plain(part.named.text)) else set()
        if role in ("attribution", "history"):
            credits |= lines
        below = level and part.level > level
        level = part.level if role == "consequences" else level if below else 0
        if ladder.is_step(part, context.words):
            ladder.add_part(part, context)
        elif flat and role == "attribution":
            field(part, "closing", context)
        else:
            _part(part, role, context)
    return Lines(frozenset(reporting), frozenset(asking), frozenset(credits))


def _role(part: Part, context: Context) -> str:
    return context.words.role(headline(part.named.text))


def _head(part: Part, context: Context, *, flat: bool, purposeful: bool) -> None:
    """What stands before the first heading: a whole code without headings, or its preamble."""
    bound = any(strict(block, context) or _were_rules(block, context) for block in part.paragraphs)
    if flat or bound or has_rules(part, context):
        section = Section("" if flat else context.draft.title)
        Walk(section, context, "", loose=bound or (flat and not has_rules(part, context))).content(
            part
        )
        _flat_text(section, context) if flat else context.draft.sections.append(section)
        if flat:
            context.draft.sections.append(section)
        return
    key = "summary" if purposeful else "purpose"
    field(part, key, context)


def _were_rules(block: Block, context: Context) -> bool:
    """Whether the earlier edition took sentences of a paragraph for rules."""
    told = sentences(block.text, context.words.language)
    return any(context.earlier.took([one]) == "rules" for one in told)


def _flat_text(section: Section, context: Context) -> None:
    """The words of a code without sections go to its purpose; `Walk` puts those behind rules."""
    if section.text:
        context.draft.fields.setdefault("purpose", []).extend(section.text)
        moved = [
            one
            if one.target is not section
            else Placed(one.line, one.source, Named("purpose"), one.sure, one.note)
            for one in context.draft.placed
        ]
        context.draft.placed[:] = moved
        section.text = []


def _part(part: Part, role: str, context: Context) -> None:
    draft = context.draft
    printed, name = number(plain(part.named.text))
    key = _FIELDS.get(role, "")
    if key and not draft.fields.get(key) and _is_words(part, role, context):
        field(part, key, context)
        return
    if role == "terms" and terms(part, context):
        return
    section = Section(name.strip(" :*") or context.draft.title)
    draft.place(part.named, section)
    if printed:
        draft.leave(part.named.line, printed, NUMBER)
    Walk(section, context, role).content(part)
    if section.text or section.rules:
        _imperative_heading(section, part.named, context)
        draft.sections.append(section)
    else:
        draft.placed[:] = [one for one in draft.placed if one.target is not section]
        reason = "a heading; what stands below it is elsewhere in the code"
        draft.leave(part.named.line, part.named.text, reason)


def _is_words(part: Part, role: str, context: Context) -> bool:
    """Whether a part about purpose, scope … is words only, not a home of rules."""
    if has_rules(part, context):
        return False
    if role == "scope":
        count = sum(prose.duties(block, context) for block in part.paragraphs)
        told = [sentences(block.text, context.words.language) for block in part.paragraphs]
        return count <= 1 or count * 2 < sum(map(len, told))
    return role == "closing" or not any(strict(block, context) for block in part.paragraphs)


def _imperative_heading(section: Section, heading: Block, context: Context) -> None:
    """A section that directs nobody but by its heading: the heading is its rule."""
    words = context.words
    name = headline(section.title)
    if section.rules or len(name.split()) < 2 or words.role(name):
        return
    if not words.starts("command", name):
        return
    text = _sentence(name, context.proper)
    rule = Rule(text if complete(text) else f"{text}.", heading.line, own=name)
    section.rules.append(rule)
    context.draft.place(heading, rule, "low", "the heading was taken for the rule")


def _sentence(heading: str, proper: frozenset[str]) -> str:
    """A heading in which every longer word has a capital, as a sentence."""
    first, *rest = heading.split()
    if not all(word[0].isupper() for word in rest if len(word) > _SMALL and word[0].isalpha()):
        return heading
    return " ".join([first, *(lower_first(word, proper) for word in rest)])
