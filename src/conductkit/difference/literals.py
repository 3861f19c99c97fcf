"""What is no word and carries meaning all the same: addresses, signs, ranges, capitals."""

import re
from collections import Counter

from conductkit.difference import cues
from conductkit.difference.linking import LINK, lead_alike
from conductkit.difference.passage import Passage
from conductkit.difference.slips import is_cue
from conductkit.difference.spelling import is_word
from conductkit.language import lemma
from conductkit.language.lexicon import lexicon, primary
from conductkit.redline import Block

_SCHEME = re.compile(r"^(?:https?://)?(?:www\.)?", re.IGNORECASE)
_PIECES = re.compile(r"[\s<>()\[\]\"“”«»]++")
_SIGN = re.compile(
    r"(?<![^\W_])(?P<before>[-‐‑‒–—−+#]|[~<>≤≥≈±=][ \t]?)(?=[$€£]?\d)"
    r"|(?<=[^\W_])(?P<behind>[#+])(?!\w)"
)
_RANGE = re.compile(r"(?<![\d.,])\d{1,12}[ \t]?[-‐‑‒–—−][ \t]?\d{1,12}(?!\d)")
_HYPHENS = ("-", "\u2010", "\u2011")
_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—−", "-"))
_NAME = 3  # letters of the longest name that may be a unit
_PAUSE = ("", ",")


def same_literals(old: Passage, new: Passage, found: list[Block]) -> bool:
    """Whether both texts have the same addresses, signs, ranges, and telling capitals."""
    return same_marks(old, new) and not _recased(old, new, found)


def same_marks(old: Passage, new: Passage) -> bool:
    """Whether both texts have the same addresses, signs and ranges, and link to the same pages."""
    if any(read(old.text) != read(new.text) for read in (addresses, _signs, _ranges)):
        return False
    return lead_alike(old, new)


def addresses(text: str) -> Counter[str]:
    """Mail addresses, numbers and URLs that a reader sees, as often as each stands there."""
    shown = LINK.sub(r"\g<words> ", text)
    pieces = (piece.strip(".,;:!?'’*_`") for piece in _PIECES.split(shown))
    return Counter(
        _plain(p)
        for p in pieces
        if "@" in p or "://" in p or p.startswith(("www.", "mailto:", "tel:"))
    )


def _plain(address: str) -> str:
    """An address as any of its spellings leads there: http or https, with www. or without."""
    return _SCHEME.sub("", address).rstrip("/") if "@" not in address else address


def _signs(text: str) -> Counter[str]:
    marks = (match["before"] or match["behind"] for match in _SIGN.finditer(text))
    return Counter(mark.strip().translate(_DASHES) for mark in marks)


def _ranges(text: str) -> Counter[str]:
    found = (match.group().translate(_DASHES) for match in _RANGE.finditer(text))
    return Counter("".join(item.split()) for item in found)


def _recased(old: Passage, new: Passage, found: list[Block]) -> bool:
    """Whether a word that both sides have is a name or an initialism on one side only.

    A capital that opens a sentence says nothing, nor does one that shouts a word such as “not”.
    """
    if _all_capitals(old, new) or _all_capitals(new, old):
        return False
    at_old = at_new = 0
    for a, b, c, d in [*found, (len(old.tokens), 0, len(new.tokens), 0)]:
        for i, j in zip(range(at_old, a), range(at_new, c), strict=False):
            if _names(old, old.owners[i], new, new.owners[j]):
                return True
        at_old, at_new = b, d
    return False


def _all_capitals(loud: Passage, low: Passage) -> bool:
    """Whether all of one text is in capitals, and no word of the other: they tell nothing then."""
    if not loud.text.isupper():
        return False
    lexical = lexicon(primary(low.language))
    initials = lexical.personal | lexical.pronouns | lexical.objects  # “IT”, “US”
    words = [_written(low, at) for at in range(len(low.words))]
    return not any((len(w) > 1 and w.isupper()) or w.lower() in initials for w in words)


def _names(old: Passage, i: int, new: Passage, j: int) -> bool:
    one, two = _written(old, i), _written(new, j)
    if one == two or one.lower() != two.lower():
        return False
    if min(len(one), len(two)) > _NAME and all(w[0].isupper() > w.isupper() for w in (one, two)):
        return False  # Github, GitHub
    if one[1:2] in _HYPHENS and one[1:] == two[1:]:
        return False  # t-shirt, T-shirt
    low, words = one.lower(), lexicon(primary(old.language))
    if low == "i" or low in words.adverbs or low in words.verbs:
        return False
    if is_cue(low, old.language) and low not in words.personal | words.pronouns | words.objects:
        return False
    if _people(low, old.language) and not any(word.isupper() for word in (one, two)):
        return False  # “Officials”, “officials”
    shouted = any(len(word) > 1 and word.isupper() for word in (one, two))
    if not shouted and all(_common(*side, low) for side in ((old, i), (new, j))):
        return False  # “the Rules”, “the rules”
    if not shouted and all(_second(*side, low) for side in ((old, i), (new, j))):
        return False  # “Smart Watches are allowed”
    opens = any(at == 0 or side.gap(at - 1) not in _PAUSE for side, at in ((old, i), (new, j)))
    return shouted or not opens


def _common(side: Passage, at: int, low: str) -> bool:
    """Whether a word stands as a noun that is no name: behind “the”, in the dictionary."""
    tongue = primary(side.language)
    before = side.words[at - 1].low if at and not side.gap(at - 1) else ""
    return before in lexicon(tongue).determiners and bool(is_word(low, tongue))


def _second(side: Passage, at: int, low: str) -> bool:
    """Whether a word for several things stands behind the one that opens a sentence with a capital,
    which says what they are like and names nobody."""
    opens = at == 1 or (at > 1 and side.gap(at - 2) in (".", ":"))
    if not opens or not low.endswith("s") or low.endswith("ss") or side.gap(at - 1):
        return False
    tongue = primary(side.language)
    return all(is_word(word, tongue) for word in (_written(side, at - 1).lower(), low))


def _people(low: str, language: str) -> bool:
    """Whether a word says who somebody is."""
    words = lexicon(primary(language))
    named = words.people.union(*(cues.entries(n, language) for n in ("roles", "issuer", "served")))
    return {low, lemma.noun(low, words)} & (named - words.personal) != set()


def _written(side: Passage, at: int) -> str:
    return side.text[side.words[at].start : side.words[at].end]
