"""Paragraphs of a part: text of its section, or rules and consequences by what they do."""

from conductkit.importer import labels, prose, values
from conductkit.importer.draft import Section
from conductkit.importer.judge import act
from conductkit.importer.lists import Context
from conductkit.importer.words import plain, sentences
from conductkit.outline import Block

QUIET = ("attribution", "history", "contents", "aside")
"""The roles of headings below which nothing directs anybody."""


def strict(block: Block, context: Context) -> bool:
    return context.words.has("strict", plain(block.text))


class Paragraphs:
    """Where the paragraphs of one part go.

    `loose` is whether any of them may direct somebody; in a preamble only strict words do.
    """

    def __init__(self, section: Section, context: Context, role: str, *, loose: bool) -> None:
        self._section, self._context, self._role, self.loose = section, context, role, loose
        self._flat = not section.title

    def add(self, block: Block) -> None:
        """A paragraph to where it belongs."""
        rules, draft = self._section.rules, self._context.draft
        if rules and labels.take(block, rules[-1], draft, self._context.words):
            return
        valued = values.inline(block, self._context)
        words = self._context.words
        binds = strict(block, self._context)
        told = sentences(block.text, words.language)
        if any(self._context.earlier.took([one]) == "rules" for one in told):
            prose.add(block, self._section, self._context)
        elif self._role in QUIET or (valued and not binds):
            self.text(block)
        elif not self.loose and not binds:
            self._threatless(block)
        elif self._flat and words.has("attribution", plain(block.text)):
            self._context.draft.add("closing", block)
        elif self._flat and not prose.duties(block, self._context):
            self.text(block)
        else:
            contact = self._role == "contact"
            prose.add(block, self._section, self._context, contact=contact)

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

    def text(self, block: Block, *, first: bool = False) -> None:
        draft = self._context.draft
        if self._flat and self._section.rules and not first:
            told = [act(one, self._context.words) for one in sentences(block.text, draft.language)]
            reach = self._context.words.has("reach", plain(block.text))
            draft.add("redress" if "report" in told else "scope" if reach else "closing", block)
            return
        note = (
            "it stood below the rules of its section" if self._section.rules and not first else ""
        )
        self._section.text.append(block.text)
        draft.place(block, self._section, "medium" if note else "high", note)
