"""Lists as rules: what a lead-in makes of its items."""

from dataclasses import dataclass, field

from conductkit.importer import labels
from conductkit.importer.draft import Draft, Rule, Section
from conductkit.importer.earlier import Earlier
from conductkit.importer.judge import act, directs, imperative, level, stands
from conductkit.importer.leads import Lead, denied, joined, lead, trimmed, twice
from conductkit.importer.lexicon import Lexicon
from conductkit.importer.parts import Item
from conductkit.importer.words import bold_lead, complete, name_lead, plain, sentences
from conductkit.outline import Block

_DEEPEST = 8
_TOPIC_LONGEST = 6


@dataclass(frozen=True)
class Context:
    """What the understanding of one text shares."""

    draft: Draft
    words: Lexicon
    proper: frozenset[str]
    earlier: Earlier = field(default_factory=Earlier)
    kind: str = ""


def add_rules(
    items: list[Item], told: Lead, section: Section, context: Context, deep: int = 0
) -> None:
    """Items as rules, each a whole sentence with its lead-in."""
    for item in items:
        if deep < _DEEPEST and _leads(item, section, context, deep):
            continue
        if deep < _DEEPEST and _topic(item, context):
            _below_topic(item, section, context, deep)
            continue
        item, labelled = _unlabelled(item, context.words)
        rule = _rule(item, told, context)
        for block in labelled:
            labels.take(block, rule, context.draft, context.words)
        inside = _inside(item, context) if deep < _DEEPEST else "list"
        section.rules.append(rule)
        context.draft.place(
            item.block, rule, "high" if told.level != "text" else "medium", _note(rule)
        )
        for block in item.more:
            rule.text += f"\n\n{block.text}"
            context.draft.place(block, rule)
        if inside == "rules":
            add_rules(
                item.items,
                Lead(level=told.level if told.level == "must-not" else ""),
                section,
                context,
                deep + 1,
            )
        elif item.items:
            rule.text += "\n\n" + bullets(item.items)
            for child in item.items:
                for block in child.blocks():
                    context.draft.place(
                        block, rule, "medium", "kept as a list inside the rule above it"
                    )


def _topic(item: Item, context: Context) -> bool:
    """Whether an item only names what the rules inside it are about."""
    name = plain(item.block.text)
    if item.more or complete(name) or name.endswith(":") or len(name.split()) > _TOPIC_LONGEST:
        return False
    return _inside(item, context) == "rules" and not directs(name, context.words)


def _below_topic(item: Item, section: Section, context: Context, deep: int) -> None:
    """The rules inside an item that names their topic: it is their title."""
    number = len(section.rules)
    add_rules(item.items, Lead(), section, context, deep + 1)
    for rule in section.rules[number:]:
        rule.title = rule.title or plain(item.block.text)
        context.draft.place(item.block, rule, "medium", "the topic of a list as title")


def _unlabelled(item: Item, words: Lexicon) -> tuple[Item, list[Block]]:
    """The item without what says why its rule is there and without examples; and those."""
    more = [block for block in item.more if not labels.found(block, words)]
    inner = [
        one for one in item.items if one.items or one.more or not labels.found(one.block, words)
    ]
    kept = Item(item.block, more, inner)
    staying = set(map(id, kept.blocks()))
    return kept, [block for block in item.blocks() if id(block) not in staying]


def _leads(item: Item, section: Section, context: Context, deep: int) -> bool:
    """An item that only leads into those inside it (“You must:”): they are the rules."""
    text, words = item.block.text, context.words
    if (
        not item.items
        or item.more
        or not text.rstrip().endswith(":")
        or not words.ends("modal_end", text)
    ):
        return False
    told = lead(text, words, sentences(text, words.language))
    if told.before and (bold_lead(text)[0] or words.starts("again", plain(told.text))):
        return False
    number = len(section.rules)
    add_rules(item.items, told, section, context, deep + 1)
    made, head = section.rules[number:], plain(told.text).rstrip(" :")
    bearer = next((rule for rule in made if plain(rule.text).startswith(head)), made[-1])
    context.draft.place(item.block, bearer, "high", "its words lead into each rule of the list")
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
        if name and rest and not rest[0].islower() and len(rest.split()) > 2 and told.join != "on":
            title, text = name, rest
    if not title and item.more:
        title = plain(text).rstrip(".") if len(text.split()) <= 8 and not complete(text) else ""
    rule = Rule(text, block.line, title=title, own=plain(title or text), marker=block.marker)
    free = not title or (bool(item.more) and title == plain(text).rstrip("."))
    if told.bare:
        if imperative(text, words) and not words.starts("negated", plain(text)):
            rule.text = joined(told, text, words, context.proper)
    elif told.join != "none" and free:
        if _goes_on(plain(text), told, words):
            rule.text = joined(told, text, words, context.proper)
            again = twice(told, text)
            context.draft.leave(block.line, again, "the lead-in ends with this word already")
            denial = denied(told, text, words)
            context.draft.leave(block.line, denial, "the lead-in says it with “not”")
    elif title and item.more and title == plain(text).rstrip("."):
        rule.text = text if complete(text) else text + "."
    _levelled(rule, told, words)
    return rule


def _goes_on(text: str, told: Lead, words: Lexicon) -> bool:
    """Whether an item reads on from its lead-in rather than being a sentence of its own.

    In a list of what is not wanted, and in languages whose infinitives look like commands, it does.
    """
    if words.ends("open_end", plain(told.text)) or words.language != "en":
        return True
    if told.join == "colon" and text[:1].islower() and words.has("duty_strong", plain(told.text)):
        return True
    banned = told.level == "must-not" and not words.starts("negated", text)
    return banned or not stands(text, words)


def _levelled(rule: Rule, told: Lead, words: Lexicon) -> None:
    """Write down the level that a lead-in gives where the rule's own words give none."""
    own = level(rule.text, words)
    denied = words.starts("negated", plain(rule.own)) and told.level in ("must", "should")
    denied = denied and not (rule.title and own)  # “Don’t stand by: speak up.” asks for the latter
    if denied and told.join != "none" and not own.endswith("not"):
        rule.level = f"{told.level}-not"
        return
    if (not own and told.level not in ("", "text")) or (
        own
        and told.level == "must-not"
        and not own.endswith("not")
        and not imperative(sentences(rule.text, words.language)[0], words)
    ):
        rule.level = told.level


def _note(rule: Rule) -> str:
    if rule.level:
        return f"the level “{rule.level}” was read from the words above the list"
    return ""


def _inside(item: Item, context: Context) -> str:
    """What the items inside an item are: rules of their own, or a list that belongs to it."""
    if not item.items:
        return ""
    if plain(item.block.text).rstrip().endswith(":"):
        return "list"
    told = sum(directs(plain(child.block.text), context.words) for child in item.items)
    return "rules" if told * 2 >= len(item.items) and told else "list"


def bullets(items: list[Item], depth: int = 0) -> str:
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


def worth(items: list[Item], words: Lexicon) -> int:
    """How many of the items direct somebody."""
    return sum(
        act(item.block.text, words) == "duty"
        or sum(act(one.block.text, words) == "duty" for one in item.items) * 2 > len(item.items)
        for item in items
    )
