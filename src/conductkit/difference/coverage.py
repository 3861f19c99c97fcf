"""Lists of what is covered: who is protected, what counts as harassment, whom a rule is for.

Such a list stands behind a cue (“regardless of”, “includes”) and binds whether or not its sentence
commands anything. One item more covers more cases.
"""

from collections.abc import Sequence

from conductkit.change import Evidence
from conductkit.difference import cues
from conductkit.difference.passage import Passage, passage
from conductkit.redline import Block, blocks

_LONGEST = 8  # words of an item
Item = tuple[int, int, tuple[str, ...]]


def coverage(old: Passage, new: Passage) -> list[Evidence]:
    """The items by which the lists of two texts differ; none where anything else differs too."""
    found: list[Evidence] = []
    old, new = _unrestricted(old, new, found, "stronger"), _unrestricted(new, old, found, "weaker")
    joints = _joints(old), _joints(new)
    if joints[0] != joints[1] and (all(joints) or len(joints[0] | joints[1]) > 1):
        return []
    one, two = items(old), items(new)
    for a, b, c, d in blocks(
        [" ".join(item[2]) for item in one], [" ".join(item[2]) for item in two]
    ):
        if a < b and c < d:
            return []
        side, apart = (old, one[a:b]) if a < b else (new, two[c:d])
        if not all(covers(side, item) for item in apart):
            return []
        for start, end, _ in apart:
            quote = side.text[side.words[start].start : side.words[end].end]
            pair = (quote, "", "weaker") if a < b else ("", quote, "stronger")
            found.append(Evidence("list", *pair))
    return found


def _unrestricted(side: Passage, other: Passage, found: list[Evidence], effect: str) -> Passage:
    """A list of what is banned without the second of two words that narrow an item: of “sustained
    and negative disruption” without “and negative”. What narrowed it is told in `found`."""
    if not cues.find(side.reading, side.words, "unaccepted"):
        return side
    narrow = cues.entries("restrictor", side.language)
    joints = cues.entries("joints", side.language) - cues.entries("alternatives", side.language)
    for a, b, c, d in blocks(side.tokens, other.tokens):
        words = set(side.tokens[a:b])
        if c == d and b - a == 2 and words & joints and words & narrow:
            places = [side.words[side.owners[at]] for at in (a, b - 1)]
            quote = side.text[places[0].start : places[1].end]
            pair = (quote, "") if effect == "stronger" else ("", quote)
            found.append(Evidence("restrictor", *pair, effect))
            text = side.text[: places[0].start] + side.text[places[1].end :].lstrip()
            return passage(text, side.language)
    return side


def opened(old: Passage, new: Passage, found: Sequence[Block]) -> dict[Block, Evidence]:
    """The stretches that make a list an open one (“but is not limited to”), or close it."""
    phrases = cues.entries("open-list", old.language)
    opening: dict[Block, Evidence] = {}
    for block in found:
        a, b, c, d = block
        side, first, last = (old, a, b) if b > a else (new, c, d)
        words = " ".join(side.tokens[first:last])
        before = side.tokens[first - 1] if first else ""
        if (a < b and c < d) or words not in phrases or not before.startswith("includ"):
            continue
        pair = (words, "", "weaker") if b > a else ("", words, "stronger")
        opening[block] = Evidence("list", *pair)
    return opening


def _joints(side: Passage) -> set[str]:
    return set(side.tokens) & cues.entries("joints", side.language)


def items(side: Passage) -> list[Item]:
    """The words between marks, joints and cues, in order, with the first and last word's place."""
    joints = cues.entries("joints", side.language)
    ends = {end for _, end in _cues(side)}
    found: list[Item] = []
    run: list[tuple[int, str]] = []
    for token, at in zip(side.tokens, side.owners, strict=True):
        new = bool(run) and run[-1][0] != at
        if run and new and (side.gap(run[-1][0]) or run[-1][0] in ends or token in joints):
            found.append(_item(run))
            run = []
        if token not in joints:
            run.append((at, token))
    return [*found, _item(run)] if run else found


def _item(run: list[tuple[int, str]]) -> Item:
    return run[0][0], run[-1][0], tuple(token for _, token in run)


def _cues(side: Passage) -> list[tuple[int, int]]:
    """Where the cues stand: their first and last word's places."""
    places = {word.start: at for at, word in enumerate(side.words)}
    ends = {cues.end(word): at for at, word in enumerate(side.words)}
    hits = cues.find(side.reading, side.words, "coverage", frozenset(side.tokens))
    return [(places[hit.start], ends[hit.end]) for hit in hits]


def covers(side: Passage, item: Item) -> bool:
    """Whether an item stands in a list behind a cue, and nothing turns what the list means."""
    cue = listed(side, item)
    if cue is None:
        return False
    first = cue
    while first > 0 and side.gap(first - 1) not in ("?", "."):
        first -= 1
    around = {word.low for word in side.words[first : item[1]]}
    return not around & cues.entries("coverage-turns", side.language)


def listed(side: Passage, item: Item) -> int | None:
    """The place of the cue behind which an item stands in a list; None where it stands in none."""
    start, _, words = item
    blocked = cues.entries("list-blocks", side.language) | cues.entries("negation", side.language)
    if len(words) > _LONGEST or not blocked.isdisjoint(words):
        return None
    cue = max((last for _, last in _cues(side) if last < start), default=None)
    ends = cue is not None and any(
        side.gap(at) in ("?", ".") for at in range(cue, start - 1) if _full(side, at)
    )
    return None if ends else cue


def _full(side: Passage, at: int) -> bool:
    """Whether a sentence ends behind a word; the items of a bulleted list are of one sentence."""
    between = side.text[side.words[at].end : side.words[at + 1].start]
    return "\n" not in between or any(mark in between for mark in ".!?")
