"""One part after another: what its heading announces, where its content goes."""

from dataclasses import dataclass

from conductkit.importer import ladder, lists, prose, tables
from conductkit.importer.draft import Named, Rule, Section, Value
from conductkit.importer.judge import act, directs
from conductkit.importer.leads import Lead, lead
from conductkit.importer.lexicon import Lexicon
from conductkit.importer.lists import Context
from conductkit.importer.parts import Bullets, Part, Rows
from conductkit.importer.words import complete, name_lead, number, plain, sentences
from conductkit.outline import Block

_FIELDS = {"purpose": "purpose", "summary": "summary", "scope": "scope", "closing": "closing"}
QUIET = ("attribution", "history", "contents")
NUMBER = "a number as printed; numbers are made when the code is published"


@dataclass(frozen=True, slots=True)
class Lines:
    """The lines of the source that stand under headings about reporting, and about credits."""

    reporting: frozenset[int]
    credits: frozenset[int]


def run(head: list[Part], body: list[Part], context: Context) -> Lines:
    """Every part into the draft, in order."""
    roles = [_role(part, context) for part in body]
    reporting: set[int] = set()
    credits: set[int] = set()
    flat = not any(role not in QUIET for role in roles)
    for part in head:
        _head(part, context, flat=flat, purposeful="purpose" in roles)
    _close(head if flat else body, roles, context)
    level = 0
    for part, role in zip(body, roles, strict=True):
        lines = {block.line for block in part.paragraphs}
        lines |= {b.line for list_ in part.bullets for item in list_.items for b in item.blocks()}
        if role == "reporting":
            reporting |= lines
        if role in ("attribution", "history"):
            credits |= lines
        below = level and part.level > level
        level = part.level if role == "consequences" else level if below else 0
        if ladder.is_step(part, context.words):
            ladder.add_part(part, context)
        elif flat and role == "attribution":
            _field(part, "closing", context)
        else:
            _part(part, role, context)
    return Lines(frozenset(reporting), frozenset(credits))


def _close(found: list[Part], roles: list[str], context: Context) -> None:
    """The last paragraphs of the last part that is not about credits are the last words."""
    telling = [part for part, role in zip(found, roles or [""], strict=False) if role not in QUIET]
    if not telling or not telling[-1].heading:
        return
    content, words = telling[-1].content, context.words
    last: list[Block] = []
    while len(content) > 1 and isinstance(content[-1], Block):
        text = plain(content[-1].text)
        if not (words.starts("closing", text) or words.has("attribution", text)):
            break
        last.insert(0, content[-1])
        content.pop()
    for block in last:
        context.draft.add("closing", block, sure="medium", note="taken for the last words of the code")


def _role(part: Part, context: Context) -> str:
    assert part.heading is not None
    return context.words.role(number(plain(part.heading.text))[1].lower().strip(" :.*"))


def _head(part: Part, context: Context, *, flat: bool, purposeful: bool) -> None:
    """What stands before the first heading: the whole of a code without headings, or its preamble."""
    strict = any(_strict(block, context) for block in part.paragraphs)
    if flat or strict or _has_rules(part, context):
        section = Section("" if flat else context.draft.title)
        _Walk(section, context, "", loose=flat or strict).content(part)
        _flat_text(section, context) if flat else context.draft.sections.append(section)
        if flat:
            context.draft.sections.append(section)
        return
    key = "summary" if purposeful else "purpose"
    _field(part, key, context)


def _strict(block: Block, context: Context) -> bool:
    return context.words.has("strict", plain(block.text))


def _has_rules(part: Part, context: Context) -> bool:
    """Whether a part has a list of rules."""
    before: Block | None = None
    for node in part.content:
        if isinstance(node, Bullets):
            told = _lead(before, part, context)
            if any(item.items and lists.defines(item, context) for item in node.items):
                return True
            if lists.are_values(node.items, told, context, ""):
                return True
            if not told.silent and (told.level or lists.worth(node.items, context.words) * 2 > len(node.items)):
                return True
        before = node if isinstance(node, Block) else None
    return any(isinstance(node, Rows) for node in part.content)


