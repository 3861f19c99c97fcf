"""The content of one part into its section: paragraphs, lists, tables, in order."""

from dataclasses import replace

from conductkit.importer import ladder, lists, prose, tables, values
from conductkit.importer.draft import Named, Rule, Section
from conductkit.importer.judge import act, directs
from conductkit.importer.leads import Join, Lead, joint, lead
from conductkit.importer.lexicon import Lexicon
from conductkit.importer.lists import Context
from conductkit.importer.parts import Bullets, Item, Part, Rows
from conductkit.importer.words import complete, plain, sentences
from conductkit.outline import Block

QUIET = ("attribution", "history", "contents", "aside")
"""The roles of headings below which nothing directs anybody."""


def lead_of(before: Block | None, part: Part, context: Context) -> Lead:
    """What stands before a list: a paragraph, or the heading itself."""
    if before is not None:
        told = sentences(before.text, context.words.language)
        return lead(before.text, context.words, told)
    heading = part.heading
    if heading is not None and heading.text.rstrip().endswith(":"):
        return lead(heading.text, context.words, [heading.text])
    return Lead()


def strict(block: Block, context: Context) -> bool:
    return context.words.has("strict", plain(block.text))


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


class Walk:
    """The content of one part into its section."""

    def __init__(
        self, section: Section, context: Context, role: str, *, loose: bool = True
    ) -> None:
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
        valued = values.inline(block, self._context)
        words = self._context.words
        quiet = self._role in QUIET
        if quiet or (valued and not strict(block, self._context)):
            self._text(block)
        elif not self._loose and not strict(block, self._context):
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

    def _text(self, block: Block, *, first: bool = False) -> None:
        draft = self._context.draft
        if self._flat and self._section.rules and not first:
            told = [act(one, self._context.words) for one in sentences(block.text, draft.language)]
            draft.add("redress" if "report" in told else "closing", block)
            return
        note = (
            "it stood below the rules of its section" if self._section.rules and not first else ""
        )
        self._section.text.append(block.text)
        draft.place(block, self._section, "medium" if note else "high", note)

    def _bullets(self, node: Bullets, above: Block | None, part: Part) -> None:
        context, draft = self._context, self._context.draft
        told = lead_of(above, part, context)
        items = node.items
        if self._role in QUIET:
            self._plain_list(items, above)
        elif self._is_ladder(items, told):
            self._above(above, told)
            ladder.add_items(items, context)
        elif values.are_values(items, told, context, self._role):
            self._above(above, told)
            values.add_values(
                items, context, "high" if self._role == "values" or told.values else "medium"
            )
        elif self._values_inside(items):
            self._above(above, told)
        elif self._are_rules(items, told):
            lead_ = told if told.level else _by_role(told, self._role, context.words)
            self._loose = True
            rules = len(self._section.rules)
            lists.add_rules(items, lead_, self._section, context)
            head = plain(told.text).rstrip(" :").lower()
            made = self._section.rules[rules:]
            bearers = [one for one in made if plain(one.text).lower().startswith(head)]
            joined = bool(bearers) and told.join != "none"
            self._above(
                above, told, bearers[0] if joined else None, all_of_them=len(bearers) == len(made)
            )
        else:
            self._mixed(items, above, told)
        del draft

    def _is_ladder(self, items: list[Item], told: Lead) -> bool:
        words = self._context.words
        if told.steps or ladder.labelled(items, words):
            return True
        return (
            self._role == "consequences"
            and not told.level
            and not told.silent
            and (sum(words.has("sanction", item.block.text) for item in items) * 2 > len(items))
        )

    def _values_inside(self, items: list[Item]) -> bool:
        """Numbered paragraphs of which one defines the values in a list of its own."""
        hits = [item for item in items if item.items and values.defines(item, self._context)]
        if not hits:
            return False
        for item in items:
            if item in hits:
                values.add_values(item.items, self._context, "high")
            elif item.items:
                self._bullets(Bullets([item]), None, Part(None))
                continue
            for block in (item.block, *item.more):
                self._paragraph(Block("paragraph", block.text, block.line))
        return True

    def _are_rules(self, items: list[Item], told: Lead) -> bool:
        if told.silent:
            return False
        if not self._context.words.known:
            return True
        if told.level or self._role in ("good", "bad"):
            return True
        return lists.worth(items, self._context.words) * 2 > len(items)

    def _mixed(self, items: list[Item], above: Block | None, told: Lead) -> None:
        """A list in which some items direct and some do not, or none does."""
        words, section = self._context.words, self._section
        duties = [_says(item, words) for item in items]
        opens = above is not None and above.text.rstrip().endswith(":")
        if opens and not any(duties) and not told.silent and directs(plain(told.text), words):
            self._whole(items, above, told)
        elif not any(duties) or told.silent:
            self._plain_list(items, above)
        else:
            self._above(above, told)
            for item, duty in zip(items, duties, strict=True):
                if duty:
                    lists.add_rules([item], Lead(), section, self._context)
                else:
                    self._plain_list([item], None)

    def _whole(self, items: list[Item], above: Block | None, told: Lead) -> None:
        """A duty and the list that completes it are one rule."""
        if above is None:
            return
        if told.before:
            self._text(Block("paragraph", told.before, above.line), first=True)
        rule = Rule(f"{told.text}\n\n{lists.bullets(items)}", above.line, own=plain(told.text))
        self._section.rules.append(rule)
        place = self._context.draft.place
        place(above, rule, "medium", "a duty with the list that completes it")
        for item in items:
            for block in item.blocks():
                place(block, rule, "medium")

    def _plain_list(self, items: list[Item], above: Block | None) -> None:
        if above is not None:
            self._paragraph(above)
        text = lists.bullets(items)
        key = "closing" if self._flat and self._section.rules else ""
        if key:
            self._context.draft.fields.setdefault(key, []).append(text)
        else:
            self._section.text.append(text)
        for item in items:
            for block in item.blocks():
                self._context.draft.place(block, Named(key) if key else self._section)

    def _above(
        self,
        above: Block | None,
        told: Lead,
        bearer: Rule | None = None,
        *,
        all_of_them: bool = False,
    ) -> None:
        """The paragraph before a list: its last sentence may have gone into the rules."""
        if above is None:
            return
        if bearer is None or not all_of_them:
            self._paragraph_or_text(above)
            return
        self._context.draft.place(
            above, bearer, "high", "its words lead into each rule of the list"
        )
        if told.before:
            block = Block("paragraph", told.before, above.line)
            self._paragraph(block) if strict(block, self._context) else self._text(
                block, first=True
            )

    def _paragraph_or_text(self, block: Block) -> None:
        """A lead-in is text of the section, whatever it says."""
        values.inline(block, self._context)
        self._section.text.append(block.text)
        self._context.draft.place(block, self._section)


def _says(item: Item, words: Lexicon) -> bool:
    """Whether an item among others that do not direct anybody does so: a phrase is not enough."""
    text = plain(item.block.text)
    return directs(text, words) and (complete(text) or len(text.split()) > 5)


def _by_role(told: Lead, role: str, words: Lexicon) -> Lead:
    """A lead-in that says nothing of its own, with the level that the heading gives."""
    level = _of_role(role)
    opens = level and told.text.rstrip().endswith(":")
    join: Join = joint(plain(told.text), words) if opens else "none"
    return replace(told, level=level, join=join)


def _of_role(role: str) -> str:
    return {"bad": "must-not", "good": "should"}.get(role, "")
