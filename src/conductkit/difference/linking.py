"""Links: whether words still lead where they led, and whether other words name the same page.

A link that reads “here” or “policy” may lead anywhere: only a name that says which page is meant
stays the same where its address changes, and only a name of a text may be put in other words.
"""

import re
from typing import NamedTuple

from conductkit.difference import cues
from conductkit.difference.passage import Passage
from conductkit.redline import Block

LINK = re.compile(
    r"\[(?P<words>[^\[\]]{1,1000}+)\]"
    r"\((?P<target>(?!mailto:|tel:)[^()\s]{0,1000}+)(?:[ \t][^()]{0,200})?\)"
)
_EDITION = re.compile(r"(?<![a-z\d])(?:v?\d{1,3}(?:[._-]\d+)*|(?:19|20)\d\d)(?!\d)")
_HOST = re.compile(r"^(?:https?:)?//(?:www\.)?[^/?#]*", re.IGNORECASE)
_BRANCH = re.compile(r"(/(?:blob|blame|commits|edit|raw|tree)/)(?:HEAD|main|master|trunk)/")
_WORD = re.compile(r"[^\W_]+")
_TELLING = 2  # words of a name that says which page is meant
_NEAR = 4  # words before a link that say what it is for
_STEM = 4  # letters by which a word is known again in another form


class Link(NamedTuple):
    """Words that link somewhere: their place in the text and the target."""

    start: int
    end: int
    words: str
    target: str


def links(text: str) -> list[Link]:
    """The links of a text, in order; those that touch and read as one are one."""
    found: list[Link] = []
    for match in LINK.finditer(text):
        if not match["target"]:
            continue  # it leads nowhere
        link = Link(*match.span("words"), match["words"], match["target"])
        if found and found[-1].end + len(f"]({found[-1].target})[") == link.start:
            last = found.pop()
            link = Link(last.start, link.end, last.words + link.words, link.target)
        found.append(link)
    return found


def lead_alike(old: Passage, new: Passage) -> bool:
    """Whether words link where they did: to the same page, or by a name that says which one."""
    sides = links(old.text), links(new.text)
    if len(sides[0]) != len(sides[1]):
        few, many = sorted(sides, key=len)
        return _linked_too(few, many, old if many is sides[0] else new)
    for one, two in zip(*sides, strict=True):
        if _secure(one.target) == _secure(two.target):
            continue
        if _sends(old, one) or _sends(new, two):
            return False
        if not _same_place(one, two) and not _same_name(one, two, old.language):
            return False
    return True


def _linked_too(few: list[Link], many: list[Link], side: Passage) -> bool:
    """Whether one text has the other's links, and further ones only on names that say which page
    is meant, where nobody is sent."""
    rest = iter(many)
    added: list[Link] = []
    for link in few:
        for other in rest:
            if _place(other.target) == _place(link.target):
                break
            added.append(other)
        else:
            return False
    language = side.language
    return all(
        _same_name(link, link, language) and not _sends(side, link) for link in [*added, *rest]
    )


def reworded(old: Passage, new: Passage, block: Block) -> bool:
    """Whether a stretch is in a link that leads to the same page by another name of one text."""
    a, b, c, d = block
    pair = _link(old, (a, b)), _link(new, (c, d))
    if pair[0] is None or pair[1] is None or pair[0].target != pair[1].target:
        return False
    return _one_text(pair[0].words, pair[1].words, old.language)


def _same_place(one: Link, two: Link) -> bool:
    """Whether two targets are one page of a site that moved as a whole."""
    hosts = _HOST.match(one.target), _HOST.match(two.target)
    return all(hosts) and _place(one.target) == _place(two.target) != two.target


def _secure(target: str) -> str:
    """An address whatever its scheme, http or https, and whatever the main branch is called."""
    bare = re.sub(r"^https?://(?:www\.)?", "//", target, flags=re.IGNORECASE).rstrip("/")
    return _BRANCH.sub(r"\1HEAD/", bare)


def _place(target: str) -> str:
    """A link's path, without scheme and host: the whole link where there is none."""
    path = _HOST.sub("", target)
    return path.strip("/").lower() or target


def _same_name(one: Link, two: Link, language: str) -> bool:
    """Whether both links bear one name that says which page is meant, and neither its edition."""
    said = [_WORD.findall(link.words.lower()) for link in (one, two)]
    light = cues.entries("faint-words", language) | cues.entries("pointing", language)
    telling = [word for word in said[0] if word not in light]
    places = [_HOST.sub("", link.target) for link in (one, two)]
    stated = cues.entries("edition-words", language)
    return (
        said[0] == said[1]
        and len(telling) >= _TELLING
        and not any(_EDITION.search(place.rpartition("/")[2].lower()) for place in places)
        and stated.isdisjoint(_WORD.findall(" ".join(places).lower()))
    )


def _sends(side: Passage, link: Link) -> bool:
    """Whether a link stands where people are sent with a report or a question."""
    sends = cues.entries("contact-verbs", side.language)
    before = [word.low for word in side.words if word.end <= link.start][-_NEAR:]
    inside = [word.low for word in side.words if link.start <= word.start < link.end]
    return not sends.isdisjoint(before + inside[:1])


def _one_text(one: str, two: str, language: str) -> bool:
    """Whether two names can only be those of one text: “Gift Policy”, “Policy on Gifts”."""
    if not (_names_text(one, language) and _names_text(two, language)):
        return False
    return all(_titled(name, language) for name in (one, two)) or (
        _known_again(one, two, language) and _known_again(two, one, language)
    )


def _names_text(words: str, language: str) -> bool:
    """Whether a name is that of one whole text, and says nothing of its edition."""
    lows = _WORD.findall(words.lower())
    texts = cues.entries("link-nouns", language)
    barred = cues.entries("edition-words", language) | cues.entries("joints", language)
    barred |= cues.entries("negation", language) | cues.entries("modal-words", language)
    barred |= cues.entries("quantifier", language) | cues.entries("frequency", language)
    if not barred.isdisjoint(lows) or any(char.isdigit() for low in lows for char in low):
        return False
    before = lows[: lows.index("of")] if "of" in lows else lows
    return not texts.isdisjoint(before)


def _titled(words: str, language: str) -> bool:
    """Whether a name is written with capitals, as titles are."""
    light = cues.entries("faint-words", language) | {"for", "with"}
    return all(
        part[0].isupper() for part in words.replace("-", " ").split() if part.lower() not in light
    )


def _known_again(one: str, two: str, language: str) -> bool:
    """Whether each word that tells one name from others stands in the other in some form."""
    light = cues.entries("faint-words", language) | cues.entries("link-nouns", language)
    own = [low for low in _WORD.findall(one.lower()) if low not in light]
    return all(
        any(part.startswith(low[:_STEM]) for part in _WORD.findall(two.lower())) for low in own
    )


def _link(side: Passage, stretch: tuple[int, int]) -> Link | None:
    """The link that a stretch of words is part of."""
    first, last = stretch
    tries = [(first, last)] if first < last else [(first - 1, first), (first, first + 1)]
    for one, two in tries:  # where nothing stands, the word before or behind decides
        places = [side.words[at] for at in side.owners[max(one, 0) : two]]
        for link in links(side.text):
            if places and link.start <= places[0].start and places[-1].end <= link.end:
                return link
    return None
