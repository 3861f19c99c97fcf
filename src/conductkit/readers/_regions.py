"""Regions of a page: which of its blocks belong to the article and which are furniture."""

import re
from collections.abc import Mapping, Sequence

from conductkit.outline import Block

TITLES = {f"h{level}": level for level in range(1, 7)}
HEADINGS = {**TITLES, "summary": 4}
BLOCKS = {
    "p", "div", "section", "article", "main", "header", "footer", "nav", "aside", "ul", "ol", "li",
    "table", "thead", "tbody", "tr", "td", "th", "blockquote", "pre", "dl", "dt", "dd", "body",
    "form", "figure", "figcaption", "hr", "address", "html", "head", "details",
    "fieldset", "caption", "title", *HEADINGS,
}  # fmt: skip
_FURNITURE = {"nav", "aside", "footer", "form", "button", "select", "noscript", "dialog", "menu"}
_NAMED = re.compile(
    r"\b(?:nav(?:bar|igation)?|menu|sidebar|breadcrumbs?|cookies?|shar(?:e|ing)|social|comments?"
    r"|related|skip-link|screen-reader\w*|toc|pagination|masthead|plink|headerlink|anchor)\b",
    re.IGNORECASE,
)


def region_of(tag: str, attrs: Mapping[str, str]) -> str:
    """The name of the region that a tag begins: the article, or furniture of some sort."""
    if tag in ("main", "article") or attrs.get("role") == "main":
        return "article"
    names = f"{attrs.get('class', '')} {attrs.get('id', '')}"
    if tag in _FURNITURE or attrs.get("role") in ("navigation", "search", "banner"):
        return tag
    if tag in BLOCKS and tag not in ("body", "html", *HEADINGS) and _NAMED.search(names[:300]):
        return names.split(maxsplit=1)[0]
    return ""


def chosen(blocks: Sequence[tuple[Block, str]]) -> list[Block]:
    """The blocks of a page, what stands outside the article turned into furniture.

    Each block is given with the name of its region.
    """
    inside = sum(len(block.text) for block, region in blocks if region == "article")
    outside = sum(len(block.text) for block, region in blocks if not region)
    titled = any(one.kind == "heading" and one.level == 1 for one, at in blocks if at == "article")
    has_article = inside > 200 and inside * 3 > outside
    found = []
    for block, region in blocks:
        if block.kind == "furniture" or region == "article":
            found.append(block)
        elif region and not _speaks(block):
            reason = f"furniture of the page ({region[:40]})"
            found.append(Block("furniture", block.text, block.line, reason=reason))
        elif not region and has_article and (titled or not _is_title(block)):
            reason = "furniture of the page (outside the article)"
            found.append(Block("furniture", block.text, block.line, reason=reason))
        else:
            found.append(block)
    return found


def _speaks(block: Block) -> bool:
    """Furniture that says whose text it is, or on what terms, is kept."""
    return bool(re.search(r"licen[cs]|creative commons|adapted from|based on", block.text, re.I))


def _is_title(block: Block) -> bool:
    """The title of a page may stand above its article."""
    return block.kind == "heading" and block.level == 1
