"""What went wrong on the way in: numbering, residue, casing, links, references."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from conductkit.importer.lexicon import Lexicon
from conductkit.importer.words import number, plain
from conductkit.outline import Block, Remark

_ANCHOR = re.compile(r"\]\(#([^()\s]{1,200})\)")
_MALFORMED = re.compile(
    r"\(https?:(?!//)[^()\s]{1,200}\)|\bhttps?://[^\s\[\]()]{3,200}\[[^\[\]]{1,100}\]"
    r"|\[[^\[\]]{1,100}\]\s\(https?://|\]\(\s*\)|\bhttps?:/(?!/)[^\s)]{1,100}"
)
_UNDEFINED = re.compile(r"\[([^\[\]]{1,80})\]\[([^\[\]]{0,80})\]")


def signs(blocks: Sequence[Block], title: str, words: Lexicon) -> Iterator[Remark]:
    """Everything about the source that its reader should look at."""
    yield from _residue(blocks)
    yield from _numbering(blocks)
    yield from _links(blocks)
    yield from _references(blocks, words)
    yield from _casing(blocks, title)
    yield from _obscured(blocks, words)


def _residue(blocks: Sequence[Block]) -> Iterator[Remark]:
    for block in blocks:
        if block.kind == "furniture" and block.reason.startswith(("residue", "the title again")):
            words = "this is left over from the page that the text was copied from; it was left out"
            yield Remark(
                "web-residue",
                block.line,
                block.text,
                words,
                "Nothing to do, unless it belongs to the code.",
            )


def _numbering(blocks: Sequence[Block]) -> Iterator[Remark]:
    """Numbers as printed that start again, jump or stay the same."""
    previous, depth_one = 0, False
    for block in blocks:
        if block.kind == "heading":
            previous, depth_one = (
                (0, False) if not number(plain(block.text))[0] else (previous, depth_one)
            )
        if block.kind != "item" or not block.ordered or block.level != 1:
            continue
        match = re.fullmatch(r"\(?(\d{1,3})[.)]", block.marker)
        if match is None:
            continue
        now = int(match[1])
        if depth_one and now != previous + 1:
            words = f"the numbers of the source go from {previous} to {now} here"
            help = "The code numbers its rules itself; nothing refers to these numbers."
            yield Remark(
                "numbering-broken", block.line, f"{block.marker} {block.text}", words, help
            )
        previous, depth_one = now, True
    yield from _heading_numbers(blocks)


def _heading_numbers(blocks: Sequence[Block]) -> Iterator[Remark]:
    previous: dict[int, int] = {}
    for block in blocks:
        if block.kind != "heading":
            continue
        match = re.match(r"(\d{1,3})\s?[.)]?\s", plain(block.text))
        for level in [level for level in previous if level > block.level]:
            del previous[level]
        if match is None:
            continue
        now, before = int(match[1]), previous.get(block.level)
        if before is not None and now != before + 1:
            words = f"the numbers of the headings go from {before} to {now} here"
            yield Remark(
                "numbering-broken", block.line, block.text, words, "The code makes its own numbers."
            )
        previous[block.level] = now


def _links(blocks: Sequence[Block]) -> Iterator[Remark]:
    anchors = {anchor(block.text) for block in blocks if block.kind == "heading"}
    for block in blocks:
        if block.kind == "furniture":
            continue
        for match in _MALFORMED.finditer(block.text):
            yield Remark(
                "link-malformed",
                block.line,
                match[0],
                "this is no link that works",
                "Write [words](https://…).",
            )
        for match in _UNDEFINED.finditer(block.text):
            words = f"the link “{match[2] or match[1]}” is defined nowhere"
            yield Remark(
                "reference-dead",
                block.line,
                match[0],
                words,
                "Give the address, or take the brackets away.",
            )
        for match in _ANCHOR.finditer(block.text):
            if match[1].lower() not in anchors:
                words = f"no heading has the anchor #{match[1]}"
                yield Remark(
                    "reference-dead", block.line, match[0], words, "Link to a rule's id instead."
                )


def anchor(heading: str) -> str:
    """The name by which links inside a text find a heading."""
    kept = re.sub(r"[^\w\s-]", "", plain(heading).lower())
    return re.sub(r"\s", "-", kept.strip())


def _references(blocks: Sequence[Block], words: Lexicon) -> Iterator[Remark]:
    for block in blocks:
        if block.kind == "furniture":
            continue
        for match in words.all("cross", block.text)[:5]:
            told = f"“{match[0]}” points to a number; a code has no numbers that stay"
            yield Remark(
                "reference-by-number",
                block.line,
                match[0],
                told,
                "Name the rule, or link to its id.",
            )


def _casing(blocks: Sequence[Block], title: str) -> Iterator[Remark]:
    """The name of the code, written with capitals in several ways."""
    bare = re.sub(r"^(?:the|our|a)\s+", "", plain(title), flags=re.I)
    if len(bare.split()) < 2 or len(bare) > 90:
        return
    pattern = re.compile(r"\b" + r"\s+".join(re.escape(one) for one in bare.split()) + r"\b", re.I)
    hits = [(block, match[0]) for block in blocks for match in pattern.finditer(block.text)]
    ways = Counter(name for _, name in hits)
    if len(ways) < 2:
        return
    other = ways.most_common()[1][0]
    odd = next((block, name) for block, name in hits if name == other)
    told = (
        f"the name of the code is written in {len(ways)} ways in {len(hits)} places: "
        + "; ".join(f"“{name}” ({count})" for name, count in ways.most_common())
    )
    yield Remark("name-casing", odd[0].line, odd[1], told, "Choose one way to write it.")


def _obscured(blocks: Sequence[Block], words: Lexicon) -> Iterator[Remark]:
    for block in blocks:
        if block.kind == "furniture" or not words.has("report", plain(block.text)):
            continue
        for match in words.all("obscured", plain(block.text))[:3]:
            told = "this address is disguised; it was kept as it stands"
            yield Remark(
                "contact-obscured",
                block.line,
                match[0],
                told,
                "Write it so that a person can use it.",
            )
