"""Values: lists of names, names with what they mean, names inside a sentence."""

import re

from conductkit.importer.draft import Value
from conductkit.importer.judge import imperative
from conductkit.importer.leads import Lead, trimmed
from conductkit.importer.lists import Context, bullets
from conductkit.importer.parts import Item
from conductkit.importer.words import bold_lead, complete, name_lead, plain
from conductkit.outline import Block

_NAME_LONGEST = 5


def are_values(items: list[Item], told: Lead, context: Context, role: str) -> bool:
    """Whether items are values: short names, or names with what they mean, where values are due."""
    names = [_named(item)[0] or plain(item.block.text) for item in items]
    short = [name for name in names if _size(name) <= _NAME_LONGEST and not complete(name)]
    if len(items) < 2 or len(short) * 3 < len(names) * 2:
        return False
    due = told.values or role == "values"
    if any(imperative(name, context.words) for name in names if len(name.split()) > 1):
        return False
    if due:
        return True
    if told.text.rstrip().endswith(":") or any("](" in item.block.text for item in items):
        return False
    bare = all(not _named(item)[0] and not item.items for item in items)
    nouns = all(_size(name) <= 3 and not name[:1].islower() for name in names)
    free = not told.level and not told.silent and not context.draft.values
    return (
        bare
        and nouns
        and free
        and context.words.known
        and role not in ("bad", "good", "scope", "reporting", "contact")
    )


def _size(name: str) -> int:
    """How many words a name has; in scripts without spaces, three characters count as one."""
    return max(len(name.split()), sum(char > "\u2e7f" for char in name) // 3)


def defines(item: Item, context: Context) -> bool:
    """Whether an item leads into a list that says what the values mean."""
    words = context.words
    if not words.has("value_lead", item.block.text) or not item.block.text.rstrip().endswith(":"):
        return False
    return are_values(item.items, Lead(values=True), context, "values")


def add_values(items: list[Item], context: Context, sure: str) -> None:
    """Items as values."""
    for item in items:
        name, rest = _named(item)
        rest = rest if name else ""
        tail = trimmed(rest)[1]
        context.draft.leave(item.block.line, tail, "ties an item of the list to the next")
        value = Value(plain(name or item.block.text).strip("‘’“”'\" .:;,"), rest)
        value.text = "\n\n".join(part for part in (_clean(rest), _inner(item)) if part)
        context.draft.values.append(value)
        for block in item.blocks():
            context.draft.place(block, value, "high" if sure == "high" else "medium")


def _clean(text: str) -> str:
    return trimmed(text)[0]


def _named(item: Item) -> tuple[str, str]:
    """The name that an item begins with and the rest; bold or before a colon or dash."""
    text = item.block.text
    name, rest = bold_lead(text)
    if name:
        return name.removesuffix("."), rest
    if text[:1] in "‘“\"'«":
        end = next((i for i, char in enumerate(text[1:60], 1) if char in "’”\"'»"), 0)
        if end > 1:
            return text[1:end], text
    return name_lead(text)


def _inner(item: Item) -> str:
    parts = [block.text for block in item.more]
    if item.items:
        parts.append(bullets(item.items))
    return "\n\n".join(parts)


def inline(block: Block, context: Context) -> bool:
    """Values that a sentence lists: “our core values: integrity, honesty and respect”."""
    match = context.words.find("value_list", block.text)
    if match is None or context.draft.values:
        return False
    names = re.split(r",\s*(?:and\s+)?|\s+and\s+", match["values"].strip())
    names = [name.strip(" .*") for name in names]
    if not 2 <= len(names) <= 12 or any(not 1 <= len(name.split()) <= 3 for name in names):
        return False
    for name in names:
        value = Value(name[:1].upper() + name[1:])
        context.draft.values.append(value)
        context.draft.place(block, value, "medium", "the values were named inside a sentence")
    return True