def _flat_text(section: Section, context: Context) -> None:
    """The words of a code without sections go to its purpose; see `_Walk` for those behind rules."""
    if section.text:
        context.draft.fields.setdefault("purpose", []).extend(section.text)
        moved = [
            one if one.target is not section else type(one)(one.line, one.source, Named("purpose"), one.sure, one.note)
            for one in context.draft.placed
        ]
        context.draft.placed[:] = moved
        section.text = []


def _field(part: Part, key: str, context: Context) -> None:
    """The content of a part into a field of the code."""
    draft = context.draft
    for node in part.content:
        if isinstance(node, Bullets):
            draft.fields.setdefault(key, []).append(lists.as_text(node.items))
            for item in node.items:
                for block in item.blocks():
                    draft.place(block, Named(key))
        elif isinstance(node, Rows):
            for row in ([node.head] if node.head else []) + node.rows:
                draft.add(key, row)
        else:
            _inline_values(node, context)
            _sanctions_out(node, key, context)
    if part.heading is not None:
        reason = f"a heading; what stands below it is `{key}`"
        draft.leave(part.heading.line, part.heading.text, reason)


def _sanctions_out(block: Block, key: str, context: Context) -> None:
    """A paragraph into a field; a sentence that threatens becomes a consequence."""
    told = sentences(block.text, context.words.language)
    kept = [one for one in told if act(one, context.words) != "sanction"]
    if len(kept) == len(told):
        context.draft.add(key, block)
        return
    for one in told:
        if one not in kept:
            prose.add(Block("paragraph", one, block.line), Section(""), context)
    if kept:
        context.draft.add(key, block, " ".join(kept))


def _part(part: Part, role: str, context: Context) -> None:
    assert part.heading is not None
    draft = context.draft
    printed, name = number(plain(part.heading.text))
    key = _FIELDS.get(role, "")
    if key and not draft.fields.get(key) and _is_words(part, role, context):
        _field(part, key, context)
        return
    if role == "terms" and _terms(part, context):
        return
    section = Section(name.strip(" :*") or context.draft.title)
    draft.place(part.heading, section)
    if printed:
        draft.leave(part.heading.line, printed, NUMBER)
    _Walk(section, context, role).content(part)
    if section.text or section.rules:
        _imperative_heading(section, part.heading, context)
        draft.sections.append(section)
    else:
        draft.placed[:] = [one for one in draft.placed if one.target is not section]
        reason = "a heading; what stands below it is elsewhere in the code"
        draft.leave(part.heading.line, part.heading.text, reason)


def _is_words(part: Part, role: str, context: Context) -> bool:
    """Whether a part about purpose, scope … is words only, not a home of rules."""
    if _has_rules(part, context):
        return False
    if role == "scope":
        return sum(prose.duties(block, context) for block in part.paragraphs) <= 1
    return role == "closing" or not any(_strict(block, context) for block in part.paragraphs)


def _imperative_heading(section: Section, heading: Block, context: Context) -> None:
    """A section that directs nobody but by its heading: the heading is its rule."""
    words = context.words
    if section.rules or len(section.title.split()) < 2 or words.role(section.title.lower()):
        return
    if not words.starts("command", section.title):
        return
    text = section.title if complete(section.title) else section.title + "."
    rule = Rule(text, heading.line, own=section.title)
    section.rules.append(rule)
    context.draft.place(heading, rule, "low", "the heading was taken for the rule")


