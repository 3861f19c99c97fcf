"""Titles: the same words under another heading may mean something else (“Managers”, “Banned”).

A title may change where both name the same thing, or where what it says the rules under it say too.
"""

import re

from conductkit.difference import cues
from conductkit.difference.editions import Editions
from conductkit.difference.passage import Passage, passage
from conductkit.difference.slips import is_cue
from conductkit.difference.spelling import is_word
from conductkit.difference.texts import states_something
from conductkit.difference.word_lists import listed
from conductkit.difference.wording import judge
from conductkit.language import lemma
from conductkit.language.lexicon import lexicon, primary
from conductkit.model import Code, Rule, Section

_PART = re.compile(r"\s*(?::|\s[-–—|])\s+")
_JOINT = re.compile(r"(?<=\w)\s+[/&]\s+(?=\w)")
_STEM = 5  # letters by which a word is known again in another form
_NAME = 3  # words of whose code it is
_LONG_NAME = 5  # the same, where a group's noun ends them
_CODE = re.compile(r"(?P<name>[^\n]{0,60}?) ?code of conduct", re.IGNORECASE)
_EDITION = re.compile(r"v\d+(?:\.\d+)*|\d+(?:\.\d+)+")


def same_title(old: str, new: str, languages: tuple[str, str]) -> bool:
    """Whether two titles name the same thing."""
    if judge(old, new, languages).effect == "neutral" or same_letters(old, new):
        return True
    if _as_told(old) == _as_told(new) and languages[0] == languages[1] == "en":
        return True
    if _own_name(old, new, languages) or _own_name(new, old, languages):
        return True
    if _after_a_model(old, new, languages) or _after_a_model(new, old, languages):
        return True
    if _named(old, new, languages) or _named(new, old, languages):
        return True
    if _turned(old, new) or _turned(new, old):
        return True
    one, two = (_names(title, lang) for title, lang in zip((old, new), languages, strict=True))
    # “Code for staff by members” is another one than “Code for members by staff”.
    texts = cues.entries("about-nouns", languages[0]) | cues.entries("rule-nouns", languages[0])
    return one == two and len([word for word in one if word not in texts]) <= 1


def same_letters(old: str, new: str) -> bool:
    """Whether two titles differ in capitals, signs and spaces at most."""
    return _joined(old) == _joined(new) != ""


def _own_name(short: str, long: str, languages: tuple[str, str]) -> bool:
    """Whether one of two titles only has the name of whose text it is before or behind it: “Harbour
    Sailing Club: Code of Conduct”."""
    parts = [_PART.split(title.strip()) for title in (short, long)]
    rest = [part for part in parts[1] if part not in parts[0]]
    if len(rest) != 1 or len(parts[1]) != len(parts[0]) + 1 or _judges(rest[0], languages[0]):
        return False
    words = passage(rest[0], languages[0]).tokens
    written = all(part[:1].isupper() or part.islower() for part in rest[0].split())
    texts = cues.entries("rule-nouns", languages[0]) | cues.entries("conduct-words", languages[0])
    named = [word for word in words if word not in texts | {"the", "and"}]
    groups = cues.entries("group-nouns", languages[0])
    decided = any(_decides(word, languages[0]) for word in named if word not in groups)
    return written and len(named) > 1 and not decided


def _after_a_model(one: str, two: str, languages: tuple[str, str]) -> bool:
    """“Contributor Covenant Code of Conduct”, “Harbour Code of Conduct”: the code by the text that
    it is made from, and by the name of whose code it is."""
    sides = [_CODE.fullmatch(title.strip()) for title in (one, two)]
    if not sides[0] or not sides[1]:
        return False
    model, name = sides[0]["name"], sides[1]["name"]
    known = cues.entries("model-texts", languages[0])
    words = passage(name, languages[1]).tokens
    return (
        model.lower() in known
        and len(words) <= _NAME
        and all(word[:1].isupper() for word in name.split())
        and not any(_decides(word, languages[1]) for word in words)
        and not _judges(name, languages[1])
    )


