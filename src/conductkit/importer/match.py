"""Which rule of a newer text is which rule of the code: the same words, else the most alike."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from conductkit.importer.words import tokens

_ALIKE = 0.5
_COMMON = 60


def matched(old: Mapping[str, str], new: Sequence[str]) -> list[str]:
    """For each new text the key of the old one that it continues, or ""; none twice.

    Equal words first, then by the share of words that both have (Dice's coefficient, 0.5 at least),
    found through an index of words so that the time stays linear.
    """
    found = [""] * len(new)
    by_words: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for key, text in old.items():
        by_words[tuple(tokens(text))].append(key)
    for number, text in enumerate(new):
        same = by_words.get(tuple(tokens(text)))
        if same:
            found[number] = same.pop(0)
    free = {key: Counter(tokens(text)) for key, text in old.items() if key not in set(found)}
    index: dict[str, list[str]] = defaultdict(list)
    for key, words in free.items():
        for word in words:
            index[word].append(key)
    pairs = [
        (-score, number, key)
        for number, text in enumerate(new)
        if not found[number]
        for key, score in _alike(Counter(tokens(text)), free, index).items()
        if score >= _ALIKE
    ]
    taken: set[str] = set()
    for _, number, key in sorted(pairs):
        if not found[number] and key not in taken:
            found[number] = key
            taken.add(key)
    return found


def _alike(
    words: Counter[str], free: Mapping[str, Counter[str]], index: Mapping[str, Sequence[str]]
) -> dict[str, float]:
    shared: Counter[str] = Counter()
    for word, count in words.items():
        keys = index.get(word, ())
        if len(keys) <= _COMMON:
            for key in keys:
                shared[key] += min(count, free[key][word])
    total = words.total()
    return {
        key: 2 * (words & free[key]).total() / (total + free[key].total())
        for key, _ in shared.most_common(10)
    }
