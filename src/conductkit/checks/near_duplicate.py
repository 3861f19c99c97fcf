"""Two rules say nearly the same.

Why: each will be changed without the other, and then readers have two rules for one thing.

Example: “Keep customers’ data private at all times.” beside “Always keep the data of customers
private.” → one of them.

Fix: make one rule of the two, or say what tells them apart.
"""

from collections import Counter
from collections.abc import Iterator
from itertools import takewhile

from conductkit.check import Context, Hit, define, whole
from conductkit.checks._acts import content, plain_words, same_people
from conductkit.language import level, mask, read
from conductkit.model import Code, Rule
from conductkit.patterns import lazily

_LEAST = 5  # words that say something
_ALIKE = 0.6  # of the words of both together
_ALIKE_EXCHANGED = 0.75  # where each has words that the other lacks
_LEAD = 6  # words that two items of a list have before them
_NUMBER = lazily(r"\d+")


@define("warning", "duplicates")
def check(code: Code, context: Context) -> Iterator[Hit]:
    words = {rule.id: content(mask(rule.text), code.language) for rule in code.rules}
    counts = Counter(word for found in words.values() for word in found)
    index: dict[str, list[Rule]] = {}
    for rule in code.rules:
        own = words[rule.id]
        if len(own) < _LEAST:
            continue
        # Two sets as alike as that share one of their rarest words, so only those are looked up.
        rare = sorted(own, key=lambda word: (counts[word], word))
        rare = rare[: len(own) - int(_ALIKE * len(own)) + 1]
        seen = dict.fromkeys(one.id for word in rare for one in index.get(word, ()))
        for other in (code.by_id[id] for id in seen):
            if (
                _alike(own, words[other.id])
                and _comparable(code, other, rule)
                and not _items_of_one_lead(code, other, rule)
            ):
                yield whole(
                    rule, "text", f"Nearly the same words as the rule {other.id}",
                    "Make one rule of the two, or say what tells them apart.",
                    also=[other.place.span("text")],
                )  # fmt: skip
                break
        for word in rare:
            index.setdefault(word, []).append(rule)


def _alike(one: frozenset[str], two: frozenset[str]) -> bool:
    """Whether one only adds to the other, or hardly a word differs; a word exchanged may matter."""
    share = len(one & two) / len(one | two)
    return share >= (_ALIKE if one <= two or two <= one else _ALIKE_EXCHANGED)


def _items_of_one_lead(code: Code, one: Rule, two: Rule) -> bool:
    """Whether both begin with the words that lead into a list and then say different things."""
    first, second = (mask(rule.text).split() for rule in (one, two))
    pairs = zip(first, second, strict=False)
    shared = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
    if shared < _LEAD:
        return False
    rest = [content(" ".join(part[shared:]), code.language) for part in (first, second)]
    return not _alike(rest[0], rest[1]) if all(rest) else False


def _comparable(code: Code, one: Rule, two: Rule) -> bool:
    """Whether no other check speaks of the pair: copies, opposites, two times for one act."""
    first, second = (plain_words(rule.text, code.language) for rule in (one, two))
    levels = {level(read(rule.text, code.language)) in ("must-not", "should-not")
              for rule in (one, two)}  # fmt: skip
    return (
        first != second
        and len(levels) == 1
        and _NUMBER.findall(first) == _NUMBER.findall(second)
        and same_people(code, one, two)
    )
