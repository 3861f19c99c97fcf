"""Which rule of the old edition is which of the new one.

By id first, unless ids only count and were counted anew; then by equal words, then by likeness;
what is left may be one rule that became several, or several that became one. The editions the other
way round give the same pairs.
"""

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from conductkit.difference.likeness import LEAST, Texts, candidates, counted, likeness
from conductkit.difference.numbered import shifted
from conductkit.difference.parts import broken
from conductkit.difference.restated import form
from conductkit.language import normalise
from conductkit.model import Code, Rule

_FEW = 100  # rules left over that are put in other words to be known again
_SHORTEST = 3  # words of a rule that may have grown


@dataclass(frozen=True, slots=True)
class Pairs:
    """Rules side by side in the order of the new edition, and what has no partner."""

    pairs: tuple[tuple[Rule, Rule], ...] = ()
    removed: tuple[Rule, ...] = ()
    added: tuple[Rule, ...] = ()
    split: tuple[tuple[Rule, tuple[Rule, ...]], ...] = ()
    merged: tuple[tuple[tuple[Rule, ...], Rule], ...] = ()


def pair(old: Code, new: Code) -> Pairs:
    """Pair the rules of two editions of a code."""
    before, after = list(old.rules), list(new.rules)
    known = (old.by_id.keys() & new.by_id.keys()) - shifted(before, after, (wording_of, wording_of))
    found = [(rule, new.by_id[rule.id]) for rule in before if rule.id in known]
    before = [rule for rule in before if rule.id not in known]
    after = [rule for rule in after if rule.id not in known]
    found += _equal(before, after)
    texts = counted(before, old.language), counted(after, new.language)
    found += _alike(before, after, texts)
    if old.language == new.language and max(len(before), len(after)) <= _FEW:
        found += _equal(before, after, partial(_asked, language=old.language))
    found += _namesakes(before, after)
    split: list[tuple[Rule, tuple[Rule, ...]]] = []
    merged: list[tuple[Rule, tuple[Rule, ...]]] = []
    if _first(before, after):
        split += broken(found, before, after, old, new)
        turned = [(new_, old_) for old_, new_ in found]
        merged += broken(turned, after, before, new, old)
        found = [(old_, new_) for new_, old_ in turned]
    else:
        turned = [(new_, old_) for old_, new_ in found]
        merged += broken(turned, after, before, new, old)
        found = [(old_, new_) for new_, old_ in turned]
        split += broken(found, before, after, old, new)
    found += _grown(before, after)
    places = {rule.id: at for at, rule in enumerate(new.rules)}
    return Pairs(
        tuple(sorted(found, key=lambda two: places[two[1].id])),
        tuple(before), tuple(after), tuple(split),
        tuple((parts, whole) for whole, parts in merged),
    )  # fmt: skip


def _first(before: list[Rule], after: list[Rule]) -> bool:
    """Whether splits are looked for before merges: the same choice whichever edition is old."""
    one, two = ((len(rules), [rule.id for rule in rules]) for rules in (before, after))
    return one <= two


def wording_of(rule: Rule) -> str:
    """The words of a rule as two editions compare them, whatever their language."""
    return normalise(rule.text, "")


def _asked(rule: Rule, language: str) -> str:
    """What a rule says, in the form that other ways to say it come down to."""
    return normalise(form(rule.text, language), language)


def _equal(
    before: list[Rule], after: list[Rule], said: Callable[[Rule], str] = wording_of
) -> list[tuple[Rule, Rule]]:
    """Rules that say the same, first with first; they are taken off the lists."""
    by_text: dict[str, list[Rule]] = defaultdict(list)
    for rule in after:
        by_text[said(rule)].append(rule)
    found = []
    for rule in list(before):
        same = by_text.get(said(rule))
        if same:
            found.append((rule, same.pop(0)))
            before.remove(rule)
            after.remove(found[-1][1])
    return found


def _namesakes(before: list[Rule], after: list[Rule]) -> list[tuple[Rule, Rule]]:
    """What is left in a row that was counted anew and kept its number; taken off the lists."""
    left = {rule.id: rule for rule in after}
    found = [(rule, left[rule.id]) for rule in before if rule.id in left]
    before[:] = [rule for rule in before if rule.id not in left]
    kept = {two.id for _, two in found}
    after[:] = [rule for rule in after if rule.id not in kept]
    return found


def _grown(before: list[Rule], after: list[Rule]) -> list[tuple[Rule, Rule]]:
    """What is left and begins in all its words as one rule of the other side only: a short rule
    that got an exception; taken off the lists."""
    found = []
    for one in list(before):
        several = [two for two in after if _begins(one, two) or _begins(two, one)]
        if len(several) == 1 and sum(_begins(r, several[0]) or _begins(several[0], r)
                                     for r in before) == 1:  # fmt: skip
            found.append((one, several[0]))
            before.remove(one)
            after.remove(several[0])
    return found


def _begins(short: Rule, long: Rule) -> bool:
    words, others = (
        [word.strip(".,;:!") for word in wording_of(rule).split()] for rule in (short, long)
    )
    return len(words) >= _SHORTEST and others[: len(words)] == words


def _alike(
    before: list[Rule], after: list[Rule], texts: tuple[Texts, Texts]
) -> list[tuple[Rule, Rule]]:
    """The most alike first; rules further apart and later ones yield to nearer and earlier ones."""
    old_at = {rule.id: at for at, rule in enumerate(before)}
    new_at = {rule.id: at for at, rule in enumerate(after)}
    scored = []
    for one, two in candidates(texts):
        score = likeness(texts[0][one], texts[1][two])
        if score >= LEAST:
            i, j = old_at[one], new_at[two]
            names = (min(one, two), max(one, two))
            scored.append((-score, abs(i - j), i + j, names, one, two))
    olds = {rule.id: rule for rule in before}
    news = {rule.id: rule for rule in after}
    found = []
    for *_, one, two in sorted(scored):
        if one in olds and two in news:
            found.append((olds.pop(one), news.pop(two)))
    before[:] = [rule for rule in before if rule.id in olds]
    after[:] = [rule for rule in after if rule.id in news]
    return found
