"""Who “we” are: a code that speaks to its reader may call whoever gives it by name instead."""

from collections.abc import Sequence
from itertools import pairwise

from conductkit.difference import cues
from conductkit.difference.passage import Passage, passage
from conductkit.difference.shared import Swap
from conductkit.language.lexicon import primary
from conductkit.redline import Block

_BE = (("", ""), ("are", "is"), ("have", "has"), ("do", "does"))
_SPOKEN = 2  # times that the reader is spoken to


def issuer_named(
    pairs: Sequence[tuple[str, str]], languages: tuple[str, str], giving: Sequence[str]
) -> frozenset[Swap]:
    """“We”, “our” and what stands for them once the one body that a code speaks of says it.

    Not where “we” may be all who read it, nor where nothing shows that the body gives the code:
    its name in `giving`, the title and the issuer, or “we see visitors to the council offices”.
    """
    if {primary(language) for language in languages} != {"en"}:
        return frozenset()
    texts = [[passage(pair[at], languages[at]) for pair in pairs if pair[at]] for at in (0, 1)]
    if any(map(_of_all, (text for side in texts for text in side))):
        return frozenset()
    whole = _bodies(texts[0]) | _bodies(texts[1])
    if len(whole) != 1 or not all(map(_speaks, texts)):
        return frozenset()
    (body,) = whole
    named = any(body in passage(text, languages[0]).tokens for text in giving)
    if not named and not all(any(_houses(body, text) for text in side) for side in texts):
        return frozenset()
    found = {
        (("we", one) if one else ("we",), (*head, two) if two else head)
        for one, two in _BE
        for head in (("the", body), ("it",))
    }
    found |= {
        (("our",), ("its",)),
        (("our",), ("the", f"{body}'s")),
        (("us",), ("the", body)),
        (("us",), ("it",)),
    }
    return frozenset(found | {(two, one) for one, two in found})


def named_anew(
    old: Passage, new: Passage, found: Sequence[Block], renamed: frozenset[Swap]
) -> set[Block]:
    """The stretches that are one thing under another name; “its” only beside the name itself."""
    swaps = {block: _swap(old, new, block) for block in found}
    known = {block for block, swap in swaps.items() if swap in renamed}
    back = {
        block for block in known if any(part[:1] in (("it",), ("its",)) for part in swaps[block])
    }
    return known if known - back or not back else set()


def _swap(old: Passage, new: Passage, block: Block) -> Swap:
    a, b, c, d = block
    return old.tokens[a:b], new.tokens[c:d]


def _of_all(text: Passage) -> bool:
    """Whether a text speaks of its readers as “we”: “let us”, “we must”, “each other”."""
    pairs = {" ".join(pair) for pair in pairwise(text.tokens)}
    return not pairs.isdisjoint(cues.entries("we-all", text.language))


def _bodies(side: Sequence[Passage]) -> set[str]:
    """The bodies that are spoken of as the only ones of their kind: “the council”."""
    kinds = cues.entries("issuing-bodies", "en")
    return {
        two.removesuffix("'s")
        for text in side
        for one, two in pairwise(text.tokens)
        if one == "the" and two.removesuffix("'s") in kinds
    }


def _houses(body: str, text: Passage) -> bool:
    """Whether a sentence shows that “we” are at home with a body: “we see visitors to the council
    offices”."""
    homes = cues.entries("body-homes", text.language)
    return any(
        sentence.words[0].low == "we"
        and any(
            (one.low, two.low) == ("the", body) and three.low in homes
            for one, two, three in zip(
                sentence.words, sentence.words[1:], sentence.words[2:], strict=False
            )
        )
        for sentence in text.reading.sentences
    )


def _speaks(side: Sequence[Passage]) -> bool:
    """Whether a code speaks to “you”."""
    told = cues.entries("addressed-all", "en")
    return sum(token in told for text in side for token in text.tokens) >= _SPOKEN
