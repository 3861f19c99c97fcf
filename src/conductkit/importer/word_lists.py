"""Lists that are no rules of their own: words of a section, or the end of the rule above them."""

from conductkit.importer import lists
from conductkit.importer.draft import Named, Rule, Section
from conductkit.importer.leads import Lead
from conductkit.importer.lists import Context
from conductkit.importer.paragraphs import Paragraphs
from conductkit.importer.parts import Item
from conductkit.importer.words import plain
from conductkit.outline import Block


class Words:
    """Where the lists of words of one part go."""

    def __init__(self, section: Section, context: Context, paragraphs: Paragraphs) -> None:
        self._section, self._context, self._paragraphs = section, context, paragraphs
        self._flat = not section.title

    def whole(self, items: list[Item], above: Block | None, told: Lead) -> None:
        """A duty and the list that completes it are one rule."""
        if above is None:
            return
        if told.before:
            self._paragraphs.text(Block("paragraph", told.before, above.line), first=True)
        rule = Rule(f"{told.text}\n\n{lists.bullets(items)}", above.line, own=plain(told.text))
        self._section.rules.append(rule)
        place = self._context.draft.place
        place(above, rule, "medium", "a duty with the list that completes it")
        for item in items:
            for block in item.blocks():
                place(block, rule, "medium")

    def add(self, items: list[Item], above: Block | None) -> None:
        """A list and the paragraph above it, as words."""
        if above is not None:
            self._paragraphs.add(above)
        text = lists.bullets(items)
        holder = self._led_by(above)
        if holder is not None:
            holder.text += f"\n\n{text}"
            for item in items:
                for block in item.blocks():
                    self._context.draft.place(
                        block, holder, "medium", "a list that belongs to the rule above it"
                    )
            return
        key = self._field(above)
        if key:
            self._context.draft.fields.setdefault(key, []).append(text)
        else:
            self._section.text.append(text)
        for item in items:
            for block in item.blocks():
                self._context.draft.place(block, Named(key) if key else self._section)

    def _field(self, above: Block | None) -> str:
        """The field for a list of words behind the rules of a code without sections."""
        if not self._flat or not self._section.rules:
            return ""
        home = self._context.draft.placed[-1].target if above is not None else None
        return home.target if isinstance(home, Named) else "closing"

    def _led_by(self, above: Block | None) -> Rule | None:
        """The rule that ends with the words which lead into a list, if they went into one."""
        if above is None or not self._section.rules or not above.text.rstrip().endswith(":"):
            return None
        last = self._section.rules[-1]
        same = last.line == above.line and plain(above.text).endswith(plain(last.text)[-30:])
        return last if same else None