def _terms(part: Part, context: Context) -> bool:
    """A part of definitions as terms."""
    from conductkit.importer.words import bold_lead

    items = [item for list_ in part.bullets for item in list_.items]
    named = [bold_lead(item.block.text) for item in items]
    named = [pair if pair[0] else name_lead(item.block.text) for pair, item in zip(named, items, strict=True)]
    if not items or not all(name and rest for name, rest in named) or part.paragraphs:
        return False
    names = [plain(name) for name, _ in named]
    if len(set(names)) < len(names) or any(item.items for item in items):
        return False
    for (name, rest), item in zip(named, items, strict=True):
        context.draft.terms.append((plain(name), "\n\n".join([rest, *(b.text for b in item.more)])))
        for block in item.blocks():
            context.draft.place(block, Named("terms"))
    assert part.heading is not None
    context.draft.leave(part.heading.line, part.heading.text, "a heading; what stands below it is `terms`")
    return True


def _lead(before: Block | None, part: Part, context: Context) -> Lead:
    """What stands before a list: a paragraph, or the heading itself."""
    if before is not None:
        told = sentences(before.text, context.words.language)
        return lead(before.text, context.words, told)
    heading = part.heading
    if heading is not None and heading.text.rstrip().endswith(":"):
        return lead(heading.text, context.words, [heading.text])
    return Lead()


