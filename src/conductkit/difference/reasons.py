"""A rule's text and its reason compared together: words that move to `why` change no duty."""

from collections.abc import Sequence
from dataclasses import dataclass

from conductkit.difference.effects import combine
from conductkit.difference.holders import Holders
from conductkit.difference.musing import comes_and_goes
from conductkit.difference.passage import Passage, passage
from conductkit.difference.reason_words import is_reason
from conductkit.difference.remarks import retold
from conductkit.difference.shared import NOTHING, Shared
from conductkit.difference.tails import same_but_for_reasons
from conductkit.difference.telling import details
from conductkit.difference.wording import Verdict, judge
from conductkit.model import Rule
from conductkit.redline import Block, blocks

_LEAST = 3  # words that make a passage rather than a chance likeness


@dataclass(frozen=True, slots=True)
class _Cut:
    """A text without the reasons that stand under `why` on the other side, and those reasons."""

    duty: str
    reasons: str


def judge_rule(
    old: Rule, new: Rule, languages: tuple[str, str], holders: tuple[Holders, Holders],
    shared: Shared = NOTHING,
) -> Verdict:  # fmt: skip
    """What the change of a rule's text and reason does to the duty."""
    if old.text == new.text and old.why == new.why:
        return Verdict()
    one, two = _cut(old, new, languages), _cut(new, old, (languages[1], languages[0]))
    words = judge(one.duty, two.duty, languages, holders, excused=_retold, shared=shared)
    why = judge_reason(_joined(one.reasons, old.why), _joined(two.reasons, new.why), languages)
    if why == "neutral":
        return words
    effect = combine((words.effect, why))
    return Verdict(effect, words.evidence, "low")


def _retold(verdict: Verdict, one: Passage, two: Passage) -> bool:
    """Whether a change within a rule is of a remark or of a reason."""
    told = retold(verdict.evidence, one, two) or same_but_for_reasons(one, two)
    return told or comes_and_goes(one, two) or _refers(one, two)


def _refers(one: Passage, two: Passage) -> bool:
    """Whether all that either stretch says is where more can be read."""
    if one.residue or two.residue:
        return False
    return all(details(side, item) for side in (one, two) for item in side.reading.sentences)


def judge_reason(old: str, new: str, languages: tuple[str, str]) -> str:
    """What a change of a reason does: nothing, unless the words that changed bind somebody."""
    if old == new:
        return "neutral"
    if judge(old, new, languages, excused=_retold).effect == "neutral":
        return "neutral"
    one, two = passage(old, languages[0]), passage(new, languages[1])
    found = blocks(one.tokens, two.tokens)
    touched = [
        *_touched(one, [(a, b) for a, b, _, _ in found]),
        *_touched(two, [(c, d) for _, _, c, d in found]),
    ]
    plain = all(is_reason(text, language) for text, language in touched)
    return "neutral" if plain else "unknown"


def _touched(side: Passage, stretches: Sequence[tuple[int, int]]) -> list[tuple[str, str]]:
    """The sentences in which something changed."""
    starts = {side.words[side.owners[at]].start for a, b in stretches for at in range(a, b)}
    return [
        (side.text[sentence.start : sentence.end], side.language)
        for sentence in side.reading.sentences
        if any(sentence.start <= start < sentence.end for start in starts)
    ]


def _cut(rule: Rule, other: Rule, languages: tuple[str, str]) -> _Cut:
    """Take out of the text what stands under `why` in the other edition, where it is a reason."""
    if not other.why or rule.text == other.text:
        return _Cut(rule.text, "")
    side = passage(rule.text, languages[0])
    duty, _reason = passage(other.text, languages[1]), passage(other.why, languages[1])
    found = blocks(side.tokens, (*duty.tokens, *_reason.tokens))
    kept, gone = _placed(found, len(side.tokens), len(duty.tokens))
    if len(gone) < _LEAST:
        return _Cut(rule.text, "")
    text = rule.text
    reasons: list[str] = []
    for first, last in reversed(_regions(gone, kept)):
        start = side.words[side.owners[first]].start
        end = _end(side, side.owners[last])
        piece = rule.text[start:end]
        if last - first + 1 >= _LEAST and is_reason(piece, languages[0]):
            text = f"{text[:start]}{text[end:]}"
            reasons.insert(0, piece)
    return _Cut(text.strip(" ,;:\n\t–—-"), " ".join(reasons))


def _end(side: Passage, word: int) -> int:
    """The end of a word with the marks that close its sentence."""
    words = side.words
    stop = words[word + 1].start if word + 1 < len(words) else len(side.text)
    between = side.text[words[word].end : stop]
    return words[word].end + len(between) - len(between.lstrip(".!?…”\"’') "))


def _placed(found: list[Block], size: int, border: int) -> tuple[set[int], set[int]]:
    """Which words of the text stand in the other's text, and which under its `why`."""
    kept: set[int] = set()
    gone: set[int] = set()
    at_old = at_new = 0
    for a, b, _, d in [*found, (size, size, 0, 0)]:
        for step in range(a - at_old):
            (kept if at_new + step < border else gone).add(at_old + step)
        at_old, at_new = b, d
    return kept, gone


def _regions(gone: set[int], kept: set[int]) -> list[tuple[int, int]]:
    """Moved words joined to passages over what stands between them and was not kept."""
    regions: list[tuple[int, int]] = []
    for at in sorted(gone):
        if regions and not any(place in kept for place in range(regions[-1][1], at)):
            regions[-1] = (regions[-1][0], at)
        else:
            regions.append((at, at))
    return regions


def _joined(*texts: str) -> str:
    return " ".join(text for text in texts if text)
