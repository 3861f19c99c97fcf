"""What stands under a heading that refuses it: “What we do not accept”, “Unacceptable behaviour”.

An item there (“Touching people”) commands nothing by itself; read with its heading, it is a ban.
"""

import re
from dataclasses import replace

from conductkit.difference import cues
from conductkit.difference.editions import Editions
from conductkit.difference.passage import passage
from conductkit.language.lexicon import primary
from conductkit.model import Rule, Section

_ITEM = re.compile(r"^([ \t]*[-*+•][ \t]+)(?=\S)(.*)$", re.MULTILINE)


def under(both: Editions, old: Rule, new: Rule) -> tuple[Rule, Rule]:
    """Two editions of a rule, each read with its heading where both headings refuse."""
    sections = both.old.section_of(old), both.new.section_of(new)
    if not all(section and refuses(section.title, both.new.language) for section in sections):
        return old, new
    texts = [_refused(rule.text, both.new.language) for rule in (old, new)]
    if texts[0] == old.text or texts[1] == new.text:
        return old, new
    return replace(old, text=texts[0]), replace(new, text=texts[1])


def listed(old: Section | None, new: Section | None, language: str) -> tuple[str, str]:
    """The texts of two editions of a section, their items read with the heading in the same way."""
    texts = (old.text if old else ""), (new.text if new else "")
    if not (old and new and refuses(old.title, language) and refuses(new.title, language)):
        return texts

    def item(found: re.Match[str]) -> str:
        return f"{found[1]}{_refused(found[2], language)}"

    return _ITEM.sub(item, texts[0]), _ITEM.sub(item, texts[1])


def refuses(title: str, language: str) -> bool:
    """Whether a heading says that what stands below it is not accepted."""
    side = passage(title, language)
    hits = cues.find(side.reading, side.words, "refusal-titles")
    rest = {
        word.low
        for word in side.words
        if not any(hit.start <= word.start < hit.end for hit in hits)
    }
    return bool(hits) and rest.isdisjoint(cues.entries("refusal-blocks", language))


def _refused(text: str, language: str) -> str:
    """An item with what its heading says of it; one that commands something stands for itself."""
    lead = next(iter(sorted(cues.entries("refusal-lead", primary(language)))), "")
    own = passage(text, language).reading
    if not lead or own.directives or len(own.sentences) != 1:
        return text
    return f"{lead}: {text}"