class _Walk:
    """The content of one part into its section."""

    def __init__(self, section: Section, context: Context, role: str, *, loose: bool = True) -> None:
        self._section, self._context, self._role, self._loose = section, context, role, loose
        self._flat = not section.title

    def content(self, part: Part) -> None:
        """Every node in order; a paragraph before a list leads into it."""
        nodes = part.content
        for index, node in enumerate(nodes):
            after = nodes[index + 1] if index + 1 < len(nodes) else None
            if isinstance(node, Bullets):
                above = nodes[index - 1] if index else None
                self._bullets(node, above if isinstance(above, Block) else None, part)
            elif isinstance(node, Rows):
                tables.add(node, self._section, self._context)
            elif not isinstance(after, Bullets):
                self._paragraph(node)

    def _paragraph(self, block: Block) -> None:
        valued = _inline_values(block, self._context)
        words = self._context.words
        quiet = self._role in QUIET
        if quiet or (valued and not _strict(block, self._context)):
            self._text(block)
        elif not self._loose and not _strict(block, self._context):
            self._threatless(block)
        elif self._flat and words.has("attribution", plain(block.text)):
            self._context.draft.add("closing", block)
        elif self._flat and not prose.duties(block, self._context):
            self._text(block)
        else:
            prose.add(block, self._section, self._context)

    def _threatless(self, block: Block) -> None:
        """A paragraph of a preamble: words, but for what it threatens."""
        told = sentences(block.text, self._context.words.language)
        kept = [one for one in told if act(one, self._context.words) != "sanction"]
        for one in told:
            if one not in kept:
                prose.add(Block("paragraph", one, block.line), self._section, self._context)
        if kept:
            text = block.text if len(kept) == len(told) else " ".join(kept)
            self._section.text.append(text)
            self._context.draft.place(block, self._section)

    def _text(self, block: Block) -> None:
        draft = self._context.draft
        if self._flat and self._section.rules:
            told = [act(one, self._context.words) for one in sentences(block.text, draft.language)]
            draft.add("redress" if "report" in told else "closing", block)
            return
        note = "it stood below the rules of its section" if self._section.rules else ""
        self._section.text.append(block.text)
        draft.place(block, self._section, "medium" if note else "high", note)

    def _bullets(self, node: Bullets, above: Block | None, part: Part) -> None:
        context, draft = self._context, self._context.draft
        told = _lead(above, part, context)
        items = node.items
        if self._role in QUIET:
            self._plain_list(items, above)
        elif self._is_ladder(items, told):
            self._above(above, told)
            ladder.add_items(items, context)
        elif lists.are_values(items, told, context, self._role):
            self._above(above, told)
            lists.add_values(items, context, "high" if self._role == "values" or told.values else "medium")
        elif self._values_inside(items):
            self._above(above, told)
        elif self._are_rules(items, told):
            lead_ = told if told.level else Lead(level=_of_role(self._role))
            rules = len(self._section.rules)
            lists.add_rules(items, lead_, self._section, context)
            head = plain(told.text).rstrip(" :").lower()
            made = self._section.rules[rules:]
            bearers = [one for one in made if plain(one.text).lower().startswith(head)]
            joined = bool(bearers) and told.join != "none"
            self._above(above, told, bearers[0] if joined else None, all_of_them=len(bearers) == len(made))
        else:
            self._mixed(items, above, told)
        del draft

    def _is_ladder(self, items: list[lists.Item], told: Lead) -> bool:
        words = self._context.words
        if told.steps or ladder.labelled(items, words):
            return True
        return self._role == "consequences" and not told.level and not told.silent and (
            sum(words.has("sanction", item.block.text) for item in items) * 2 > len(items)
        )

    def _values_inside(self, items: list[lists.Item]) -> bool:
        """Numbered paragraphs of which one defines the values in a list of its own."""
        hits = [item for item in items if item.items and lists.defines(item, self._context)]
        if not hits:
            return False
        for item in items:
            if item in hits:
                lists.add_values(item.items, self._context, "high")
            elif item.items:
                self._bullets(Bullets([item]), None, Part(None))
                continue
            for block in (item.block, *item.more):
                self._paragraph(Block("paragraph", block.text, block.line))
        return True

    def _are_rules(self, items: list[lists.Item], told: Lead) -> bool:
        if told.silent:
            return False
        if not self._context.words.known:
            return True
        if told.level or (self._role in ("good", "bad") and not told.text):
            return True
        return lists.worth(items, self._context.words) * 2 > len(items)

    def _mixed(self, items: list[lists.Item], above: Block | None, told: Lead) -> None:
        """A list in which some items direct and some do not, or none does."""
        words, section = self._context.words, self._section
        duties = [_says(item, words) for item in items]
        if not any(duties) or told.silent:
            self._plain_list(items, above)
        else:
            self._above(above, told)
            for item, duty in zip(items, duties, strict=True):
                if duty:
                    lists.add_rules([item], Lead(), section, self._context)
                else:
                    self._plain_list([item], None)

    def _plain_list(self, items: list[lists.Item], above: Block | None) -> None:
        if above is not None:
            self._paragraph(above)
        text = lists.as_text(items)
        key = "closing" if self._flat and self._section.rules else ""
        if key:
            self._context.draft.fields.setdefault(key, []).append(text)
        else:
            self._section.text.append(text)
        for item in items:
            for block in item.blocks():
                self._context.draft.place(block, Named(key) if key else self._section)

    def _above(
        self, above: Block | None, told: Lead, bearer: Rule | None = None, *, all_of_them: bool = False
    ) -> None:
        """The paragraph before a list: its last sentence may have gone into the rules."""
        if above is None:
            return
        if bearer is None or not all_of_them:
            self._paragraph_or_text(above)
            return
        self._context.draft.place(above, bearer, "high", "its words lead into each rule of the list")
        if told.before:
            self._paragraph(Block("paragraph", told.before, above.line))

    def _paragraph_or_text(self, block: Block) -> None:
        """A lead-in is text of the section, whatever it says."""
        _inline_values(block, self._context)
        self._section.text.append(block.text)
        self._context.draft.place(block, self._section)


def _says(item: lists.Item, words: Lexicon) -> bool:
    """Whether an item among others that do not direct anybody does so: a phrase is not enough."""
    text = plain(item.block.text)
    return directs(text, words) and (complete(text) or len(text.split()) > 5)


def _of_role(role: str) -> str:
    return {"bad": "must-not", "good": "should"}.get(role, "")


def _inline_values(block: Block, context: Context) -> bool:
    """Values that a sentence lists: “our core values: integrity, honesty and respect”."""
    import re

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
