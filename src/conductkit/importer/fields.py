"""Parts that are fields of a code: purpose, scope, terms, last words."""

from conductkit.importer import lists, prose, values
from conductkit.importer.draft import Named, Section
from conductkit.importer.judge import act
from conductkit.importer.lists import Context
from conductkit.importer.paragraphs import QUIET
from conductkit.importer.parts import Bullets, Part, Rows
from conductkit.importer.words import bold_lead, name_lead, plain, sentences
from conductkit.outline import Block


def field(part: Part, key: str, context: Context) -> None:
    """The content of a part into a field of the code."""
    draft = context.draft
    for node in part.content:
        if isinstance(node, Bullets):
            draft.fields.setdefault(key, []).append(lists.bullets(node.items))
            for item in node.items:
                for block in item.blocks():
                    draft.place(block, Named(key))
        elif isinstance(node, Rows):
            for row in ([node.head] if node.head else []) + node.rows:
                draft.add(key, row)
        else:
            values.inline(node, context)
            _sanctions_out(node, key, context)
    if part.heading is not None:
        reason = f"a heading; what stands below it is `{key}`"
        draft.leave(part.named.line, part.named.text, reason)


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


def terms(part: Part, context: Context) -> bool:
    """A part of definitions as terms."""
    items = [item for list_ in part.bullets for item in list_.items]
    named = [bold_lead(item.block.text) for item in items]
    named = [
        pair if pair[0] else name_lead(item.block.text)
        for pair, item in zip(named, items, strict=True)
    ]
    if not items or not all(name and rest for name, rest in named) or part.paragraphs:
        return False
    names = [plain(name) for name, _ in named]
    if len(set(names)) < len(names) or any(item.items for item in items):
        return False
    for (name, rest), item in zip(named, items, strict=True):
        context.draft.terms.append((plain(name), "\n\n".join([rest, *(b.text for b in item.more)])))
        for block in item.blocks():
            context.draft.place(block, Named("terms"))
    context.draft.leave(
        part.named.line, part.named.text, "a heading; what stands below it is `terms`"
    )
    return True


def close(found: list[Part], roles: list[str], context: Context) -> None:
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
        context.draft.add(
            "closing", block, sure="medium", note="taken for the last words of the code"
        )
