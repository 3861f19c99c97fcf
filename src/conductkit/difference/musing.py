"""Sentences that only tell of us or of people in general: “We were all beginners once.”

Such a remark may come or go whole. What binds can be put in any words; so a sentence counts only
if it is built like one that tells, and has no word that could bind, count or limit anything.
"""

from conductkit.difference import cues
from conductkit.difference.hoping import hopes
from conductkit.difference.passage import Passage, passage
from conductkit.difference.restating.line import TIMES
from conductkit.difference.word_lists import listed
from conductkit.language import Sentence, lemma
from conductkit.language.lexicon import lexicon, primary

_LEAST, _LONGEST = 3, 16  # words
_NAMES = 3  # words of “our little community”


def comes_and_goes(one: Passage, two: Passage) -> bool:
    """Whether all that either of two stretches says is such sentences."""
    if one.residue or two.residue:
        return False
    return all(_muses(side, item) for side in (one, two) for item in side.reading.sentences)


def _muses(side: Passage, sentence: Sentence) -> bool:
    part = passage(side.text[sentence.start : sentence.end], side.language)
    lows = list(part.tokens)
    gaps = side.text[sentence.start : sentence.end].rstrip(" .!")
    if not cues.entries("musing-verbs", side.language) or len(lows) > _LONGEST:
        return False
    if any(mark in gaps for mark in ":;?[]()@/0123456789\n–—"):
        return False
    if hopes(side, sentence.words):
        return not _weighty(lows, side, hoping=True)
    if _greets(side, sentence):
        return True
    lows = _bare(lows, side.language)
    if not lows or any(word.name for word in sentence.words[1:]) or _weighty(lows, side):
        return False
    parts = _parts(lows)
    return all(_of_us(part, side.language) or _of_people(part, side.language) for part in parts)


def _parts(lows: list[str]) -> list[list[str]]:
    """“We are here because we love it” as what is said, and why."""
    at = lows.index("because") if "because" in lows[1:-1] else len(lows)
    return [part for part in (lows[:at], lows[at + 1 :]) if part]


def _greets(side: Passage, sentence: Sentence) -> bool:
    """“Welcome to the Reed Club!”: a greeting with nothing but a name."""
    words = sentence.words
    if len(words) < _LEAST or [word.low for word in words[:2]] != ["welcome", "to"]:
        return False
    groups = cues.entries("group-nouns", side.language) | {"the", "our", "of", "and"}
    return all(word.low in groups or side.text[word.start].isupper() for word in words[2:])


def _bare(lows: list[str], language: str) -> list[str]:
    """The words without what only leads to them; “once” at the end is a time gone by."""
    openers = sorted(cues.entries("musing-openers", language), key=len, reverse=True)
    for opener in openers:
        parts = opener.split()
        if lows[: len(parts)] == parts and len(lows) > len(parts):
            lows = lows[len(parts) :]
            break
    return lows[:-1] if lows[-1:] == ["once"] else lows


def _weighty(lows: list[str], side: Passage, *, hoping: bool = False) -> bool:
    """Whether a word could bind, count, limit, or say of whom or when something holds."""
    language = side.language
    light = cues.entries("musing-light", language)
    parts = [part for low in lows for part in low.split("-")]
    if hoping:
        light = light | {"you", "your", "we", "us", "time", "reading"}
        names: tuple[str, ...] = ("forces",)
    else:
        names = ("forces", "weights", "themes")
    stems = tuple(cues.entries("weighty-stems", language))
    if any(low in TIMES or cues.figure(low, language) not in (None, 1.0) for low in lows):
        return True
    return any(
        low not in light and (low.startswith(stems) or any(listed(low, n, language) for n in names))
        for low in parts
    )


def _of_us(lows: list[str], language: str) -> bool:
    """“We all started small”, “our club has grown”: what we are or were, or how we feel."""
    rest = lows[1:]
    if lows[0] == "our":
        groups = cues.entries("group-nouns", language) | {"team", "village", "town"}
        at = next((at for at, low in enumerate(rest[:_NAMES]) if low in groups), None)
        if at is None:
            return False
        rest = rest[at + 1 :]
    elif lows[0] != "we":
        return False
    while rest[:1] and rest[0] in ("all", "both", "each", "too", "also"):
        rest = rest[1:]
    return _says(rest, "musing-verbs", language) or _states(rest, language)


def _of_people(lows: list[str], language: str) -> bool:
    """“Nobody likes to wait”, “many of us are beginners”: of nobody in particular."""
    size = next((n for n in (3, 2, 1) if " ".join(lows[:n]) in _people(language)), 0)
    rest = lows[size:]
    if not size:
        return False
    if _states(rest, language):
        return True
    return _says(rest, "musing-likes", language)


def _people(language: str) -> frozenset[str]:
    return cues.entries("musing-people", language)


def _says(rest: list[str], name: str, language: str) -> bool:
    """Whether a verb of a list opens the rest, and says nothing that is done to somebody."""
    verbs = cues.entries(name, language)
    size = next((n for n in (4, 3, 2, 1) if " ".join(rest[:n]) in verbs), 0)
    passive = rest[size : size + 1] and lemma.is_participle(rest[size], lexicon(primary(language)))
    return bool(size) and not passive


def _states(rest: list[str], language: str) -> bool:
    """“Are a small team of volunteers”: what somebody is, in words that all are known."""
    if not rest or rest[0] not in ("is", "are", "was", "were", "am"):
        return False
    said = cues.entries("musing-states", language) | {"a", "an", "the", "of", "and", "not", "very"}
    said |= {"all", "just", "only", "also", "here"}
    return len(rest) > 1 and said.issuperset(rest[1:])
