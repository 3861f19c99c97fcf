"""Ladders of consequences: steps with what leads to them and what happens."""

import re

from conductkit.importer.draft import Step
from conductkit.importer.lexicon import Lexicon
from conductkit.importer.lists import Context
from conductkit.importer.parts import Item, Part
from conductkit.importer.words import bold_lead, name_lead, number, plain
from conductkit.outline import Block

_LABELLED = re.compile(
    r"^\s*(?:(?:\*\*|__)?(?P<label>[^*_:.\n]{2,40}?)(?:\s*:)?(?:\*\*|__)?\s*[:–—]"
    r"|(?:\*\*|__)(?P<bold>[^*_:.\n]{2,40})\.(?:\*\*|__))\s*(?P<rest>.+)$",
    re.DOTALL,
)


def is_step(part: Part, words: Lexicon) -> bool:
    """Whether a part with a heading is a step: it says what leads to it or what follows."""
    return (
        any(_label(block.text, words)[0] for block in part.paragraphs) and part.heading is not None
    )


def add_part(part: Part, context: Context) -> None:
    """A part as a step."""
    printed, name = number(plain(part.named.text))
    step = Step(name)
    context.draft.place(part.named, step)
    if printed:
        context.draft.leave(
            part.named.line, printed, "a number as printed; numbers are made when it is published"
        )
    for block in [
        *part.paragraphs,
        *(b for list_ in part.bullets for item in list_.items for b in item.blocks()),
    ]:
        _fill(step, block, context)
    context.draft.steps.append(step)


def add_items(items: list[Item], context: Context) -> None:
    """The items of a list as steps."""
    for item in items:
        name, rest = bold_lead(item.block.text)
        if not name:
            name, rest = name_lead(item.block.text)
        rest = rest.lstrip("-–— ") if name else ""
        shown = name or _first(item.block.text)
        step = Step(plain(shown).rstrip(".:"), then=rest)
        if not name and shown != item.block.text:
            step.then = item.block.text
        context.draft.place(item.block, step)
        for block in item.blocks()[1:]:
            _fill(step, block, context)
        context.draft.steps.append(step)


def _first(text: str) -> str:
    """A name for a step that has none of its own: its first words."""
    words = plain(text).split()
    return text if len(words) <= 8 else " ".join(words[:6])


def _fill(step: Step, block: Block, context: Context) -> None:
    kind, label, rest = _label(block.text, context.words)
    text = rest if kind in ("when", "then") else block.text
    if kind == "when" and not step.when:
        step.when = text
    else:
        step.then = f"{step.then}\n\n{text}" if step.then else text
    if kind in ("when", "then"):
        context.draft.leave(block.line, label, f"a label; its words are in `{kind}`")
    context.draft.place(block, step)


def _label(text: str, words: Lexicon) -> tuple[str, str, str]:
    """`when` or `then` for a paragraph with such a label, the label, and the rest."""
    match = _LABELLED.match(text)
    if match is None:
        return "", "", text
    label = plain(match["label"] or match["bold"]).strip()
    for kind in ("when", "then", "more"):
        if words.whole(f"{kind}_label", label):
            return kind, label, match["rest"].strip().removeprefix("**").strip()
    return "", "", text


def labelled(items: list[Item], words: Lexicon) -> bool:
    """Whether the items have labelled items inside: a ladder, whatever stands above it."""
    inner = [child for item in items for child in item.items]
    return len(inner) > 1 and sum(
        bool(_label(one.block.text, words)[0]) for one in inner
    ) * 2 > len(inner)


def named_sanction(sentence: str, words: Lexicon) -> str:
    """The name of a consequence told in a sentence: the gravest sanction that it names."""
    known = next((name for name, pattern in words.names if pattern.search(sentence)), "")
    match = words.find("sanction", sentence)
    return known or (match[0].capitalize() if match else plain(sentence)[:40])
