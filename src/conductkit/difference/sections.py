"""A section's text and its title: what a change of them does to what stands under them."""

from conductkit.difference.described import all_credits, credits_section, described
from conductkit.difference.editions import Editions
from conductkit.difference.headings import (
    said_below,
    same_title,
    same_topic,
    section_texts,
)
from conductkit.difference.letters import letter_section
from conductkit.difference.refusing import listed
from conductkit.difference.wording import Verdict, judge
from conductkit.model import Section


def section_text(both: Editions, old: Section | None, new: Section | None) -> Verdict:
    """What the change of a section's text does; None where an edition has no such section."""
    texts = listed(old, new, both.new.language)
    pairs = zip((old, new), both.languages, strict=True)
    titles = [(section.title, language) for section, language in pairs if section]
    credit = all(credits_section(*title) for title in titles)
    return described(
        *texts,
        both.languages,
        credit=credit or all_credits(*texts, both.languages),
        letter=all(letter_section(*title) for title in titles),
        holders=both.sides,
        shared=both.shared,
    )


def same_heading(both: Editions, old: Section, new: Section) -> bool:
    """Whether a changed title of a section leaves what stands under it as it was."""
    titles = old.title, new.title
    renamed = both.shared.renamed
    if renamed and judge(*titles, both.languages, shared=both.shared).effect == "neutral":
        return True
    below = [*section_texts(both.old, old), *section_texts(both.new, new)]
    return (
        same_title(*titles, both.languages)
        or said_below(*titles, both.languages, below)
        or same_topic(*titles, both.languages, below)
        or all(map(credits_section, titles, both.languages))
    )
