"""The content of one part into its section: paragraphs, lists, tables, in order."""

from conductkit.importer import ladder, lists, tables, values
from conductkit.importer.announced import by_role, lead_of, says, subject
from conductkit.importer.draft import Rule, Section
from conductkit.importer.judge import directs, turns
from conductkit.importer.leads import Lead
from conductkit.importer.lists import Context
from conductkit.importer.paragraphs import QUIET, Paragraphs, strict
from conductkit.importer.parts import Bullets, Item, Part, Rows
from conductkit.importer.word_lists import Words
from conductkit.importer.words import bold_lead, opens, plain
from conductkit.outline import Block


class Walk:
    """The content of one part into its section."""

    def __init__(
        self, section: Section, context: Context, role: str, *, loose: bool = True
    ) -> None:
        self._section, self._context, self._role = section, context, role
        self._paragraphs = Paragraphs(section, context, role, loose=loose)
        self._words = Words(section, context, self._paragraphs)

    def content(self, part: Part) -> None:
        """Every node in order; a paragraph before a list leads into it."""
        nodes = part.content
        for index, node in enumerate(nodes):
            after = nodes[index + 1] if index + 1 < len(nodes) else None
            if isinstance(node, Bullets):
                above = nodes[index - 1] if index else None
                self._bullets(node, above if isinstance(above, Block) else None, part)
            elif isinstance(node, Rows):
                tables.add(node, self._section, self._context, self._role)
            elif not isinstance(after, Bullets):
                self._paragraphs.add(node)

    def _bullets(self, node: Bullets, above: Block | None, part: Part) -> None:
        context = self._context
        items = node.items
        told = subject(lead_of(above, part, context), items, context.words)
        contact = self._role == "contact" and not told.level
        was = context.earlier.took([item.block.text for item in items])
        reach = contact and not any(says(item, context.words) for item in items)
        if was == "rules":
            self._rules(items, above, told)
        elif was == "words" or self._role in QUIET or reach:
            self._words.add(items, above)
        elif was == "both":
            self._mixed(items, above, told)
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
            self._rules(items, above, told)
        else:
            self._mixed(items, above, told)

    def _rules(self, items: list[Item], above: Block | None, told: Lead) -> None:
        """A list of rules; the words that lead into it go into each, or stand above it."""
        context = self._context
        lead_ = told if told.level else by_role(told, self._role, context.words)
        self._paragraphs.loose = True
        rules = len(self._section.rules)
        lists.add_rules(items, lead_, self._section, context)
        head = plain(told.text).rstrip(" :：.…").lower()
        made = self._section.rules[rules:]
        bearers = [one for one in made if plain(one.text).lower().startswith(head)]
        joined = bool(bearers) and told.join != "none"
        bearer = bearers[0] if joined and len(bearers) == len(made) else None
        self._above(above, told, bearer, moved=rules > 0)

    def _binds(self, items: list[Item], told: Lead) -> bool:
        return bool(told.level) or any(
            says(item, self._context.words) and not turns(item.block.text, self._context.words)
            for item in items
        )

    def _is_ladder(self, items: list[Item], told: Lead) -> bool:
        words = self._context.words
        if ladder.labelled(items, words):
            return True
        due = told.steps or (self._role == "consequences" and not told.level and not told.silent)
        threats = sum(words.has("sanction", plain(item.block.text)) for item in items)
        return due and threats * 2 >= len(items)

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
                self._paragraphs.add(Block("paragraph", block.text, block.line))
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
        was = [self._context.earlier.took([item.block.text]) for item in items]
        duties = [
            before == "rules" or (says(item, words) and not before)
            for item, before in zip(items, was, strict=True)
        ]
        alike = all(bold_lead(item.block.text)[0] for item in items)
        if "words" not in was and any(duties) and (alike or sum(duties) * 2 >= len(items)):
            duties = [True] * len(items)  # such a list stays together, and in its order
        leads_in = above is not None and opens(above.text)
        if leads_in and not any(duties) and not told.silent and directs(plain(told.text), words):
            self._words.whole(items, above, told)
        elif not any(duties) or told.silent:
            self._words.add(items, above)
        else:
            self._above(above, told)
            for item, duty in zip(items, duties, strict=True):
                if duty:
                    lists.add_rules([item], Lead(), section, self._context)
                else:
                    self._words.add([item], None)

    def _above(
        self,
        above: Block | None,
        told: Lead,
        bearer: Rule | None = None,
        *,
        moved: bool = False,
    ) -> None:
        """The paragraph before a list: its last sentence may have gone into the rules.

        `moved` is whether other rules stood before it, so that its words now stand above them.
        """
        if above is None:
            return
        if bearer is None:
            self._paragraph_or_text(above)
            return
        self._context.draft.place(
            above, bearer, "high", "its words lead into each rule of the list"
        )
        if told.before:
            block = Block("paragraph", told.before, above.line)
            self._paragraphs.add(block) if strict(block, self._context) else self._paragraphs.text(
                block, first=not moved
            )

    def _paragraph_or_text(self, block: Block) -> None:
        """A lead-in is text of the section, whatever it says."""
        values.inline(block, self._context)
        self._section.text.append(block.text)
        self._context.draft.place(block, self._section)
