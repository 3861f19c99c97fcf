"""Values that have a heading each, below one that announces them."""

from collections.abc import Sequence
from itertools import takewhile

from conductkit.importer import lists, prose
from conductkit.importer.draft import Value
from conductkit.importer.judge import imperative
from conductkit.importer.lists import Context
from conductkit.importer.parts import Bullets, Part, Rows
from conductkit.importer.words import complete, headline, number, plain
from conductkit.outline import Block

_NUMBER = "a number as printed; numbers are made when the code is published"
_LONGEST = 5


def take(found: Sequence[Part], context: Context) -> list[Part]:
    """The parts without those that were values; these are in the draft."""
    kept: list[Part] = []
    index = 0
    while index < len(found):
        part = found[index]
        index += 1
        inner = _below(part, found[index:])
        if part.heading is None or not _announces(part, context) or not _are(inner, context):
            kept.append(part)
            continue
        for one in inner:
            _value(one, context)
        index += len(inner)
        if part.content:
            kept.append(part)
        else:
            reason = "a heading; what stands below it are the values of the code"
            context.draft.leave(part.heading.line, part.heading.text, reason)
    return kept


def _below(part: Part, after: Sequence[Part]) -> list[Part]:
    return list(takewhile(lambda one: one.level > part.level, after))


def _announces(part: Part, context: Context) -> bool:
    return context.words.role(headline(part.named.text)) == "values"


def _are(inner: Sequence[Part], context: Context) -> bool:
    """Whether parts are values: short names, one as deep as the other, and words, not rules."""
    if len(inner) < 2 or len({one.level for one in inner}) > 1:
        return False
    duties = sum(prose.duties(block, context) for one in inner for block in one.paragraphs)
    return duties <= 2 * len(inner) and all(_is(one, context) for one in inner)


def _is(part: Part, context: Context) -> bool:
    words = context.words
    name = headline(part.named.text)
    size = len(name.split())
    if not 1 <= size <= _LONGEST or complete(name) or words.role(name):
        return False
    if size > 1 and imperative(name, words):
        return False
    if any(isinstance(node, Rows) for node in part.content) or not part.content:
        return False
    return not any(lists.worth(one.items, words) * 2 > len(one.items) for one in part.bullets)


def _value(part: Part, context: Context) -> None:
    draft = context.draft
    printed, name = number(plain(part.named.text))
    if printed:
        draft.leave(part.named.line, printed, _NUMBER)
    texts, blocks = [], [part.named]
    for node in part.content:
        if isinstance(node, Block):
            texts.append(node.text)
            blocks.append(node)
        elif isinstance(node, Bullets):
            texts.append(lists.bullets(node.items))
            blocks += [block for item in node.items for block in item.blocks()]
    value = Value(name.strip(" .:;,"), "\n\n".join(texts))
    draft.values.append(value)
    for block in blocks:
        draft.place(block, value)
