"""What a change of words does to the duty: the evidence, the effect, how sure it is.

The words of both texts are aligned; corrections are set aside; then each axis looks at the words
that differ, duty by duty. What no axis explains keeps a change from being called neutral.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from conductkit.change import Evidence
from conductkit.difference import cues
from conductkit.difference.bold_names import marked_alike
from conductkit.difference.bounds import swapped_bounds, told_elsewhere
from conductkit.difference.certainty import surer
from conductkit.difference.consenting import consenting
from conductkit.difference.coverage import coverage, opened
from conductkit.difference.denials import shared_denial
from conductkit.difference.duties import pair
from conductkit.difference.editorial import corrections, loosened
from conductkit.difference.effects import combine
from conductkit.difference.framing import framed
from conductkit.difference.gathering import Found, Open, gather
from conductkit.difference.holders import NOBODY, Holders
from conductkit.difference.issuer import named_anew
from conductkit.difference.literals import same_literals
from conductkit.difference.mailing import alike
from conductkit.difference.passage import Passage, clause_moved, passage, reordered, timeless
from conductkit.difference.punctuation import harmless
from conductkit.difference.reaching import reaching
from conductkit.difference.reason_words import without_reasons
from conductkit.difference.relisted import relisted
from conductkit.difference.restated import restated
from conductkit.difference.runs import Run, runs
from conductkit.difference.severally import severally
from conductkit.difference.shared import NOTHING, Shared
from conductkit.difference.shuffled import shuffled
from conductkit.difference.statements import stated, threatened
from conductkit.difference.warned import warned
from conductkit.redline import Block, blocks

_WORD = re.compile(r"\w+")
_ADDRESS = re.compile(r"@|\]\(")
_UNSURE = 0.25  # share of words without explanation from which on nothing is sure


@dataclass(frozen=True, slots=True)
class Verdict:
    """The effect of a change of words, with its evidence; `confidence` is "high" or "low".

    `guessed` says that the evidence is of sentences that command nobody.
    """

    effect: str = "neutral"
    evidence: tuple[Evidence, ...] = ()
    confidence: str = "high"
    guessed: bool = False


Excuse = Callable[[Verdict, Passage, Passage], bool]


def judge(
    old: str, new: str, languages: tuple[str, str],
    holders: tuple[Holders, Holders] = NOBODY,
    *, excused: Excuse | None = None, shared: Shared = NOTHING,
) -> Verdict:  # fmt: skip
    """What the change from one text to the other does to the duty they state.

    Sentences that both have are left out; what differs is judged stretch by stretch. `excused`
    says of a stretch that does not read as neutral whether it binds nobody all the same;
    `shared` is what the editions as wholes say of it.
    """
    old, new = alike(old, new) if _ADDRESS.search(old + new) else (old, new)
    old, new = marked_alike(old, new) if "**" in old and "**" in new else (old, new)
    if old == new:
        return Verdict()
    one, two = passage(old, languages[0]), passage(new, languages[1])
    if relisted(one, two):
        return Verdict()
    verdict = _compared(one, two, holders, excused, shared)
    said = _plainer(verdict, one, two, holders, shared)
    directed = said.effect in ("stronger", "weaker")
    if directed and swapped_bounds(said.evidence, one, two):
        return Verdict("unknown", said.evidence, "low")
    if directed and told_elsewhere(said.evidence, one, two):
        return replace(said, confidence="low")
    return said


def _plainer(
    verdict: Verdict, one: Passage, two: Passage, holders: tuple[Holders, Holders], shared: Shared
) -> Verdict:
    """The verdict on the plain forms of two texts, where that says more than `verdict` does."""
    plain = restated(one, two) if verdict.effect != "neutral" else None
    if plain is not None and shared_denial(one, two):
        return verdict
    if plain is None:
        return verdict
    sides = [passage(text, side.language) for text, side in zip(plain, (one, two), strict=True)]
    said = _compared(sides[0], sides[1], holders, None, shared)
    clearer = verdict.effect in ("unknown", "reversed", "mixed") and said.effect != "unknown"
    clearer = clearer and (verdict.effect, said.effect) != ("unknown", "reversed")
    clearer = clearer and verdict.confidence == "low"
    surely = (verdict.effect, verdict.confidence) == ("reversed", "high")
    if (said.effect == "neutral" and not surely) or (clearer and _quoted(said, one.text, two.text)):
        return said
    return verdict


def _quoted(verdict: Verdict, old: str, new: str) -> bool:
    """Whether the words of the evidence stand in the texts as they are written, and what is on one
    side only is not in other places on the other."""
    texts = old.lower(), new.lower()
    for item in verdict.evidence:
        said = item.old.lower(), item.new.lower()
        if said[0] not in texts[0] or said[1] not in texts[1]:
            return False
        lone = said[0] or said[1] if not all(said) else ""
        if lone and set(_WORD.findall(lone)) <= set(_WORD.findall(texts[1 if said[0] else 0])):
            return False
    return True


def _compared(
    one: Passage, two: Passage, holders: tuple[Holders, Holders], excused: Excuse | None,
    shared: Shared,
) -> Verdict:  # fmt: skip
    languages = one.language, two.language
    whole = languages[0] != languages[1] or (one.lone and two.lone)
    changed = [(one, two)] if whole and not shared.settled else runs(one, two, shared.settled)
    if changed is None:
        return Verdict("unknown", (), "low")
    return together([_stretch(pair, (one, two), holders, excused, shared) for pair in changed])


def _stretch(
    pair: Run, texts: Run, holders: tuple[Holders, Holders], excused: Excuse | None,
    shared: Shared,
) -> Verdict:  # fmt: skip
    """The verdict on a stretch of two texts, said more plainly where it is no more than that."""
    verdict = _excused(_judge(*pair, holders, shared), pair, excused)
    if verdict.effect == "unknown":
        verdict = _severally(pair, holders, excused, shared) or verdict
    if verdict.effect == "neutral" or pair == texts:
        return verdict
    return _plainer(verdict, *pair, holders, shared)


def _severally(
    pair: Run, holders: tuple[Holders, Holders], excused: Excuse | None, shared: Shared
) -> Verdict | None:
    """What the sentences of a stretch say one by one, where that has a direction; never surely."""
    parts = severally(pair)
    found = [_excused(_judge(*part, holders, shared), part, excused) for part in parts]
    said = together(found) if found else Verdict()
    if said.effect not in ("stronger", "weaker"):
        return None
    return replace(said, confidence="low")


def _excused(verdict: Verdict, sides: tuple[Passage, Passage], excused: Excuse | None) -> Verdict:
    if excused is None or verdict.effect == "neutral" or not excused(verdict, *sides):
        return verdict
    return Verdict()


def together(verdicts: Sequence[Verdict]) -> Verdict:
    """Several verdicts on one thing as one; it is sure if all that say something are."""
    if len(verdicts) == 1:
        return verdicts[0]
    effect = combine(item.effect for item in verdicts)
    evidence = dict.fromkeys(one for item in verdicts for one in item.evidence)
    sure = all(item.confidence == "high" for item in verdicts)
    guessed = all(item.guessed for item in verdicts if item.evidence) and bool(evidence)
    return Verdict(effect, tuple(evidence), "high" if sure else "low", guessed)


def _judge(one: Passage, two: Passage, holders: tuple[Holders, Holders], shared: Shared) -> Verdict:
    """The verdict on two texts taken whole; not neutral where a denial is shared on one side."""
    verdict = _taken(one, two, holders, shared)
    if verdict.effect == "neutral" and shared_denial(one, two):
        return Verdict("unknown", (), "low")
    return verdict


def _taken(one: Passage, two: Passage, holders: tuple[Holders, Holders], shared: Shared) -> Verdict:
    found = loosened(one, two, blocks(one.tokens, two.tokens))
    same = same_literals(one, two, found)
    if found and reordered(one, two):
        return Verdict() if _in_any_order(one) else Verdict("unknown", (), "low")
    if found and same and (clause_moved(one, two) or shuffled(one, two)):
        return Verdict()
    lists = opened(one, two, found)
    explained = {*corrections(one, two, found), *lists}
    explained |= named_anew(one, two, found, shared.renamed)
    same = same and one.residue == two.residue
    safe = same and harmless(one, two, found)
    left = [block for block in found if block not in explained]
    if not left and not lists:
        return Verdict("neutral" if safe else "unknown", (), "high" if safe else "low")
    threat = threatened(one, two, left) if safe and not lists else None
    if threat:
        return Verdict(threat.effect, (threat,))
    first = warned(one, two, left) if safe and not lists else None
    if first:
        return Verdict(first.effect, (first,), "low")
    listed = coverage(one, two) if safe else []
    if listed:
        return Verdict(combine(item.effect for item in listed), tuple(listed))
    open_ = _opened(one, two, left)
    paired = pair(one, two, open_, holders)
    gathered, open_ = gather(paired, open_)
    gathered += [Found(item) for item in (*lists.values(), *stated(one, two))]
    gathered += [Found(item) for item in reaching(one, two)]
    open_ = without_reasons(one, open_[0]), without_reasons(two, open_[1])
    verdict = _verdict(gathered, open_, safe, len(one.words) + len(two.words))
    doubted = verdict.effect in ("unknown", "reversed") and verdict.confidence == "low"
    if not (doubted and same) or lists:
        return verdict
    likely = (surer(one, two, left) if safe else None) or framed(one, two) or consenting(one, two)
    return Verdict(likely.effect, (likely,), "low") if likely else verdict


def _in_any_order(side: Passage) -> bool:
    """Whether each sentence of a text says by itself what must not be done, or how to be."""
    ranking = cues.entries("ranking", side.language)
    parts = [
        passage(side.text[one.start : one.end], side.language) for one in side.reading.sentences
    ]
    return ranking.isdisjoint(side.tokens) and all(map(timeless, parts))


def _verdict(found: list[Found], opened: Open, safe: bool, words: int) -> Verdict:
    shown = [item for item in dict.fromkeys(found) if item.evidence.effect != "neutral"]
    rest = len(opened[0]) + len(opened[1])
    guessed = all(item.presumed for item in shown)
    doubted = all(item.presumed or item.doubtful for item in shown)
    torn = rest > _UNSURE * words
    effects = [item.evidence.effect for item in shown]
    if not shown or (doubted and (torn or set(effects) == {"unknown"})):
        return Verdict("neutral") if safe and not (rest or shown) else Verdict("unknown", (), "low")
    sure = safe and not rest and "unknown" not in effects
    sure = sure and not any(item.presumed or item.doubtful for item in shown)
    evidence = tuple(dict.fromkeys(item.evidence for item in shown))
    return Verdict(combine(effects), evidence, "high" if sure else "low", guessed)


def _opened(one: Passage, two: Passage, left: list[Block]) -> Open:
    """Where the words begin that the other side does not have."""
    old = {one.words[one.owners[at]].start for a, b, _, _ in left for at in range(a, b)}
    new = {two.words[two.owners[at]].start for _, _, c, d in left for at in range(c, d)}
    return frozenset(old), frozenset(new)
