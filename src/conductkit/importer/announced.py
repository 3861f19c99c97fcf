"""What stands before a list, and what a role or a lead-in makes of the list."""

from dataclasses import replace

from conductkit.importer import lists, values
from conductkit.importer.judge import directs
from conductkit.importer.leads import Join, Lead, bare_ban, joint, lead
from conductkit.importer.lexicon import Lexicon
from conductkit.importer.lists import Context
from conductkit.importer.parts import Bullets, Item, Part, Rows
from conductkit.importer.words import complete, headline, opens, plain, sentences
from conductkit.outline import Block


def lead_of(before: Block | None, part: Part, context: Context) -> Lead:
    """What stands before a list: a paragraph, or the heading itself."""
    above = before or part.heading
    ban = bare_ban(headline(above.text), context.words) if above is not None else None
    if ban is not None:
        return ban
    if before is not None:
        told = sentences(before.text, context.words.language)
        return lead(before.text, context.words, told)
    heading = part.heading
    if heading is not None and _goes_on(heading.text, context.words):
        text = f"{headline(heading.text).rstrip(' …：')}:"
        return lead(text, context.words, [text])
    return Lead()


def _goes_on(heading: str, words: Lexicon) -> bool:
    """Whether a heading is the beginning of a sentence: “We will”, “We ask you to”.

    One that ends in a colon is, unless it only names what stands below it.
    """
    name = headline(heading)
    return words.whole("head_lead", name) or (opens(plain(heading)) and not words.role(name))


def subject(told: Lead, items: list[Item], words: Lexicon) -> Lead:
    """The lead-in, read on where it only names who it is that “must …” in every item."""
    verbs = all(
        item.block.text[:1].islower() and words.starts("finite", item.block.text) for item in items
    )
    alone = told.join == "none" and opens(told.text) and not told.silent
    return replace(told, level="text", join="on") if verbs and alone else told


def has_rules(part: Part, context: Context) -> bool:
    """Whether a part has a list of rules."""
    before: Block | None = None
    for node in part.content:
        if isinstance(node, Bullets):
            told = lead_of(before, part, context)
            if any(item.items and values.defines(item, context) for item in node.items):
                return True
            if values.are_values(node.items, told, context, ""):
                return True
            if not told.silent and (
                told.level or lists.worth(node.items, context.words) * 2 > len(node.items)
            ):
                return True
        before = node if isinstance(node, Block) else None
    return any(isinstance(node, Rows) for node in part.content)


def says(item: Item, words: Lexicon) -> bool:
    """Whether an item among others that do not direct anybody does so: a phrase is not enough."""
    text = plain(item.block.text)
    return directs(text, words) and (complete(text) or len(text.split()) > 5)


def by_role(told: Lead, role: str, words: Lexicon) -> Lead:
    """A lead-in that says nothing of its own, with the level that the heading gives."""
    level = _of_role(role)
    join: Join = joint(plain(told.text), words) if level and opens(told.text) else "none"
    return replace(told, level=level, join=join)


def _of_role(role: str) -> str:
    return {"bad": "must-not", "good": "should"}.get(role, "")
