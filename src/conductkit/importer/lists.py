"""Lists as rules, values or words: what a lead-in makes of its items."""

from dataclasses import dataclass

from conductkit.importer.draft import Draft, Rule, Section, Value
from conductkit.importer.judge import act, directs, imperative, level, stands
from conductkit.importer.leads import Lead, joined, lead, trimmed
from conductkit.importer.lexicon import Lexicon
from conductkit.importer.parts import Item
from conductkit.importer.words import bold_lead, complete, name_lead, plain, sentences
from conductkit.outline import Block

_NAME_LONGEST = 5
_DEEPEST = 8


@dataclass(frozen=True)
class Context:
    """What the understanding of one text shares."""

    draft: Draft
    words: Lexicon
    proper: frozenset[str]


def are_values(items: list[Item], told: Lead, context: Context, role: str) -> bool:
    """Whether items are values: short names, or names with what they mean, where values are due."""
    names = [_named(item)[0] or plain(item.block.text) for item in items]
    short = [name for name in names if len(name.split()) <= _NAME_LONGEST and not complete(name)]
    if len(items) < 2 or len(short) * 3 < len(names) * 2:
        return False
    due = told.values or role == "values"
    if any(imperative(name, context.words) for name in names if len(name.split()) > 1):
        return False
    if due:
        return True
    bare = all(not _named(item)[1] and not item.items for item in items)
    nouns = all(len(name.split()) <= 3 for name in names)
    free = not told.level and not told.silent and not context.draft.values
    return bare and nouns and free and role not in ("bad", "good", "scope", "reporting")


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
        return name, rest
    if text[:1] in "‘“\"'«":
        end = next((i for i, char in enumerate(text[1:60], 1) if char in "’”\"'»"), 0)
        if end > 1:
            return text[1:end], text
    return name_lead(text)


def add_rules(items: list[Item], told: Lead, section: Section, context: Context, deep: int = 0) -> None:
    """Items as rules, each a whole sentence with its lead-in."""
    for item in items:
        if deep < _DEEPEST and _leads(item, section, context, deep):
            continue
        rule = _rule(item, told, context)
        inside = _inside(item, rule, context) if deep < _DEEPEST else "list"
        section.rules.append(rule)
        context.draft.place(item.block, rule, "high" if told.level != "text" else "medium", _note(rule, told))
        for block in item.more:
            rule.text += f"\n\n{block.text}"
            context.draft.place(block, rule)
        if inside == "rules":
            add_rules(item.items, Lead(level=told.level if told.level == "must-not" else ""), section, context, deep + 1)
        elif item.items:
            rule.text += "\n\n" + _bullets(item.items)
            for child in item.items:
                for block in child.blocks():
                    context.draft.place(block, rule, "medium", "kept as a list inside the rule above it")


def _leads(item: Item, section: Section, context: Context, deep: int) -> bool:
    """An item that only leads into those inside it (“You must:”): they are the rules."""
    text, words = item.block.text, context.words
    if not item.items or item.more or not text.rstrip().endswith(":") or not words.ends("modal_end", text):
        return False
    told = lead(text, words, sentences(text, words.language))
    add_rules(item.items, told, section, context, deep + 1)
    context.draft.place(item.block, section.rules[-1], "high", "its words lead into each rule of the list")
    if told.before:
        section.text.append(told.before)
        context.draft.place(item.block, section)
    return True


def _rule(item: Item, told: Lead, context: Context) -> Rule:
    block, words = item.block, context.words
    name, rest = bold_lead(block.text)
    text, tail = trimmed(block.text)
    if tail:
        context.draft.leave(block.line, tail, "ties an item of the list to the next")
    title = ""
    if name and rest:
        title, text = plain(name).rstrip("."), trimmed(rest)[0]
    elif not name:
        name, rest = name_lead(text)
        if name and rest and not rest[0].islower() and len(rest.split()) > 2 and not told.join == "on":
            title, text = name, rest
    if not title and item.more:
        title = plain(text).rstrip(".") if len(text.split()) <= 8 and not complete(text) else ""
    rule = Rule(text, block.line, title=title, own=plain(title or text), marker=block.marker)
    free = not title or (bool(item.more) and title == plain(text).rstrip("."))
    if told.join != "none" and free:
        if _goes_on(plain(text), told, words):
            rule.text = joined(told, text, context.proper)
    elif title and item.more and title == plain(text).rstrip("."):
        rule.text = text if complete(text) else text + "."
    _levelled(rule, told, words)
    return rule


def _goes_on(text: str, told: Lead, words: Lexicon) -> bool:
    """Whether an item reads on from its lead-in rather than being a sentence of its own.

    In a list of what is not wanted, and in languages whose infinitives look like commands, it does.
    """
    if words.ends("open_end", told.text) or words.language != "en":
        return True
    banned = told.level == "must-not" and not words.starts("negated", text)
    return banned or not stands(text, words)


def _levelled(rule: Rule, told: Lead, words: Lexicon) -> None:
    """Write down the level that a lead-in gives where the rule's own words give none."""
    own = level(rule.text, words)
    if not own and told.level not in ("", "text"):
        rule.level = told.level
    elif own and told.level == "must-not" and not own.endswith("not") and not imperative(rule.text, words):
        rule.level = told.level


def _note(rule: Rule, told: Lead) -> str:
    if rule.level:
        return f"the level “{rule.level}” was read from the words above the list"
    return ""


def _inside(item: Item, rule: Rule, context: Context) -> str:
    """What the items inside an item are: rules of their own, or a list that belongs to it."""
    if not item.items:
        return ""
    if plain(item.block.text).rstrip().endswith(":"):
        return "list"
    told = sum(directs(plain(child.block.text), context.words) for child in item.items)
    return "rules" if told * 2 >= len(item.items) and told else "list"


def _inner(item: Item) -> str:
    parts = [block.text for block in item.more]
    if item.items:
        parts.append(_bullets(item.items))
    return "\n\n".join(parts)


def _bullets(items: list[Item], depth: int = 0) -> str:
    """Items as a Markdown list."""
    lines: list[str] = []
    waiting = [(item, depth, number) for number, item in reversed(list(enumerate(items, 1)))]
    while waiting:
        item, level, number = waiting.pop()
        mark = f"{number}." if item.block.ordered else "-"
        lines.append(f"{'  ' * level}{mark} {item.block.text}")
        lines += [f"{'  ' * (level + 1)}{block.text}" for block in item.more]
        waiting += [(child, level + 1, n) for n, child in reversed(list(enumerate(item.items, 1)))]
    return "\n".join(lines)


def as_text(items: list[Item]) -> str:
    """A list that holds no rules, as Markdown."""
    return _bullets(items)


def worth(items: list[Item], words: Lexicon) -> int:
    """How many of the items direct somebody."""
    return sum(act(item.block.text, words) == "duty" for item in items)


def block_text(block: Block) -> str:
    """A block's words."""
    return block.text
