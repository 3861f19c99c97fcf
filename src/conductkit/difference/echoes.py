"""Rules that one edition has and the other may have in other words: none surely came or went."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from conductkit.change import Change
from conductkit.difference import cues
from conductkit.difference.passage import passage
from conductkit.difference.runs import units

_STEM = 6  # letters by which a word is known again in another form
_SHORT = 4  # letters; shorter words say little of what a sentence is about
_SHARED = 2  # words that two sentences have in common at least
_SHARE = 0.3  # of all their telling words
_FEW, _PART = 3, 4  # a word in more rules than a quarter of them (and three) tells them not apart
_WHOLE, _TIMES = 5, 3  # so many rules went, and so many times as many as came: a code made anew
_LIGHT = ("joints", "articles", "leaning", "pointing")

_Sentences = list[frozenset[str]]


def doubts(lone: Sequence[Change], language: str) -> dict[int, str]:
    """Notes, by the `id()` of a change, for rules of one side that the other side may say too.

    `lone` are the rules that only one edition has. Where many went and a few came, what those few
    say may have been in the many.
    """
    sides = [one for one in lone if one.new], [one for one in lone if one.old]
    told = [_telling(side, language) for side in sides]
    found: dict[int, str] = {}
    for here, there in ((0, 1), (1, 0)):
        many = len(sides[there]) >= max(_WHOLE, _TIMES * len(sides[here]))
        known = _index(told[there])
        for one, ours in zip(sides[here], told[here], strict=True):
            at = _echo(ours, told[there], known)
            if at >= 0:
                name = sides[there][at].name
                found[id(one)] = f"The other side may say it in other words: see “{name}”."
            elif many:
                found[id(one)] = "Most of the code was written anew: the other side may say it too."
    return found


def _telling(side: Sequence[Change], language: str) -> list[_Sentences]:
    """The telling words of each sentence of each rule; what most rules say tells nothing."""
    light = frozenset().union(*(cues.entries(name, language) for name in _LIGHT))
    found = [
        [
            frozenset(word[:_STEM] for word in unit.words if len(word) >= _SHORT) - light
            for unit in units(passage(one.new or one.old or "", language))
        ]
        for one in side
    ]
    often = Counter(stem for told in found for stem in frozenset().union(*told))
    most = max(_FEW, len(side) // _PART)
    common = {stem for stem, count in often.items() if count > most}
    return [[words - common for words in told] for told in found]


def _index(told: Sequence[_Sentences]) -> Mapping[str, Sequence[tuple[int, int]]]:
    """Where each word stands: rule and sentence."""
    found: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for rule, sentences in enumerate(told):
        for at, words in enumerate(sentences):
            for word in words:
                found[word].append((rule, at))
    return found


def _echo(
    ours: _Sentences, theirs: Sequence[_Sentences],
    known: Mapping[str, Sequence[tuple[int, int]]],
) -> int:  # fmt: skip
    """The first rule of the other side that has a sentence much like one of ours; -1 for none."""
    for words in ours:
        shared = Counter(place for word in words for place in known.get(word, ()))
        for (rule, at), count in sorted(shared.items()):
            total = len(words) + len(theirs[rule][at])
            if count >= _SHARED and 2 * count >= _SHARE * total:
                return rule
    return -1
