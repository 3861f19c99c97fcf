"""Items that only a printed number shows, at the head of paragraphs or in one: 1., 2), (3), (b)."""

import re
from collections.abc import Sequence
from dataclasses import replace

from conductkit.outline import Block

_FEW = 2
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


def counted(block: Block) -> list[Block]:
    """A paragraph that counts 1., 2., 3. or a), b), c) inside as one paragraph for each mark; an
    item that goes on counting as one item for each."""
    item = block.kind == "item"
    text = f"{block.marker} {block.text}" if item else block.text
    first = re.match(r"\(?([1aA])[.)]\s", text)
    if block.kind not in ("paragraph", "item") or first is None:
        return [block]
    starts, stop = [0], "[.;,!?]" if item else ""
    while match := re.compile(
        rf"(?<={stop}\s)\(?{_after(first[1], len(starts))}[.)]\s(?=[^\W\d_a-z])"
    ).search(text, starts[-1]):  # fmt: skip
        starts.append(match.start())
    if len(starts) <= _FEW:
        return [block]
    ends = [*starts[1:], len(text)]
    found = [
        replace(block, text=text[start:end].strip())
        for start, end in zip(starts, ends, strict=True)
    ]
    return [_as_item(one, block.level) for one in found] if item else found


def _after(mark: str, count: int) -> str:
    """The number or letter that stands so many places behind another one."""
    return str(count + 1) if mark == "1" else re.escape(chr(ord(mark) + count))


def marked(block: Block) -> list[Block]:
    """A paragraph whose lines each begin with one sign, as ✔ or ►, as an item for each line."""
    found = re.match(rf"({_SIGNS})\s*(?=\S)", block.text)
    if block.kind != "paragraph" or found is None:
        return [block]
    parts = [part.strip() for part in re.split(rf"(?:^|\s){found[1]}\s+", block.text)]
    level = block.level + 1
    return [
        replace(block, kind="item", text=part, level=level, marker=found[1])
        for part in parts
        if part
    ]


_SIGNS = "[✓✔✅☑✗✘❌☒➢➤►▶▪■●◆◦★☆👍👎🚫]\ufe0f?"


def numbered_paragraphs(blocks: Sequence[Block]) -> list[Block]:
    """Paragraphs that follow one another and begin with 1., 2., 3. or (a), (b), (c) are items."""
    found = list(blocks)
    start = 0
    for index in range(len(blocks) + 1):
        if index < len(blocks) and _counts(blocks[index], index - start + 1):
            continue
        if index - start >= _FEW:
            for at in range(start, index):
                found[at] = _as_item(blocks[at], blocks[at].level + 1)
        start = index if index < len(blocks) and _counts(blocks[index], 1) else index + 1
    return found


def _counts(block: Block, number: int) -> bool:
    """Whether a paragraph begins with the number looked for, or with the letter in its place."""
    if block.kind != "paragraph":
        return False
    letter = _LETTERS[number - 1] if number <= len(_LETTERS) else "a"
    mark = rf"(?:{number}[.)]|\({number}\)|\(?{letter}\))\s+(?=\S)"
    return re.match(mark, block.text) is not None


def _as_item(block: Block, level: int) -> Block:
    marker, text = block.text.split(maxsplit=1)
    return replace(block, kind="item", text=text, level=level, ordered=True, marker=marker)
