"""Titles: the same words under another heading may mean something else (“Managers”, “Banned”).

A title may change where both name the same thing, or where what it says the rules under it say too.
"""

import re

from conductkit.difference import cues
from conductkit.difference.editions import Editions
from conductkit.difference.passage import Passage, passage
from conductkit.difference.texts import states_something
from conductkit.difference.wording import judge
from conductkit.language import lemma
from conductkit.language.lexicon import lexicon, primary
from conductkit.model import Code, Rule, Section

_STEM = 5  # letters by which a word is known again in another form
_EDITION = re.compile(r"v\d+(?:\.\d+)*|\d+(?:\.\d+)+")


def same_title(old: str, new: str, languages: tuple[str, str]) -> bool:
    """Whether two titles name the same thing."""
    if judge(old, new, languages).effect == "neutral" or _joined(old) == _joined(new):
        return True
    one, two = (_names(title, lang) for title, lang in zip((old, new), languages, strict=True))
    # “Code for staff by members” is another one than “Code for members by staff”.
    texts = cues.entries("about-nouns", languages[0]) | cues.entries("rule-nouns", languages[0])
    return one == two and len([word for word in one if word not in texts]) <= 1


def said_below(old: str, new: str, languages: tuple[str, str], texts: list[str]) -> bool:
    """Whether every word by which two titles differ stands in every one of the texts below them."""
    one, two = (set(_names(title, lang)) for title, lang in zip((old, new), languages, strict=True))
    told = cues.entries("negation", languages[0]) | cues.entries("modal-words", languages[0])
    changed = one ^ two
    if not texts or not changed.isdisjoint(told):
        return False
    below = [{word[:_STEM] for word in passage(text, languages[0]).tokens} for text in texts]
    return all(word[:_STEM] in words for word in changed for words in below)


def turns(both: Editions, old: Rule, new: Rule) -> bool:
    """Whether a rule may mean something else since it stands under another heading.

    Words that are no sentence lean on their heading; a sentence is only turned by a heading that
    judges, or that says who is meant.
    """
    titles = _title(both.old, old), _title(both.new, new)
    if titles[0] == titles[1] or same_title(*titles, both.languages):
        return False
    if said_below(*titles, both.languages, [old.text, new.text]):
        return False
    texts = (old.text, both.old.language), (new.text, both.new.language)
    if not all(_speaks(passage(*text)) for text in texts):
        return True
    return any(map(_judges, titles, both.languages))


def _speaks(side: Passage) -> bool:
    """Whether a text directs or states something by its own words."""
    return bool(side.reading.directives) or states_something(side, tuple(side.words))


def _judges(title: str, language: str) -> bool:
    """Whether a title says by itself what holds (“Unwelcome”, “Tips”) or whom it is for."""
    lows = set(_names(title, language))
    names = ("negation", "modal-words", "scope-words", "heading-turns")
    if any(not cues.entries(name, language).isdisjoint(lows) for name in names):
        return True
    stems = tuple(cues.entries("binding-stems", language))
    if any(low.startswith(stems) for low in lows if stems):
        return True
    people = cues.entries("roles", language) | cues.entries("issuer", language)
    lexical = lexicon(primary(language))
    whom = lows - lexical.prepositions - cues.entries("joints", language)
    return bool(whom) and {lemma.noun(low, lexical) for low in whom} <= {
        lemma.noun(low, lexical) for low in people
    }


def turned_under(both: Editions, section: Section, *, added: bool) -> bool:
    """Whether a section that came or went put rules that stay under a heading, or under none.

    Where they stood under another one, each is said to have moved.
    """
    code, other = (both.new, both.old) if added else (both.old, both.new)
    return any(
        turns(both, old, new)
        for old, new in both.pairs.pairs
        if code.section_of(new if added else old) is section
        and other.section_of(old if added else new) is None
    )


def section_texts(code: Code, section: Section) -> list[str]:
    """The texts that stand under the heading of a section."""
    rules = [rule.text for rule in code.rules if code.section_of(rule) is section]
    return [*filter(None, [section.text]), *rules]


def _title(code: Code, rule: Rule) -> str:
    section = code.section_of(rule)
    return section.title if section else ""


def _names(title: str, language: str) -> list[str]:
    """The words of a title that name something, as nouns, in no order."""
    lexical = lexicon(primary(language))
    articles = cues.entries("articles", language) | cues.entries("determined", language)
    small = articles | cues.entries("title-words", language)
    counts = cues.entries("title-numbers", language)
    tokens = passage(title, language).tokens
    mere = all(token in small | counts or token.isdigit() for token in tokens)
    editions = cues.entries("issue-words", language)
    found = [
        lemma.noun(token, lexical)
        for before, token in zip(("", *tokens), tokens, strict=False)
        if not (mere or token in small or _EDITION.fullmatch(token))
        and not (before in editions and token.isdigit())
    ]
    return sorted(_of_a_text(found, language) or found)


def _of_a_text(found: list[str], language: str) -> list[str]:
    """The words of a code’s own name without what only says which edition of it this is."""
    names = ("about-nouns", "rule-nouns", "conduct-words")
    texts = frozenset[str]().union(*(cues.entries(name, language) for name in names))
    rest = [word for word in found if word not in cues.entries("title-adjectives", language)]
    return rest if texts.issuperset(rest) else []


def _joined(title: str) -> str:
    return "".join(char for char in title.lower() if char.isalnum())
