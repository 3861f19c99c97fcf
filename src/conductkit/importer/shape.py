"""Blocks made ready: residue of pages out, headings and items without markup found."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from conductkit.importer.introducing import introduced
from conductkit.importer.lexicon import Lexicon
from conductkit.importer.named_values import listed
from conductkit.importer.numbering import counted, marked, numbered_paragraphs
from conductkit.importer.words import bold_lead, complete, name_lead, opens, plain, tokens
from conductkit.outline import Block

_MARKS_FEW = 2
_LIST_LONGEST = 60
_NAME_LONGEST = 20
_LINK_INSIDE = re.compile(r"\[([^\[\]]{1,200})\]\(([^()\s#]{0,200})#[^()\s]{0,200}\)")
_CONTENTS_HERE = re.compile(r"\W*\[{1,2}_?TOC_?\]{1,2}\W*", re.IGNORECASE)
_DATED = (
    "when the text was made or changed; a code has `version`, `effective` and `changelog` for it"
)


def shaped(blocks: Sequence[Block], words: Lexicon, title: str) -> list[Block]:
    """The blocks with furniture named, and headings and items where the words make them so."""
    found = [ready for block in blocks for ready in _residue(block, words)]
    found = _captions([_told(block) for block in found], title)
    found = _contents(found, words)
    found = [_bold_number(_bold_heading(block)) for block in found]
    found = _named_leads(found)
    found = [part for block in found for one in marked(block) for part in counted(one)]
    found = _first_line(numbered_paragraphs(found))
    headings = sum(block.kind == "heading" for block in found)
    if headings < _MARKS_FEW:
        found = _lines(_numbered_headings(found), words)
        found = _topics(_bare(found, words), words)
    return introduced(listed(found, words), words)


def _residue(block: Block, words: Lexicon) -> list[Block]:
    """A block that a page left behind, as furniture; a hashtag is cut off its paragraph."""
    text = plain(block.text)
    if block.kind in ("paragraph", "heading") and words.whole("dated", text.strip("() ")):
        return [replace(block, kind="furniture", reason=_DATED)]
    if block.kind != "paragraph":
        return [block]
    reason = "residue of a web page"
    if words.residue(text):
        return [replace(block, kind="furniture", reason=reason)]
    tag = words.hashtag(block.text)
    if tag is None:
        return [block]
    rest = (block.text[: tag.start()] + block.text[tag.end() :]).strip()
    return [replace(block, text=rest), replace(block, kind="furniture", text=tag[0], reason=reason)]


def _told(block: Block) -> Block:
    """A heading of whole sentences is a paragraph in large letters."""
    inner = re.search(r"[.!?][\"”’)]?\s+[\"“(]?[^\W\d_a-z]", block.text)
    ends = complete(block.text) or opens(block.text)
    large = inner and ends and len(block.text.split()) > _NAME_LONGEST
    if block.kind != "heading" or not large:
        return block
    return replace(block, kind="paragraph", level=0, marker="")


def _captions(blocks: list[Block], title: str) -> list[Block]:
    """Lines that only say the name of the code again: captions of pictures, repeated headings."""
    name = _bare_name(title)
    if len(name) < 2:
        return blocks
    seen, found = False, []
    for block in blocks:
        alike = block.kind in ("paragraph", "heading") and len(block.text) < len(title) + 20
        if alike and _bare_name(block.text) == name:
            if seen:
                reason = "the title again: a caption or a heading of the page"
                block = replace(block, kind="furniture", reason=reason)
            seen = True
        found.append(block)
    return found


def _bare_name(text: str) -> list[str]:
    return [
        one for one in tokens(plain(text)) if one not in ("the", "a", "our") and not one.isdigit()
    ]


def _contents(blocks: list[Block], words: Lexicon) -> list[Block]:
    """Tables of contents: lines that are nothing but links to headings of the text itself, and
    the mark where one is put in."""
    names = [_bare_name(block.text) for block in blocks if block.kind == "heading"]
    found = list(blocks)
    reason = "the table of contents: it is made anew when the code is published"
    for number, block in enumerate(blocks):
        if _CONTENTS_HERE.fullmatch(block.text):
            found[number] = replace(block, kind="furniture", reason=reason)
    hits = [number for number, block in enumerate(blocks) if _leads_inside(block, names)]
    links = sum(len(_LINK_INSIDE.findall(blocks[number].text)) for number in hits)
    if links < _MARKS_FEW:
        return found
    for number in hits:
        found[number] = replace(blocks[number], kind="furniture", reason=reason)
    above = blocks[hits[0] - 1] if hits[0] else None
    if above is not None and words.role(plain(above.text)) == "contents":
        found[hits[0] - 1] = replace(above, kind="furniture", reason=reason)
    return found


def _leads_inside(block: Block, names: Sequence[list[str]]) -> bool:
    """Whether a block is nothing but links to anchors, each in this text or named as a heading."""
    found = _LINK_INSIDE.findall(block.text)
    return (
        bool(found)
        and block.kind != "heading"  # one that leads to itself
        and re.search(r"\w", _LINK_INSIDE.sub("", block.text).replace("&nbsp;", "")) is None
        and all(not page or _bare_name(name) in names for name, page in found)
    )


def _bold_heading(block: Block) -> Block:
    """A paragraph that is nothing but a few words in bold is a heading."""
    match = re.fullmatch(r"(\*\*|__)([*_]?)([^*_]{2,80})\2\1:?", block.text)
    if block.kind != "paragraph" or block.level or match is None:
        return block
    name = match[3].strip(": ")
    if complete(name.rstrip("?")) or len(name.split()) > 8:
        return block
    return replace(block, kind="heading", text=name, level=4)


def _named_leads(blocks: list[Block]) -> list[Block]:
    """Names in bold before what leads into a list are headings, when there are several.

    “**Keeping you informed.** We will:”
    """
    pairs = pairwise(blocks)
    hits = {
        id(block)
        for block, after in pairs
        if block.kind == "paragraph" and not block.level and after.kind == "item"
        and opens(block.text) and bold_lead(block.text)[0] and bold_lead(block.text)[1]
    }  # fmt: skip
    if len(hits) < _MARKS_FEW:
        return blocks
    found: list[Block] = []
    for block in blocks:
        name, rest = bold_lead(block.text) if id(block) in hits else ("", "")
        if name:
            found.append(replace(block, kind="heading", text=name.rstrip(". "), level=4))
        found.append(replace(block, text=rest) if name else block)
    return found


def _bold_number(block: Block) -> Block:
    """A paragraph that begins with a number in bold is an item."""
    match = re.match(r"(\*\*|__)(\d{1,3}[.)])\1\s+(?=\S)", block.text)
    if block.kind != "paragraph" or match is None:
        return block
    text = block.text[match.end() :]
    level = block.level + 1
    return replace(block, kind="item", text=text, level=level, ordered=True, marker=match[2])


def _first_line(blocks: list[Block]) -> list[Block]:
    """A numbered line that stands first and alone is the title; its number is left out."""
    if len(blocks) < 2 or blocks[1].kind != "paragraph" or blocks[1].level:
        return blocks
    block = blocks[0]
    if block.kind != "item" or not block.ordered or block.level != 1 or not _short(block.text):
        return blocks
    reason = "a number as printed; numbers are made when the code is published"
    mark = replace(block, kind="furniture", text=block.marker, marker="", reason=reason)
    return [replace(block, kind="heading", level=1, marker="", ordered=False), mark, *blocks[1:]]


def _numbered_headings(blocks: list[Block]) -> list[Block]:
    """Numbered lines that stand alone above paragraphs are headings, when there are several."""
    hits = [
        number
        for number, block in enumerate(blocks[:-1])
        if block.kind == "item" and block.ordered and block.level == 1 and _short(block.text)
        and blocks[number + 1].kind == "paragraph" and not blocks[number + 1].level
    ]  # fmt: skip
    known = sum(block.kind == "heading" and block.marker[:1].isdigit() for block in blocks)
    if len(hits) + known < _MARKS_FEW:
        return blocks
    found = list(blocks)
    hits += [
        number
        for number, block in enumerate(blocks[:-1])
        if block.kind == "item" and block.ordered and block.level == 1 and _short(block.text)
        and blocks[number + 1].kind == "item" and blocks[number + 1].level == 1
        and not blocks[number + 1].ordered
    ]  # fmt: skip
    for number in hits:
        block = blocks[number]
        text = f"{block.marker} {block.text}"
        found[number] = replace(block, kind="heading", text=text, level=2, marker="")
    return found


def _topics(blocks: list[Block], words: Lexicon) -> list[Block]:
    """Short lines such as “Making it easy:” above lists are headings, when there are several."""
    hits = [
        number
        for number, block in enumerate(blocks[:-1])
        if block.kind == "paragraph" and block.text.endswith(":") and not block.level
        and blocks[number + 1].kind == "item" and _short(block.text.rstrip(" :"))
        and words.starts("names_topic", plain(block.text))
    ]  # fmt: skip
    if len(hits) < _MARKS_FEW:
        return blocks
    found = list(blocks)
    for number in hits:
        found[number] = replace(blocks[number], kind="heading", level=2)
    return found


def _lines(blocks: list[Block], words: Lexicon) -> list[Block]:
    """Short lines directly below one another, three or more, are items."""
    found = list(blocks)
    start = 0
    for index in range(1, len(blocks) + 1):
        block = blocks[index] if index < len(blocks) else None
        if block and _is_line(block, words) and block.line == blocks[index - 1].line + 1:
            continue
        if index - start > _MARKS_FEW and _is_line(blocks[start], words):
            for at in range(start, index):
                found[at] = replace(blocks[at], kind="item", level=1, marker="")
        start = index
    return found


def _is_line(block: Block, words: Lexicon) -> bool:
    plain_line = block.kind == "paragraph" and not block.level
    return plain_line and _short(block.text) and not words.role(plain(block.text))


def _short(text: str, most: int = 9) -> bool:
    """Whether a line looks like a heading: few words, a capital, no mark at its end."""
    bare = plain(text)
    if not bare or len(bare) > 80 or len(bare.split()) > most or bare[-1] in ".,;:!…":
        return False
    return not bare[0].islower() and bare[0] not in "[(<{\"“‘'" and "@" not in bare


def _bare(blocks: list[Block], words: Lexicon) -> list[Block]:
    """Headings and items of a text that has lost its markup, or never had any."""
    found: list[Block] = []
    listing = 0
    rest = [block for block in blocks if block.kind != "furniture"]
    after = dict(zip(map(id, rest), [*rest[1:], None], strict=False))
    lengths = Counter(len(block.text) > 200 for block in rest)
    for block in blocks:
        if block.kind != "paragraph" or block.level:
            listing = listing if block.kind == "furniture" else 0
        elif _is_heading(block, after[id(block)], words, bool(listing), first=block is rest[0]):
            block = replace(block, kind="heading", level=1 if block is rest[0] else 2)
            role = words.role(plain(block.text))
            listing = 1 if role in ("good", "bad", "values") and lengths[False] else 0
        elif listing and _is_item(block):
            block = replace(block, kind="item", level=1, marker="")
            listing += 1
        else:
            listing = 1 if _opens_list(block, after[id(block)]) else 0
        found.append(block)
    return found


def _is_heading(
    block: Block, after: Block | None, words: Lexicon, listing: bool, *, first: bool
) -> bool:
    if not _short(block.text) or after is None or ": " in block.text:
        return False
    if first or words.role(plain(block.text)):
        return True
    if after.kind != "paragraph":
        return not (words.ends("list_end", block.text) or words.ends("modal_end", block.text))
    long = len(after.text) > 100 or after.text.rstrip().endswith(":")
    return long or (not listing and complete(after.text)) or (_short(after.text) and not listing)


def _opens_list(block: Block, after: Block | None) -> bool:
    if not block.text.rstrip().endswith(":") or after is None or after.kind != "paragraph":
        return False
    return _is_item(after) and not name_lead(block.text)[0]


def _is_item(block: Block) -> bool:
    text = block.text.rstrip()
    inner = re.findall(r"[.!?]\s+[A-Z]", text)
    return len(text.split()) <= _LIST_LONGEST and not inner and not text.endswith(":")