def _named(short: str, long: str, languages: tuple[str, str]) -> bool:
    """“Code of Conduct”, “The Reedham Club Code of Conduct”: whose it is, by a proper name."""
    sides = [_CODE.fullmatch(title.strip()) for title in (short, long)]
    if not sides[0] or not sides[1]:
        return False
    words = sides[1]["name"].removeprefix("The ").split()
    groups = cues.entries("group-nouns", languages[1])
    return (
        sides[0]["name"].lower() in ("", "our", "the")
        and 1 < len(words) <= _LONG_NAME
        and all(word[:1].isupper() for word in words)
        and words[-1].lower().removesuffix("'s").removesuffix("’s") in groups
        and not any(_decides(word.lower(), languages[1]) for word in words[:-1])
        and any(is_word(word.lower(), primary(languages[1])) is False for word in words[:-1])
        and not _judges(" ".join(words), languages[1])
    )


def _turned(one: str, two: str) -> bool:
    """“Library Volunteers: Ground Rules”, “Ground Rules for Library Volunteers”."""
    parts = [part.lower() for part in _PART.split(one.strip())]
    if len(parts) != 2:
        return False
    return two.strip().lower() in (f"{parts[1]} {lead} {parts[0]}" for lead in ("for", "of"))


def said_below(old: str, new: str, languages: tuple[str, str], texts: list[str]) -> bool:
    """Whether every word by which two titles differ stands in every one of the texts below them."""
    one, two = (set(_names(title, lang)) for title, lang in zip((old, new), languages, strict=True))
    told = cues.entries("negation", languages[0]) | cues.entries("modal-words", languages[0])
    changed = one ^ two
    if not texts or not changed.isdisjoint(told):
        return False
    below = [{word[:_STEM] for word in passage(text, languages[0]).tokens} for text in texts]
    return all(word[:_STEM] in words for word in changed for words in below)


def same_topic(old: str, new: str, languages: tuple[str, str], texts: list[str]) -> bool:
    """Whether two headings have the same topic, and what stands below them needs no heading.

    No word that only one has says whom, where or when it holds, or how it is meant.
    """
    if languages[0] != languages[1]:
        return False
    said = [" ".join(passage(title, languages[0]).tokens) for title in (old, new)]
    if any(set(said) <= set(group) for group in cues.ladders("heading-groups", languages[0])):
        return True
    if any(map(_judges, (old, new), languages)):
        return False
    if not texts or not all(_alone(passage(text, languages[0])) for text in texts):
        return False
    light = cues.entries("heading-light", languages[0])
    one, two = ({word for word in _names(t, languages[0]) if word not in light} for t in (old, new))
    stems = {word[:_STEM] for word in one} & {word[:_STEM] for word in two}
    changed = [word for word in one | two if word[:_STEM] not in stems]
    return (
        bool(stems)
        and 2 * len(stems) >= max(len(one), len(two))
        and not any(_decides(word, languages[0]) for word in changed)
    )


def _alone(side: Passage) -> bool:
    """Whether a text speaks by its own words, and opens with none that points to its heading."""
    leaning = cues.entries("leaning", side.language)
    return _speaks(side) and bool(side.tokens) and side.tokens[0] not in leaning


def _decides(word: str, language: str) -> bool:
    """Whether a word of a heading may say whom, where or when something holds."""
    lexical = lexicon(primary(language))
    people = lexical.people | cues.entries("roles", language) | cues.entries("served", language)
    return (
        word in lexical.prepositions
        or word in people
        or cues.figure(word, language) is not None
        or bool(listed(word, "weights", language))
        or is_cue(word, language)
    )


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


def _as_told(title: str) -> list[str]:
    """“How to raise a concern”, “Raising a concern”: what one does, as the verb and the rest."""
    lows = title.lower().split()
    known = lexicon("en")
    if lows[:2] == ["how", "to"]:
        lows = lows[2:]
    elif lows and lemma.is_gerund(lows[0], known):
        lows[0] = lemma.verb(lows[0], known)
    else:
        return [title]
    return lows


def _joined(title: str) -> str:
    """The letters of a title, whatever joins its parts: “Phones / Watches”, “Phones & Watches”."""
    return "".join(char for char in _JOINT.sub("and", title.lower()) if char.isalnum())
