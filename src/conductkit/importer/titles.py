"""The title of a code and its language."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import PurePath

from conductkit.importer.lexicon import Lexicon, languages, lexicon
from conductkit.importer.words import complete, headline, plain, tokens
from conductkit.outline import Block

_SCRIPTS = (
    ("ja", r"[\u3040-\u30ff]"), ("ko", r"[\uac00-\ud7af]"), ("zh", r"[\u4e00-\u9fff]"),
    ("ar", r"[\u0600-\u06ff]"), ("he", r"[\u0590-\u05ff]"), ("ru", r"[\u0400-\u04ff]"),
    ("el", r"[\u0370-\u03ff]"), ("hi", r"[\u0900-\u097f]"), ("th", r"[\u0e00-\u0e7f]"),
)  # fmt: skip
_TAG = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z]{4})?(?:-(?:[A-Za-z]{2}|\d{3}))?")


def detected(text: str) -> str:
    """The language that a text is most likely in (primary subtag); "" where it cannot be told."""
    sample = text[:40_000]
    if not sample.isascii() and (script := _script(sample)):
        return script
    found = re.findall(r"[^\W\d_]+", sample.lower())
    lists = {name: lexicon(name).stopwords for name in languages()}
    words = Counter(found)
    counts = {name: sum(words[word] for word in known) for name, known in lists.items()}
    best = max(counts, key=lambda name: counts[name])
    return best if counts[best] >= 3 and counts[best] * 8 > len(found) else ""


def _script(sample: str) -> str:
    """The language that a text's letters belong to; "" where they are those of several."""
    letters = max(1, len(re.findall(r"[^\W\d_]", sample)))
    for name, script in _SCRIPTS:
        share = 0.08 if name == "ja" else 0.3
        if len(re.findall(script, sample)) > share * letters:
            return name
    return ""


def tells(language: str) -> bool:
    """Whether a text in a language is known to be in it, by its words or by its letters."""
    return language.partition("-")[0] in {*languages(), *(name for name, _ in _SCRIPTS)}


def named(meta: Mapping[str, str], path: str) -> str:
    """The language that a file names itself, in its metadata or in its name."""
    for key in ("language", "lang", "locale"):
        match = _TAG.fullmatch(meta.get(key, "").replace("_", "-"))
        if match:
            return tidy(match[0])
    stem = PurePath(path).stem.lower().replace("_", "-")
    match = re.search(r"[.-]((?:en|fr|pt|es|de|ar|ja|he|zh|it|nl|pl|ru|ko)(?:-[a-z]{2})?)$", stem)
    return tidy(match[1]) if match else ""


def tidy(tag: str) -> str:
    """A language tag as it is usually written: en-GB, zh-Hant."""
    first, *rest = tag.replace("_", "-").split("-")
    shaped = [part.upper() if len(part) == 2 else part.title() for part in rest]
    return "-".join([first.lower(), *shaped])


def title(blocks: Sequence[Block], meta: Mapping[str, str], words: Lexicon) -> tuple[str, int]:
    """The title and the index of the block that holds it (-1: none does; the title is a guess)."""
    told = [(index, block) for index, block in enumerate(blocks) if block.kind != "furniture"]
    headings = [(index, block) for index, block in told if block.kind == "heading"]
    top = min((block.level for _, block in headings), default=0)
    if told and headings and told[0][1].kind == "heading" and told[0][1].level > top:
        index, block = told[0]  # a title in bold, above headings in larger letters
        if _like_title(plain(block.text), words):
            return plain(block.text), index
    for index, block in headings[:3]:
        name = plain(block.text)
        lone = sum(other.level == top for _, other in headings) == 1
        fits = block.level == top and (top == 1 or (lone and words.has("code", name)))
        if _of_a_part(block, headings, meta):
            continue
        if fits and words.role(headline(name)) != "contents":
            return name, index
    if told and told[0][1].kind in ("paragraph", "heading"):
        index, block = told[0]
        name = plain(block.text)
        if _like_title(name, words) and not _of_a_part(block, headings, meta):
            return name, index
    for key in ("title", "name"):
        if meta.get(key):
            return meta[key], -1
    return "", -1


def _of_a_part(
    block: Block, headings: Sequence[tuple[int, Block]], meta: Mapping[str, str]
) -> bool:
    """Whether a heading is one of several as large, and the file names its title otherwise."""
    title = meta.get("title", "")
    several = sum(other.level == block.level for _, other in headings) > 1
    return bool(title) and several and tokens(plain(block.text)) != tokens(title)


def company(blocks: Sequence[Block], words: Lexicon) -> tuple[Block, Block] | None:
    """A first line that names whose code it is, and the title below it; None where there is none.

    “ACME LIMITED”, and below it “CODE OF CONDUCT”.
    """
    told = [block for block in blocks if block.kind != "furniture"][:3]
    if len(told) < 3 or any(one.kind not in ("paragraph", "heading") for one in told[:2]):
        return None
    first, second, _ = told
    name, below = plain(first.text), plain(second.text)
    named = _like_title(name, words) and not words.has("code", name) and _capitals(name)
    coded = _like_title(below, words) and words.has("code", below) and len(below.split()) <= 6
    alike = second.kind == "paragraph" or second.level == first.level
    return (first, second) if named and coded and alike else None


def _capitals(name: str) -> bool:
    """Whether a line is a name: every longer word has a capital, and there are few."""
    found = name.split()
    few = name.isupper() or 2 <= len(found) <= 7
    return few and all(word[0].isupper() for word in found if len(word) > 3)


def _like_title(name: str, words: Lexicon) -> bool:
    """Whether a first line can be a title: short, no sentence, no heading of a part."""
    if not name or len(name) > 90 or len(name.split()) > 12 or complete(name) or name[-1] in ":,;":
        return False
    return not words.role(headline(name)) or words.has("code", name)


def guessed(blocks: Sequence[Block], path: str, words: Lexicon) -> str:
    """A title for a text that has none: what it calls itself, else the name of its file."""
    text = " ".join(block.text for block in blocks[:20] if block.kind != "furniture")
    match = words.find("code", text)
    if match:
        return words.title
    stem = re.sub(r"[\W_]+", " ", PurePath(path).stem).strip()
    return (stem[:1].upper() + stem[1:]) or words.title
