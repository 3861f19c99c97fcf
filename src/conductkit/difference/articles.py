"""Articles that grammar asks for or forbids: “at event of ours”, “a high-quality goods”."""

from conductkit.difference import cues
from conductkit.difference.nouns import is_thing
from conductkit.difference.passage import Passage
from conductkit.language import lemma
from conductkit.language.lexicon import Lexicon, lexicon

_BE = frozenset({"are", "be", "is", "was", "were"})
_PHRASE = 3  # words of “a high-quality goods”


def article_put_right(
    wrong: Passage, right: Passage, place: tuple[int, int], out: tuple[str, ...],
    into: tuple[str, ...],
) -> bool:  # fmt: skip
    """Whether the right text has the article that grammar asks for, or lost one that it forbids.

    `place` says where the stretch begins in each.
    """
    a, c = place
    if not out and into in (("a",), ("an",)):
        return _lacks_a(wrong.tokens[a - 1] if a else "", right.tokens[c + 1 : c + 3])
    if not out and into == ("the",):
        return _lacks_the(wrong, a)
    return out in (("a",), ("an",)) and not into and _of_many(wrong, a)


def _lacks_a(before: str, behind: tuple[str, ...]) -> bool:
    """“At event of ours”: a noun that stands for one thing, without its article. What counts
    (“few”, “a few”) or tells how often (“day”) is none."""
    words = lexicon("en")
    counts = cues.entries("counted-with-a", "en") | cues.openings("time-unit", "en")
    opens = (
        before in words.prepositions or before in words.auxiliaries or lemma.is_base(before, words)
    )
    noun = behind[0] if behind else ""
    many = all(word.endswith("s") and not word.endswith("ss") for word in behind[:1])
    sure = before in words.prepositions - {"to"} or (before in _BE and behind[1:] == ("of",))
    noun_like = is_thing(noun) or (sure and lemma.is_base(noun, words))
    return opens and noun.isalpha() and noun not in counts and not many and noun_like


def _lacks_the(side: Passage, at: int) -> bool:
    """“Kitchen can help”, “report it to manager”, “in Booker UI”: one that everybody knows, or a
    thing by its name. What is no single thing may be any of it: “access to information”."""
    words = lexicon("en")
    if at >= len(side.tokens):
        return False
    owner = side.owners[at]
    opens = owner == 0 or side.gap(owner - 1) in (".", ":")
    before = "" if opens else side.tokens[at - 1]
    noun = side.tokens[at]
    behind = side.tokens[at + 1] if at + 1 < len(side.tokens) else ""
    led = before in words.prepositions or lemma.is_base(before, words)
    closed = not behind or bool(side.gap(owner)) or _closes(behind, words)
    sole = noun in cues.entries("sole-things", "en") and closed
    if opens:
        return sole and behind in words.auxiliaries
    people = words.people | cues.entries("roles", "en")
    person = noun in people and noun not in words.personal and not noun.endswith("s") and closed
    return led and (sole or (person and before in words.prepositions) or _bears_name(side, owner))


def _closes(low: str, words: Lexicon) -> bool:
    small = words.prepositions | words.coordinators | words.auxiliaries
    return low in small or low in words.subordinators


def _bears_name(side: Passage, at: int) -> bool:
    """Whether a thing is called by a name of two words there, and not many are: “Booker UI”."""
    found = side.words[at : at + 2]
    if len(found) < 2 or side.gap(at):
        return False
    written = [side.text[word.start : word.end] for word in found]
    many = written[1].endswith("s") and not written[1].isupper()
    return all(text[0].isupper() for text in written) and written[1].isupper() and not many


def _of_many(side: Passage, at: int) -> bool:
    """Whether “a” stands before what has no singular: “a high-quality goods”."""
    words = lexicon("en")
    many = cues.entries("only-plural", "en")
    for place in range(at + 1, min(at + 1 + _PHRASE, len(side.tokens))):
        low = side.tokens[place]
        behind = side.tokens[place + 1] if place + 1 < len(side.tokens) else ""
        if low in many:
            return not behind or bool(side.gap(side.owners[place])) or _closes(behind, words)
        if side.gap(side.owners[place]) or _closes(low, words) or low in words.determiners:
            return False
    return False
