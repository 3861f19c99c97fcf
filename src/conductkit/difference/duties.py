"""The duties of two texts, each beside the one it became."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import takewhile

from conductkit.axis import Duty
from conductkit.difference import cues
from conductkit.difference.cues import bare
from conductkit.difference.grounds import banned, grounds
from conductkit.difference.holders import Holders
from conductkit.difference.likeness import likeness
from conductkit.difference.passage import Passage
from conductkit.difference.presumed import presumed
from conductkit.difference.promised import promises
from conductkit.language import Directive, Modal, Word
from conductkit.language.lexicon import primary
from conductkit.language.words import between

_STEM, _ENDING = 3, 3  # letters of a stem at least, of an ending at most
_LEAST = 0.3  # share of words that two duties must have in common
_MOVED = 0.5  # share of a duty's words that the other text must not have for it to be new


@dataclass(frozen=True, slots=True)
class Paired:
    """Duties side by side, and those that stand on one side only."""

    pairs: tuple[tuple[Duty, Duty], ...]
    gone: tuple[Duty, ...]
    come: tuple[Duty, ...]


def pair(
    old: Passage, new: Passage, opened: tuple[frozenset[int], frozenset[int]],
    holders: tuple[Holders, Holders],
) -> Paired:  # fmt: skip
    """Pair the duties of two passages: the most alike first, in their order where that ties."""
    before = duties(old, opened[0], holders[0], presume=True)
    after = duties(new, opened[1], holders[1], presume=True)
    taken_old: set[int] = set()
    taken_new: set[int] = set()
    pairs: list[tuple[int, int]] = []
    for _, i, j in _ranked(before, after):
        if i not in taken_old and j not in taken_new:
            taken_old.add(i)
            taken_new.add(j)
            pairs.append((i, j))
    return Paired(
        tuple((before[i], after[j]) for i, j in sorted(pairs)),
        tuple(duty for i, duty in enumerate(before) if i not in taken_old and _is_new(duty)),
        tuple(duty for j, duty in enumerate(after) if j not in taken_new and _is_new(duty)),
    )


def duties(
    text: Passage, opened: frozenset[int], holders: Holders, *, presume: bool = False
) -> list[Duty]:
    """Every directive of a passage with the words that belong to it; with `presume` also what its
    other sentences say."""
    told = [one for one in text.reading.directives if not _only_tells(text, one)]
    found = [_duty(text, one, opened, holders) for one in told]
    for number in range(len(text.reading.sentences) if presume else 0):
        directive = presumed(text, number)
        if directive:
            duty = _duty(text, directive, opened, holders)
            found.append(replace(duty, presumed=True, promised=promises(text, number, holders)))
    return sorted(found, key=lambda duty: duty.directive.start)


def _duty(text: Passage, directive: Directive, opened: frozenset[int], holders: Holders) -> Duty:
    directive = _avoiding(text, _assured(text, directive))
    words = _words(text, directive)
    own = opened & {word.start for word in words}
    holder = holders.of(directive, text.language)
    lows = frozenset(bare(word) for word in words)
    return Duty(text.reading, directive, words, frozenset(own), holder, lows)


def _only_tells(text: Passage, directive: Directive) -> bool:
    """“Note that the shop is small” orders nobody about."""
    if directive.form != "imperative":
        return False
    said = text.reading.quote(directive).lower()
    opens = any(
        said.startswith(f"{one} that ") for one in cues.entries("tell-orders", text.language)
    )
    words = [word for word in text.words if directive.start <= word.start < directive.end]
    return opens and not cues.find(text.reading, words, "modal-words")


def _assured(text: Passage, directive: Directive) -> Directive:
    """“You can expect an answer” is no freedom but a promise of what those bound will do."""
    assuring = cues.entries("assuring", text.language)
    if directive.modal.force != "permission" or directive.verb not in assuring:
        return directive
    return directive._replace(modal=directive.modal._replace(force="duty", value=5))


def _avoiding(text: Passage, directive: Directive) -> Directive:
    """“We will avoid late calls” is a ban of them."""
    modal = directive.modal
    verbs = cues.entries("avoiding", text.language)
    if modal.force != "duty" or not modal.cue or directive.verb not in verbs:
        return directive
    said = next((w for w in text.words if w.start >= modal.end and w.low in verbs), None)
    if said is None or said.start >= directive.end:
        return directive
    cue = f"{modal.cue} {said.low}"
    return directive._replace(modal=Modal("ban", 1 - modal.value, cue, modal.start, said.end))


def _words(text: Passage, directive: Directive) -> tuple[Word, ...]:
    """The fronted words of the sentence and the directive's own; of the first also the cue."""
    sentence = text.reading.sentences[directive.sentence]
    first = sentence.directives[0].start if sentence.directives else sentence.end
    fronted = between(sentence.words, 0, first)
    own = between(sentence.words, max(first, directive.start), directive.end)
    return (*fronted, *own, *grounds(text, directive), *banned(text, directive))


def _ranked(before: list[Duty], after: list[Duty]) -> list[tuple[float, int, int]]:
    ranked = []
    counts = [_count(duty) for duty in before], [_count(duty) for duty in after]
    lone = len(before) == len(after) == 1
    for i, one in enumerate(before):
        for j, two in enumerate(after):
            score = likeness(counts[0][i], counts[1][j])
            if _same_verb(one, two):
                score += 0.25
            if score >= (_LEAST / 2 if lone else _LEAST):
                ranked.append((score, i, j))
    return sorted(ranked, key=lambda item: (-item[0], abs(item[1] - item[2]), item[1] + item[2]))


def _same_verb(one: Duty, two: Duty) -> bool:
    """Whether two duties have one verb; where forms are not led back to it, by its stem."""
    verbs = one.directive.verb or "", two.directive.verb or ""
    if verbs[0] == verbs[1] or primary(one.language) == "en":
        return bool(verbs[0]) and verbs[0] == verbs[1]
    shared = len(list(takewhile(lambda pair: pair[0] == pair[1], zip(*verbs, strict=False))))
    return shared >= _STEM and shared >= min(map(len, verbs)) - _ENDING


def _count(duty: Duty) -> Counter[str]:
    start, end = duty.directive.start, duty.directive.end
    return Counter(word.low for word in duty.within((start, end)))


def _is_new(duty: Duty) -> bool:
    """Whether the other text lacks most of the duty's words; else it only reads differently."""
    if duty.presumed and not duty.promised:
        return False
    # A way out that was put in makes no new duty: “determine, as far as possible: …”.
    out = {word.start for cue in duty.cues("escape-clause") for word in duty.within(cue[:2])}
    whole = duty.within((duty.directive.start, duty.directive.end))
    own = [word for word in whole if word.start not in out]
    missing = sum(1 for word in own if word.start in duty.open)
    return bool(own) and (missing >= _MOVED * len(own) or _is_further(duty, own))


def _is_further(duty: Duty, own: list[Word]) -> bool:
    """Whether a duty is one more verb of a list (“warn, suspend or ban”) that the other text
    lacks: what stands behind its verbs is shared."""
    verbs = {verb for verb, _ in duty.directive.acts}
    if not verbs or not duty.directive.joint or duty.directive.form != "modal":
        return False
    last = max((at for at, word in enumerate(own) if word.low in verbs), default=-1)
    return last >= 0 and all(word.start in duty.open for word in own[: last + 1])


def close(found: Iterable[Duty], closed: frozenset[int]) -> list[Duty]:
    """The duties with words that are explained taken off the open ones."""
    return [
        replace(duty, open=duty.open - closed) if duty.open & closed else duty for duty in found
    ]
